import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { DataSetStatus } from "../../core/protocol/data-set-status.ts";
import type { Status } from "../../core/protocol/messages.ts";
import type { Result } from "../../core/protocol/result.ts";
import { ask } from "../../platform/messages/message-client.ts";
import { updates } from "./updates.ts";

/** The state of the extension, kept up to date while it changes by itself. */
export function useStatus({
  onImported,
}: {
  readonly onImported: (dataSet: DataSetStatus) => void;
}) {
  const [status, setStatus] = useState<Status | null | "failed">(null);
  const last = useRef<Status | null>(null);
  const told = useRef(onImported);
  told.current = onImported;
  const show = useCallback((next: Status) => {
    const job = last.current?.job;
    // An import that is over and not failed has put its data set into the list.
    const isOver = job?.kind === "import" && job.state === "running" && next.job === null;
    const added = isOver && next.dataSets.find(({ info }) => info.name === job.name);
    if (added) told.current(added);
    last.current = next;
    setStatus(next);
  }, []);
  const take = useCallback(
    (answer: Result<Status>) => {
      if (answer.ok) show(answer.value);
      // One answer that failed to come while a job is shown does not take the page away.
      else if (last.current === null) setStatus("failed");
    },
    [show],
  );
  useEffect(() => updates.on("status", take), [take]);
  const load = useCallback(async () => take(await ask({ type: "status" })), [take]);
  return { status, load, show };
}
