import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { useLocale } from "../../kit/locale.ts";

interface Props {
  readonly class: "deleted-data-set" | "outlet-removed";
  /** What was removed. */
  readonly text: string;
  readonly onUndo: () => void;
}

/** Shown in place of what was removed as long as it can be restored. */
export function RemovedLine({ class: kind, text: removed, onUndo }: Props): JSX.Element {
  const { text } = useLocale();
  const id = useId();
  return (
    <div class={kind}>
      <p id={id}>{removed}</p>
      <button type="button" class="button-quiet" aria-describedby={id} onClick={onUndo}>
        {text("undo")}
      </button>
    </div>
  );
}
