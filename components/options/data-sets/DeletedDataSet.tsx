import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { isolated } from "../../kit/isolated.ts";
import { useLocale } from "../../kit/locale.ts";

interface Props {
  readonly name: string;
  readonly onUndo: () => void;
}

/** Shown in place of a deleted data set as long as it can be restored. */
export function DeletedDataSet({ name, onUndo }: Props): JSX.Element {
  const { text } = useLocale();
  const id = useId();
  return (
    <div class="deleted-data-set">
      <p id={id}>{text("dataSetDeleted", isolated(name))}</p>
      <button type="button" class="button-quiet" aria-describedby={id} onClick={onUndo}>
        {text("undo")}
      </button>
    </div>
  );
}
