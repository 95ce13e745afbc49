// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import type { ToastContent } from "../../../../components/kit/Toast.tsx";
import { useExport } from "../../../../components/options/data-sets/use-export.ts";
import type { WorkerReport } from "../../../../core/protocol/data-worker.ts";
import { runHook, settle } from "../../kit/run-hook.tsx";
import { ownDataSet } from "./data-set-states.ts";
import { fakeOptions } from "./options-states.ts";

const HARBOUR = ownDataSet("harbour", "Harbour & watch!", {}, { records: 200 });

function page() {
  const fake = fakeOptions();
  const terminate = vi.fn();
  fake.exportInWorker.mockImplementation(() => ({ terminate }));
  const showToast = vi.fn<(content: ToastContent | null) => void>();
  const hook = runHook(() => useExport(fake.deps, showToast));
  const report = (value: WorkerReport) =>
    settle(() => fake.exportInWorker.mock.calls.at(-1)?.[1](value));
  return { ...fake, hook, report, showToast, terminate };
}

describe("an export", () => {
  test("writes the kept source under the data set's name", async () => {
    const { hook, exportInWorker } = page();
    await settle(() => hook.now.start(HARBOUR, "md"));
    expect(exportInWorker.mock.calls[0]?.[0]).toEqual({
      source: "source of harbour",
      format: "md",
      fileName: "Harbour-watch.zip",
      total: 200,
    });
    expect(hook.now.exporting).toEqual({ id: "harbour", format: "md", done: 0, total: 200 });
  });

  test("says how far it is", async () => {
    const { hook, report } = page();
    await settle(() => hook.now.start(HARBOUR, "csv"));
    await report({ type: "exporting", done: 120 });
    expect(hook.now.exporting).toEqual({ id: "harbour", format: "csv", done: 120, total: 200 });
  });

  test("ends with a download, and says so", async () => {
    const { hook, report, download, showToast, terminate } = page();
    await settle(() => hook.now.start(HARBOUR, "jsonl"));
    const file = new File(["{}"], "kept");
    await report({ type: "exported", file, lost: 0 });
    expect(download.mock.calls).toEqual([[file, "Harbour-watch.jsonl"]]);
    expect(showToast.mock.lastCall?.[0]?.message).toMatch(/Harbour & watch!/);
    expect(hook.now.exporting).toBeNull();
    expect(terminate).toHaveBeenCalledTimes(1);
  });

  test("that has failed downloads nothing, and says so", async () => {
    const { hook, report, download, showToast } = page();
    await settle(() => hook.now.start(HARBOUR, "jsonl"));
    await report({ type: "failed", reason: "disk-full" });
    expect(download).not.toHaveBeenCalled();
    expect(showToast).toHaveBeenCalledTimes(1);
    expect(hook.now.exporting).toBeNull();
  });

  test("can be cancelled", async () => {
    const { hook, terminate, showToast } = page();
    await settle(() => hook.now.start(HARBOUR, "jsonl"));
    await settle(() => hook.now.cancel());
    expect(terminate).toHaveBeenCalledTimes(1);
    expect(hook.now.exporting).toBeNull();
    expect(showToast).not.toHaveBeenCalled();
  });

  test("is named “articles” where the name has no letters", async () => {
    const { hook, exportInWorker } = page();
    await settle(() => hook.now.start(ownDataSet("x", "!?"), "csv"));
    expect(exportInWorker.mock.calls[0]?.[0].fileName).toBe("articles.csv");
  });
});
