import { useEffect, useState } from "preact/hooks";
import type { Done } from "../../components/kit/Toast.tsx";

/** How long it is said what was done, ms. What can be undone stays until the reader dismisses it. */
const SHOWN_MS = 10_000;

/** What was done last, as long as it is to be said. */
export function useDone() {
  const [done, setDone] = useState<Done | null>(null);
  useEffect(() => {
    if (done === null || done.undo !== undefined) return;
    const timer = setTimeout(() => setDone(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [done]);
  return [done, setDone] as const;
}
