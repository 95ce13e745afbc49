import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Status } from "../../core/protocol/messages.ts";
import { ask } from "../../platform/message-client.ts";

/** While something runs the background is asked so often, ms. */
const ASK_EVERY_MS = 500;

/** The state of the extension, kept up to date while a job runs. */
export function useStatus({ onImported }: { readonly onImported: (name: string) => void }) {
  const [status, setStatus] = useState<Status | null | "failed">(null);
  const last = useRef<Status | null>(null);
  const told = useRef(onImported);
  told.current = onImported;
  const show = useCallback((next: Status) => {
    const job = last.current?.job;
    const count = (status: Status) => status.dataSets.filter(({ info }) => info.name === job?.name);
    // An import that is over and not failed has put its data set into the list.
    if (job?.kind === "import" && job.state === "running" && next.job === null)
      if (count(next).length > 0) told.current(job.name);
    last.current = next;
    setStatus(next);
  }, []);
  const load = useCallback(async () => {
    const answer = await ask({ type: "status" });
    if (answer.ok) show(answer.value);
    // One answer that failed to come while a job is shown does not take the page away.
    else if (last.current === null) setStatus("failed");
  }, [show]);
  useEffect(() => void load(), [load]);
  const isRunning = status !== null && status !== "failed" && isBusy(status);
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => void load(), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isRunning, load]);
  return { status, load, show };
}

function isBusy({ job, dataSets }: Status): boolean {
  return job?.state === "running" || dataSets.some(({ health }) => health === "rebuilding");
}
