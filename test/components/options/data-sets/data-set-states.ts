import { vi } from "vitest";
import type {
  DataSetActions,
  JobActions,
} from "../../../../components/options/data-sets/data-set-actions.ts";
import type { DataSetInfo } from "../../../../core/data-set/data-set.ts";
import type { DataSetStatus, JobStatus } from "../../../../core/protocol/data-set-status.ts";
import { DATA_SET } from "../../answers.ts";
import { NOW } from "../../kit/english.tsx";

/** A data set that the user added, without anything wrong. */
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

/** Every action on data sets and jobs, as a mock. */
export function notedActions() {
  return {
    enable: vi.fn<DataSetActions["enable"]>(),
    rename: vi.fn<DataSetActions["rename"]>(),
    remove: vi.fn<DataSetActions["remove"]>(),
    restore: vi.fn<DataSetActions["restore"]>(),
    changeAccess: vi.fn<DataSetActions["changeAccess"]>(),
    allow: vi.fn<DataSetActions["allow"]>(),
    rebuild: vi.fn<DataSetActions["rebuild"]>(),
    replace: vi.fn<DataSetActions["replace"]>(),
    export: vi.fn<DataSetActions["export"]>(),
    cancelExport: vi.fn<DataSetActions["cancelExport"]>(),
    resumeJob: vi.fn<JobActions["resumeJob"]>(),
    discardJob: vi.fn<JobActions["discardJob"]>(),
  } satisfies DataSetActions & JobActions;
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
