import type { JSX } from "preact";
import { CloseIcon } from "./icons.tsx";
import { useLocale } from "./locale.ts";

/** Something that was done, said to the reader. */
export interface Done {
  readonly message: string;
  readonly undo?: (() => void) | undefined;
}

interface Props {
  /** `null` when there is nothing to say. */
  readonly done: Done | null;
  /** What it is besides a toast. */
  readonly class?: string;
  /** The reader has seen what was done. */
  readonly onDismiss: () => void;
}

/** Says what was done last, with the way back if there is one. Always there, so that it is heard. */
export function Toast({ done, class: also, onDismiss }: Props): JSX.Element {
  const { text } = useLocale();
  return (
    <div class={also === undefined ? "toast" : `toast ${also}`} role="status" aria-live="polite">
      {done !== null && (
        <>
          <p>{done.message}</p>
          {done.undo && (
            <button type="button" class="button-quiet" onClick={done.undo}>
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
