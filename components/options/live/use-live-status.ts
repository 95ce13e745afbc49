import { useCallback, useEffect, useState } from "preact/hooks";
import type { LiveStatus, OutletStatus } from "../../../core/protocol/live-status.ts";
import type { Result } from "../../../core/protocol/result.ts";
import type { Send, Subscribe } from "../../kit/deps.ts";

export interface LiveStatusDeps {
  readonly send: Send;
  readonly subscribeToLiveStatus: Subscribe<LiveStatus>;
}

/** How often times such as "polled 3 minutes ago" are drawn again, ms. */
const REDRAW_EVERY_MS = 30_000;

/** The status of the live outlets, kept up to date: `take` shows an answer, `reload` asks for one. */
export function useLiveStatus({ send, subscribeToLiveStatus }: LiveStatusDeps) {
  /** `null` until the first answer. */
  const [status, setStatus] = useState<LiveStatus | null>(null);
  const take = useCallback((answer: Result<LiveStatus>) => {
    if (answer.ok) setStatus(answer.value);
  }, []);
  useEffect(() => subscribeToLiveStatus(take), [subscribeToLiveStatus, take]);
  const [, redraw] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => redraw((count) => count + 1), REDRAW_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  /** Resolves to the outlets that are picked; to none if there is no answer. */
  const reload = useCallback(async (): Promise<readonly OutletStatus[]> => {
    const answer = await send({ type: "outlets.status" });
    take(answer);
    return answer.ok ? pickedOutlets(answer.value) : [];
  }, [send, take]);
  const picked = status === null ? [] : pickedOutlets(status);
  return { status, picked, take, reload };
}

function pickedOutlets({ outlets }: LiveStatus): OutletStatus[] {
  return outlets.filter(({ removedAt }) => removedAt === null);
}
