import { vi } from "vitest";
import type { DataSetActions } from "../../../../components/options/data-sets/data-set-actions.ts";
import type { SummaryView } from "../../../../components/options/data-sets/import-view.ts";
import type { DataSetInfo, DataSetSummary } from "../../../../core/data-set/data-set.ts";
import type { DataSetStatus, JobStatus } from "../../../../core/protocol/data-set-status.ts";
import { DATA_SET } from "../../answers.ts";
import { NOW } from "../../kit/english.tsx";

/** A data set of the reader's own, in good order. */
export function ownDataSet(
  id: string,
  name: string,
  fields: Partial<DataSetStatus> = {},
  info: Partial<DataSetInfo> = {},
): DataSetStatus {
  return {
    info: { ...DATA_SET, id, name, ...info },
    isBundled: false,
    kept: `source of ${id}`,
    isEnabled: true,
    articles: 4,
    outlets: 1234,
    bytes: 4_200_000,
    addedAt: Date.UTC(2026, 3, 10),
    builtAt: NOW,
    access: "sites",
    isAccessGranted: true,
    patterns: [],
    health: "good",
    lostRecords: 0,
    stories: { kind: "ready", bytes: 1_100_000 },
    ...fields,
  };
}

export const BUNDLED: DataSetStatus = ownDataSet("made-up", "Made up", { isBundled: true });

/** Every action, each noting how it was called. */
export function notedActions() {
  return {
    enable: vi.fn<DataSetActions["enable"]>(),
    rename: vi.fn<DataSetActions["rename"]>(),
    remove: vi.fn<DataSetActions["remove"]>(),
    restore: vi.fn<DataSetActions["restore"]>(),
    changeAccess: vi.fn<DataSetActions["changeAccess"]>(),
    allow: vi.fn<DataSetActions["allow"]>(),
    rebuild: vi.fn<DataSetActions["rebuild"]>(),
    export: vi.fn<DataSetActions["export"]>(),
    cancelExport: vi.fn<DataSetActions["cancelExport"]>(),
    chooseFiles: vi.fn<DataSetActions["chooseFiles"]>(),
    drop: vi.fn<DataSetActions["drop"]>(),
    cancelImport: vi.fn<DataSetActions["cancelImport"]>(),
    chooseColumns: vi.fn<DataSetActions["chooseColumns"]>(),
    confirmImport: vi.fn<DataSetActions["confirmImport"]>(),
    downloadReport: vi.fn<DataSetActions["downloadReport"]>(),
    resumeJob: vi.fn<DataSetActions["resumeJob"]>(),
    discardJob: vi.fn<DataSetActions["discardJob"]>(),
  } satisfies DataSetActions;
}

export const SUMMARY: DataSetSummary = {
  records: 18_234,
  duplicates: 12,
  outlets: 410,
  from: Date.UTC(2023, 0, 3),
  to: Date.UTC(2024, 9, 28),
  quality: { min: 3.5, max: 184, rated: 9120 },
  version: "0badcafe",
  keys: 50_000,
};

/** Of 412 sites. */
const PATTERNS = Array.from({ length: 412 }, (_, i) => `*://*.site-${i + 1}.example/*`);

/** A summary without anything unusual. */
export function summaryView(fields: Partial<SummaryView> = {}): SummaryView {
  return {
    step: "summary",
    summary: SUMMARY,
    rejected: 41,
    repaired: 310,
    leftOut: 27,
    skipped: 3,
    patterns: PATTERNS,
    firstProblems: [],
    hasReport: false,
    suggested: { name: "harbour", description: "", licence: "", source: "" },
    replaces: null,
    isConfirming: false,
    error: null,
    quota: null,
    ...fields,
  };
}

export function jobStatus(fields: Partial<JobStatus> = {}): JobStatus {
  return {
    name: "Harbour watch",
    kind: "import",
    state: "running",
    failure: null,
    done: 6200,
    total: 18_200,
    perSecond: null,
    ...fields,
  };
}
