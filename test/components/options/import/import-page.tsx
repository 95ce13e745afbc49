import { vi } from "vitest";
import type { ImportChoice } from "../../../../components/options/import/import-actions.ts";
import { useImport } from "../../../../components/options/import/use-import.ts";
import type { DataSetStatus } from "../../../../core/protocol/data-set-status.ts";
import type { Staged, WorkerReport } from "../../../../core/protocol/data-worker.ts";
import { runHook, settle } from "../../kit/run-hook.tsx";
import { fakeOptions, statusOf } from "../data-sets/options-states.ts";
import { SUMMARY } from "./import-states.ts";

export const STAGED: Staged = {
  summary: SUMMARY,
  rejected: 41,
  repaired: 310,
  leftOut: 27,
  skipped: 3,
  unused: [],
  patterns: ["*://*.a.example/*", "*://*.b.example/*"],
  firstProblems: [],
  hasReport: true,
  manifest: {},
  indexBytes: 84_000_000,
};

export const CHOICE: ImportChoice = {
  name: "Harbour",
  description: "",
  licence: "",
  source: "",
  access: "sites",
  replaces: null,
};

/** An import in a page; `report` is what its newest worker says. */
export function page(dataSets: readonly DataSetStatus[] = []) {
  const fake = fakeOptions();
  const terminate = vi.fn();
  fake.stageInWorker.mockImplementation(() => ({ terminate }));
  const outcome = { onStarted: vi.fn(), onRefused: vi.fn() };
  const hook = runHook(() => useImport(fake.deps, { dataSets, ...outcome }));
  const report = (value: WorkerReport, worker = -1) =>
    settle(() => fake.stageInWorker.mock.calls.at(worker)?.[3](value));
  const choose = (name = "harbour.jsonl.gz") =>
    settle(() => hook.now.actions.chooseFiles([new File(["{}"], name)]));
  return { ...fake, ...outcome, hook, report, choose, terminate };
}

/** An import whose files have been read. */
export async function readPage(dataSets: readonly DataSetStatus[] = []) {
  const reading = page(dataSets);
  await reading.choose();
  await reading.report({ type: "staged", ...STAGED });
  reading.background.answers["import.start"] = statusOf();
  return reading;
}
