// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import type { JobStatus } from "../../../core/protocol/data-set-status.ts";
import type { Status } from "../../../core/protocol/responses.ts";
import { parseSettings } from "../../../core/settings/settings.ts";
import { ViewUpdatesClient } from "../../../platform/messages/view-updates-client.ts";
import { FakePort } from "../fake-ports.ts";

const IMPORT: JobStatus = {
  name: "Harbour",
  kind: "import",
  state: "running",
  failure: null,
  done: 217,
  total: 150_000,
  perSecond: null,
};

const { connect: originalConnect } = browser.runtime;
let ports: FakePort[];
beforeEach(() => {
  vi.useFakeTimers();
  ports = [];
  const connect = ({ name }: { name: string }) => {
    const port = new FakePort(name, { id: browser.runtime.id });
    ports.push(port);
    return port;
  };
  Object.assign(browser.runtime, { connect });
});
afterEach(() => {
  vi.useRealTimers();
  Object.assign(browser.runtime, { connect: originalConnect });
});

function status(job: JobStatus | null): Status {
  return {
    ...{ settings: parseSettings({}), notice: null, job, canImport: true },
    ...{ dataSets: [], deleted: [] },
  };
}

/** The options page, which has been sent a status with this job when its background ends. */
function endBackgroundDuring(job: JobStatus | null): void {
  new ViewUpdatesClient({ view: "options" });
  const [port] = ports;
  port?.say({ type: "status", result: { ok: true, value: status(job) } });
  port?.close();
}

test("a view does not wake a background that was stopped when nothing was going on", () => {
  endBackgroundDuring(null);
  vi.advanceTimersByTime(10_000);
  expect(ports).toHaveLength(1);
});

test("a view that shows an import as running connects again when its background ends", () => {
  endBackgroundDuring(IMPORT);
  vi.advanceTimersByTime(150);
  expect(ports).toHaveLength(2);
  expect(ports[1]?.received).toEqual([{ view: "options" }]);
});

test("it connects no more once it shows that the import was interrupted", () => {
  endBackgroundDuring(IMPORT);
  vi.advanceTimersByTime(150);
  const value = status({ ...IMPORT, state: "interrupted" });
  ports[1]?.say({ type: "status", result: { ok: true, value } });
  ports[1]?.close();
  vi.advanceTimersByTime(10_000);
  expect(ports).toHaveLength(2);
});

test("a view that shows stories as being found connects again when its background ends", () => {
  new ViewUpdatesClient({ view: "today" });
  const found = (progress: number | null) => ({
    type: "today",
    result: { ok: true, value: { revision: 1, progress } },
  });
  ports[0]?.say(found(0.5));
  ports[0]?.close();
  vi.advanceTimersByTime(150);
  expect(ports).toHaveLength(2);
  ports[1]?.say(found(null));
  ports[1]?.close();
  vi.advanceTimersByTime(10_000);
  expect(ports).toHaveLength(2);
});
