import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { DataSetStatus } from "../../core/protocol/data-set-status.ts";
import { isFindingStories } from "../../core/protocol/finding-stories.ts";
import type { Status } from "../../core/protocol/messages.ts";
import { ask } from "../../platform/messages/message-client.ts";
import { useLoadWhenShown } from "./use-load-when-shown.ts";

/** While something runs the background is asked so often, ms. */
const ASK_EVERY_MS = 500;
/** While something deleted can be had back; that it cannot any more shows so much later. */
const ASK_WHILE_DELETED_MS = 1000;

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
  const load = useCallback(async () => {
    const answer = await ask({ type: "status" });
    if (answer.ok) show(answer.value);
    // One answer that failed to come while a job is shown does not take the page away.
    else if (last.current === null) setStatus("failed");
    // On a full disk the answer may fail just when an import begins: unless it is asked for again, nothing would ever
    // be shown of the import and of its failure.
    else if (askEvery(last.current) === null) setTimeout(() => void load(), ASK_EVERY_MS);
  }, [show]);
  useLoadWhenShown(load);
  const every = status === null || status === "failed" ? null : askEvery(status);
  useEffect(() => {
    if (every === null) return;
    const timer = setInterval(() => void load(), every);
    return () => clearInterval(timer);
  }, [every, load]);
  return { status, load, show };
}

/** ms; `null` when nothing changes by itself. */
function askEvery({ job, dataSets, deleted }: Status): number | null {
  const isBuilding = dataSets.some(
    (dataSet) => dataSet.health === "rebuilding" || isFindingStories(dataSet),
  );
  if (job?.state === "running" || isBuilding) return ASK_EVERY_MS;
  return deleted.length > 0 ? ASK_WHILE_DELETED_MS : null;
}
