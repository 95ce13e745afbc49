import { useEffect } from "preact/hooks";

/**
 * Loads when the page is opened, and again each time it is shown: the sidebar, another options page
 * or the background may have changed something meanwhile.
 *
 * @param load stays the same function (`useCallback`), or each drawing loads
 */
export function useLoadWhenShown(load: () => Promise<unknown>): void {
  useEffect(() => {
    void load();
    const onShow = () => {
      if (document.visibilityState === "visible") void load();
    };
    document.addEventListener("visibilitychange", onShow);
    return () => document.removeEventListener("visibilitychange", onShow);
  }, [load]);
}
