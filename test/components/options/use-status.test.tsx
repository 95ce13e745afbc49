// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import { useStatus } from "../../../components/options/use-status.ts";
import type { DataSetStatus } from "../../../core/protocol/data-set-status.ts";
import type { Status } from "../../../core/protocol/responses.ts";
import { runHook, settle } from "../kit/run-hook.tsx";
import { BUNDLED, jobStatus, ownDataSet } from "./data-sets/data-set-states.ts";
import { fakeOptions, statusOf } from "./data-sets/options-states.ts";

function running() {
  const fake = fakeOptions();
  const onImported = vi.fn<(dataSet: DataSetStatus) => void>();
  const hook = runHook(() => useStatus(fake.deps, onImported));
  const push = (value: Status) => act(() => fake.status.push(value));
  const fail = () => act(() => fake.status.fail());
  return { ...fake, hook, onImported, push, fail };
}

describe("the status", () => {
  test("is unknown until it arrives, and follows the updates", async () => {
    const { hook, push } = running();
    expect(hook.now.status).toBeNull();
    await push(statusOf());
    expect(hook.now.status).toEqual(statusOf());
    await push(statusOf({ notice: "rebuilt" }));
    expect(hook.now.status).toEqual(statusOf({ notice: "rebuilt" }));
  });

  test("has failed when the first one does not arrive", async () => {
    const { hook, fail } = running();
    await fail();
    expect(hook.now.status).toBe("failed");
  });

  test("stays as it was when a later one does not arrive", async () => {
    const { hook, push, fail } = running();
    await push(statusOf());
    await fail();
    expect(hook.now.status).toEqual(statusOf());
  });

  test("can be asked for again", async () => {
    const { hook, fail, background } = running();
    await fail();
    background.answers.status = statusOf();
    const isAnswered = vi.fn();
    await settle(() => hook.now.reload().then(isAnswered));
    expect(isAnswered).toHaveBeenCalledWith(true);
    expect(hook.now.status).toEqual(statusOf());
  });

  test("is unsubscribed from when the page is closed", () => {
    const { hook, status } = running();
    expect(status.listener).not.toBeNull();
    hook.remove();
    expect(status.listener).toBeNull();
  });
});

describe("an import that ends", () => {
  const harbour = ownDataSet("harbour", "Harbour watch");
  const importing = statusOf({ job: jobStatus({ name: "Harbour watch" }) });

  test("is reported with its data set", async () => {
    const { push, onImported } = running();
    await push(importing);
    expect(onImported).not.toHaveBeenCalled();
    await push(statusOf({ dataSets: [BUNDLED, harbour] }));
    expect(onImported.mock.calls).toEqual([[harbour]]);
  });

  test("is also reported when the answer to a request says so", async () => {
    const { hook, push, onImported } = running();
    await push(importing);
    await act(() => hook.now.show(statusOf({ dataSets: [BUNDLED, harbour] })));
    expect(onImported.mock.calls).toEqual([[harbour]]);
  });

  test.each([
    ["it was cancelled", [importing, statusOf()]],
    ["it has failed", [importing, statusOf({ job: jobStatus({ state: "failed" }) })]],
    [
      "a rebuild ended",
      [
        statusOf({ job: jobStatus({ name: "Harbour watch", kind: "rebuild" }) }),
        statusOf({ dataSets: [BUNDLED, harbour] }),
      ],
    ],
    [
      "an interrupted one was discarded",
      [
        statusOf({ job: jobStatus({ name: "Made up", state: "interrupted" }) }),
        statusOf({ dataSets: [BUNDLED] }),
      ],
    ],
  ])("is not reported when %s", async (_, statuses) => {
    const { push, onImported } = running();
    for (const status of statuses) await push(status);
    expect(onImported).not.toHaveBeenCalled();
  });
});
