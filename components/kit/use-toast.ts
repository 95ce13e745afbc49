import { useEffect, useState } from "preact/hooks";
import type { ToastContent } from "./Toast.tsx";

/** How long a message stays, ms. One that can be undone stays until the user dismisses it. */
const SHOWN_MS = 10_000;

/** Shows a message, or none for `null`. */
export type ShowToast = (content: ToastContent | null) => void;

/** The message about what was done last, and a function that shows another. */
export function useToast(): readonly [ToastContent | null, ShowToast] {
  const [content, setContent] = useState<ToastContent | null>(null);
  useEffect(() => {
    if (content === null || content.undo !== undefined) return;
    const timer = setTimeout(() => setContent(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [content]);
  return [content, setContent];
}
