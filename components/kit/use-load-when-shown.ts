import { useEffect } from "preact/hooks";

/**
 * Calls `load` when the view is first drawn and each time its page becomes visible again, since
 * another page or the background may have changed something meanwhile.
 *
 * @param load must stay the same function (`useCallback`); another one is called at once
 */
export function useLoadWhenShown(load: () => Promise<unknown>): void {
  useEffect(() => {
    void load();
    const onVisibilityChange = () => {
      if (document.visibilityState === "visible") void load();
    };
    document.addEventListener("visibilitychange", onVisibilityChange);
    return () => document.removeEventListener("visibilitychange", onVisibilityChange);
  }, [load]);
}
