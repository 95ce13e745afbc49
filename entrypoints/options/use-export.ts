import { useRef, useState } from "preact/hooks";
import type { ExportState } from "../../components/options/data-sets/data-set-actions.ts";
import type { ExportFormat } from "../../core/export/export-format.ts";
import type { DataSetStatus } from "../../core/protocol/data-set-status.ts";
import { type DataWorker, exportInWorker } from "../../platform/data-worker/data-worker-client.ts";
import { download } from "../../platform/pages/download.ts";

const ENDING = { md: "zip", jsonl: "jsonl", csv: "csv" } as const;

/** Gives a data set back as a file, one at a time. */
export function useExport(onEnd: (isDone: boolean, name: string) => void) {
  const [exporting, setExporting] = useState<ExportState | null>(null);
  const worker = useRef<DataWorker | null>(null);
  const end = () => {
    worker.current?.end();
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
        if (report.type === "exporting") setExporting({ ...state, done: report.done });
        else if (report.type === "exported") {
          download(report.file, fileName);
          end();
          onEnd(true, info.name);
        } else {
          end();
          onEnd(false, info.name);
        }
      });
    },
  };
}
