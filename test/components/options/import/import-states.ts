import { vi } from "vitest";
import type { ImportActions } from "../../../../components/options/import/import-actions.ts";
import type { SummaryView } from "../../../../components/options/import/import-view.ts";
import type { DataSetSummary } from "../../../../core/data-set/data-set.ts";

/** Every action on an import, as a mock. */
export function notedImportActions() {
  return {
    chooseFiles: vi.fn<ImportActions["chooseFiles"]>(),
    dropFiles: vi.fn<ImportActions["dropFiles"]>(),
    cancel: vi.fn<ImportActions["cancel"]>(),
    chooseColumns: vi.fn<ImportActions["chooseColumns"]>(),
    confirm: vi.fn<ImportActions["confirm"]>(),
    downloadReport: vi.fn<ImportActions["downloadReport"]>(),
  } satisfies ImportActions;
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
    unused: [],
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
