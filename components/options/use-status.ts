import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { DataSetStatus } from "../../core/protocol/data-set-status.ts";
import type { Status } from "../../core/protocol/responses.ts";
import type { Result } from "../../core/protocol/result.ts";
import type { Send, Subscribe } from "../kit/deps.ts";

export interface StatusDeps {
  readonly send: Send;
  readonly subscribeToStatus: Subscribe<Status>;
}

/**
 * The status of the extension, kept up to date.
 *
 * @param onImported called with a data set whose import has just finished
 */
export function useStatus(
  { send, subscribeToStatus }: StatusDeps,
  onImported: (dataSet: DataSetStatus) => void,
) {
  /** `null` until the first answer, "failed" if that did not come. */
  const [status, setStatus] = useState<Status | null | "failed">(null);
  const latest = useRef<Status | null>(null);
  const listener = useRef(onImported);
  listener.current = onImported;
  const show = useCallback((next: Status) => {
    const job = latest.current?.job;
    // An import that is over and has not failed has added its data set to the list.
    const isOver = job?.kind === "import" && job.state === "running" && next.job === null;
    const added = isOver && next.dataSets.find(({ info }) => info.name === job.name);
    if (added) listener.current(added);
    latest.current = next;
    setStatus(next);
  }, []);
  const take = useCallback(
    (answer: Result<Status>) => {
      if (answer.ok) show(answer.value);
      // Once a status is shown, a single missing answer does not take the page away.
      else if (latest.current === null) setStatus("failed");
    },
    [show],
  );
  useEffect(() => subscribeToStatus(take), [subscribeToStatus, take]);
  const reload = useCallback(async (): Promise<boolean> => {
    const answer = await send({ type: "status" });
    take(answer);
    return answer.ok;
  }, [send, take]);
  return { status, show, reload };
}
