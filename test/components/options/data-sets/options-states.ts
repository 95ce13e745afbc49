import { vi } from "vitest";
import type { OptionsDeps } from "../../../../components/options/use-options.ts";
import type { Correction } from "../../../../core/corrections/corrections.ts";
import type { LiveStatus } from "../../../../core/protocol/live-status.ts";
import type { PublishedSets } from "../../../../core/protocol/published-status.ts";
import type { Status } from "../../../../core/protocol/responses.ts";
import type { Result } from "../../../../core/protocol/result.ts";
import { parseSettings, type Settings } from "../../../../core/settings/settings.ts";
import { NOW } from "../../kit/english.tsx";
import { FakeBackground } from "../../kit/fake-background.ts";
import { BUNDLED } from "./data-set-states.ts";

/** The status of an extension that is as it was installed. */
export function statusOf(fields: Partial<Status> = {}, settings: Partial<Settings> = {}): Status {
  return {
    settings: { ...parseSettings({}), ...settings },
    notice: null,
    dataSets: [BUNDLED],
    deleted: [],
    job: null,
    canImport: true,
    ...fields,
  };
}

/** A subscription whose values a test sends. */
export class FakeSubscription<Value> {
  listener: ((answer: Result<Value>) => void) | null = null;

  readonly subscribe = (listener: (answer: Result<Value>) => void): (() => void) => {
    this.listener = listener;
    return () => {
      this.listener = null;
    };
  };

  push(value: Value): void {
    this.listener?.({ ok: true, value });
  }

  fail(): void {
    this.listener?.({ ok: false, failure: "unavailable" });
  }
}

/** What the options page is given, each part a stand-in. The user grants what is asked for. */
export function fakeOptions(background = new FakeBackground()) {
  const status = new FakeSubscription<Status>();
  const liveStatus = new FakeSubscription<LiveStatus>();
  const published = new FakeSubscription<PublishedSets>();
  const corrections = new FakeSubscription<readonly Correction[]>();
  const mocks = {
    requestAccess: vi.fn<OptionsDeps["requestAccess"]>(async () => true),
    download: vi.fn<OptionsDeps["download"]>(),
    filesOfPicker: vi.fn<OptionsDeps["filesOfPicker"]>((files) => chosen(files[0]?.name ?? "")),
    filesOfDrop: vi.fn<OptionsDeps["filesOfDrop"]>(() => chosen("dropped")),
    stageInWorker: vi.fn<OptionsDeps["stageInWorker"]>(() => ({ terminate: vi.fn() })),
    exportInWorker: vi.fn<OptionsDeps["exportInWorker"]>(() => ({ terminate: vi.fn() })),
    removeStaged: vi.fn<OptionsDeps["removeStaged"]>(async () => undefined),
    stagingReport: vi.fn<OptionsDeps["stagingReport"]>(async () => new File(["line"], "report")),
    freeBytes: vi.fn<OptionsDeps["freeBytes"]>(async () => 1_000_000_000),
    readOpmlFile: vi.fn<OptionsDeps["readOpmlFile"]>(async () => ({ outlines: [], isCut: false })),
    loadStarterList: vi.fn<OptionsDeps["loadStarterList"]>(async () => ({
      writtenDown: "2026-03-01",
      outlets: [],
    })),
    readShortcuts: vi.fn<OptionsDeps["readShortcuts"]>(async () => []),
    openShortcutSettings: vi.fn<OptionsDeps["openShortcutSettings"]>(async () => undefined),
    clock: vi.fn<OptionsDeps["clock"]>(() => 0),
  };
  let sources = 0;
  const deps: OptionsDeps = {
    ...mocks,
    send: background.send,
    subscribeToStatus: status.subscribe,
    subscribeToLiveStatus: liveStatus.subscribe,
    subscribeToPublished: published.subscribe,
    subscribeToCorrections: corrections.subscribe,
    languages: ["en"],
    manifestToAdd: null,
    newSourceName: () => `source-${++sources}`,
    now: () => NOW,
    version: "0.1.0",
  };
  return { deps, background, status, liveStatus, published, corrections, ...mocks };
}

/** Files that a user chose; nothing reads them. */
function chosen(name: string): ReturnType<OptionsDeps["filesOfPicker"]> {
  return { batches: (async function* () {})(), name: () => name };
}
