import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LiveStatus } from "../../../core/protocol/live-status.ts";
import type { Status, TabCoverage } from "../../../core/protocol/responses.ts";
import type { ViewUpdate } from "../../../core/protocol/view-updates.ts";
import { parseSettings } from "../../../core/settings/settings.ts";
import { ViewUpdater } from "../../../platform/background/view-updater.ts";
import type { OpenView } from "../../../platform/messages/view-ports.ts";

const ANSWER: TabCoverage = {
  address: "",
  coverage: { kind: "none" },
  facts: null,
  settings: parseSettings({}),
  notice: null,
  live: null,
};
const STATUS: Status = {
  settings: parseSettings({}),
  notice: null,
  dataSets: [],
  deleted: [],
  job: null,
  canImport: true,
};
const LIVE: LiveStatus = {
  outlets: [],
  articles: 0,
  bytes: 0,
  articlesToday: 0,
  lastSuccessAt: null,
  round: null,
  waitsFor: null,
};

let sent: ViewUpdate[];
let views: OpenView[];
let status: ReturnType<typeof vi.fn<() => Promise<Status>>>;
let outlets: ReturnType<typeof vi.fn<() => Promise<LiveStatus>>>;
let announce: ReturnType<typeof vi.fn<() => void>>;
let updater: ViewUpdater;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  sent = [];
  views = [
    { subscription: { view: "options" }, tab: undefined, send: (update) => sent.push(update) },
  ];
  status = vi.fn(async () => STATUS);
  outlets = vi.fn(async () => LIVE);
  announce = vi.fn();
  updater = new ViewUpdater({
    ports: { open: () => views, announce },
    answer: async () => ANSWER,
    keptAnswer: async () => ANSWER,
    status,
    outlets,
    published: async () => ({ sets: [], canSubscribe: true }),
    corrections: async () => [],
    today: async () => ({ revision: 0, progress: null }),
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Advances the clock, in ms. */
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const types = () => sent.map(({ type }) => type);
const subscribe = () => {
  for (const view of views) updater.subscribed(view);
};

test("a view that connects is sent everything it shows, and nothing more until something changes", async () => {
  subscribe();
  await wait(60_000);
  expect(types()).toEqual(["status", "outlets", "published", "corrections"]);
});

test("concurrent changes are sent once", async () => {
  updater.stateChanged();
  updater.stateChanged();
  await wait(1000);
  expect(types()).toEqual(["status", "outlets", "published"]);
});

test("while work is under way, its progress is sent every half second until it is over", async () => {
  const job = { kind: "import", name: "Mine", state: "running" } as Status["job"];
  status.mockResolvedValue({ ...STATUS, job });
  subscribe();
  await wait(1100);
  expect(status).toHaveBeenCalledTimes(3);
  status.mockResolvedValue(STATUS);
  await wait(60_000);
  expect(status).toHaveBeenCalledTimes(4);
});

test("a round of polls is followed in the same way", async () => {
  outlets.mockResolvedValue({ ...LIVE, round: { done: 0, total: 2 } });
  updater.stateChanged();
  await wait(600);
  expect(outlets).toHaveBeenCalledTimes(2);
});

test("a status that cannot be read is reported, and read again", async () => {
  status.mockRejectedValueOnce(new Error("the disk is full"));
  subscribe();
  await wait(600);
  expect(sent.filter(({ type }) => type === "status").map(({ result }) => result.ok)).toEqual([
    false,
    true,
  ]);
});

test("nothing is read while no view is open, but views that wait for the background are notified", async () => {
  views = [];
  updater.stateChanged();
  await wait(60_000);
  expect(status).not.toHaveBeenCalled();
  expect(announce).toHaveBeenCalled();
});

test("the sidebar is sent answers, and nothing about data sets", async () => {
  views = [{ subscription: { view: "sidebar" }, tab: 7, send: (update) => sent.push(update) }];
  subscribe();
  updater.stateChanged();
  await wait(1000);
  expect(types()).toEqual(["answer", "answer"]);
});
