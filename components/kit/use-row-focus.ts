import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { isFocusLost } from "./use-stage-focus.ts";

/** A row of a list, or what is shown in place of a deleted one. */
interface Row {
  readonly id: string;
  readonly isDeleted: boolean;
}

/**
 * When the row that had the focus is replaced or removed, the row in its place gets the focus; if it
 * was the last, the row before it.
 *
 * @param controls CSS selector of the elements in a row that can have the focus
 */
export function useRowFocus(
  list: RefObject<HTMLUListElement | null>,
  rows: readonly Row[],
  controls: string,
): void {
  const shown = useRef(rows);
  useEffect(() => {
    const before = shown.current;
    shown.current = rows;
    const isSame = (one: Row, other: Row) =>
      one.id === other.id && one.isDeleted === other.isDeleted;
    const changed = before.findIndex((row) => !rows.some((other) => isSame(row, other)));
    if (changed === -1 || !isFocusLost()) return;
    const place = Math.min(changed, rows.length - 1);
    list.current?.children[place]?.querySelector<HTMLElement>(controls)?.focus();
  });
}
