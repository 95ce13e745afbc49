import { useRef, useState } from "preact/hooks";
import type { ExportFormat } from "../../../core/export/export-format.ts";
import type { DataSetStatus } from "../../../core/protocol/data-set-status.ts";
import type {
  DataWorker,
  ExportRequest,
  WorkerReport,
} from "../../../core/protocol/data-worker.ts";
import type { Download } from "../../kit/deps.ts";
import { isolated } from "../../kit/isolated.ts";
import { useLocale } from "../../kit/locale.ts";
import type { ShowToast } from "../../kit/use-toast.ts";
import type { ExportState } from "./data-set-actions.ts";

export interface ExportDeps {
  readonly exportInWorker: (
    request: ExportRequest,
    onReport: (report: WorkerReport) => void,
  ) => DataWorker;
  readonly download: Download;
}

const ENDING = { md: "zip", jsonl: "jsonl", csv: "csv" } as const;

/** Exports data sets as files, one at a time. */
export function useExport({ exportInWorker, download }: ExportDeps, showToast: ShowToast) {
  const { text } = useLocale();
  const [exporting, setExporting] = useState<ExportState | null>(null);
  const worker = useRef<DataWorker | null>(null);
  const end = () => {
    worker.current?.terminate();
    worker.current = null;
    setExporting(null);
  };
  return {
    exporting,
    cancel: end,
    start({ info, kept }: DataSetStatus, format: ExportFormat) {
      end();
      const state: ExportState = { id: info.id, format, done: 0, total: info.records };
      setExporting(state);
      const stem = info.name.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "articles";
      const fileName = `${stem}.${ENDING[format]}`;
      const request = { source: kept, format, fileName, total: info.records };
      worker.current = exportInWorker(request, (report) => {
        if (report.type === "exporting") {
          setExporting({ ...state, done: report.done });
          return;
        }
        if (report.type === "exported") download(report.file, fileName);
        end();
        const key = report.type === "exported" ? "dataSetExported" : "exportFailed";
        showToast({ message: text(key, isolated(info.name)) });
      });
    },
  };
}
