import type { JSX } from "preact";
import { CloseIcon } from "./icons.tsx";
import { useLocale } from "./locale.ts";

/** A message about something that was done. */
export interface ToastContent {
  readonly message: string;
  readonly undo?: (() => void) | undefined;
}

interface Props {
  /** `null` when there is nothing to say. */
  readonly content: ToastContent | null;
  /** A class beside `toast`. */
  readonly class?: string;
  readonly onDismiss: () => void;
}

/**
 * Says what was done last, with a button to undo it where that is possible. The element is there
 * even without a message: screen readers announce only what changes in an element they know.
 */
export function Toast({ content, class: extraClass, onDismiss }: Props): JSX.Element {
  const { text } = useLocale();
  return (
    <div
      class={extraClass === undefined ? "toast" : `toast ${extraClass}`}
      role="status"
      aria-live="polite"
    >
      {content !== null && (
        <>
          <p>{content.message}</p>
          {content.undo && (
            <button type="button" class="button-quiet" onClick={content.undo}>
              {text("undo")}
            </button>
          )}
          <button
            type="button"
            class="icon-button"
            aria-label={text("dismiss")}
            onClick={onDismiss}
          >
            <CloseIcon />
          </button>
        </>
      )}
    </div>
  );
}
