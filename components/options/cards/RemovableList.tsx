import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { useRowFocus } from "../../kit/use-row-focus.ts";

/** Something that can be removed, or the line that is shown in its place once it is. */
export interface RemovableRow {
  readonly id: string;
  /** What was removed, as text; `null` for what is there. */
  readonly removed: string | null;
  readonly view: JSX.Element;
}

interface Props {
  readonly class: string;
  readonly rows: readonly RemovableRow[];
  /** CSS selector of what gets the focus in a row when the row before it is gone. */
  readonly controls: string;
}

/** A list from which things can be removed: screen readers hear of it, and the focus stays in its place. */
export function RemovableList({ class: kind, rows, controls }: Props): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  useRowFocus(
    list,
    rows.map(({ id, removed }) => ({ id, isDeleted: removed !== null })),
    controls,
  );
  return (
    <>
      {/* A log announces what is added to it, and nothing that is removed. */}
      <div class="visually-hidden" role="log">
        {rows
          .filter(({ removed }) => removed !== null)
          .map(({ id, removed }) => (
            <p key={id}>{removed}</p>
          ))}
      </div>
      <ul ref={list} class={kind}>
        {rows.map(({ id, view }) => (
          <li key={id}>{view}</li>
        ))}
      </ul>
    </>
  );
}
