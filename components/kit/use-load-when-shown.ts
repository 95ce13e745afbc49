import { useEffect } from "preact/hooks";

/**
 * Loads what a page shows, and again whenever the user comes back to the page: another view may have changed it meanwhile.
 *
 * @param load the same function as long as it loads the same
 */
export function useLoadWhenShown(load: () => Promise<void>): void {
  useEffect(() => {
    void load();
    const onShown = () => {
      if (document.visibilityState === "visible") void load();
    };
    document.addEventListener("visibilitychange", onShown);
    return () => document.removeEventListener("visibilitychange", onShown);
  }, [load]);
}
