import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { isFocusLost } from "./use-stage-focus.ts";

/** A row of a list, or what is shown in the place of one that was deleted. */
interface Row {
  readonly id: string;
  readonly isDeleted: boolean;
}

/**
 * Where a row that had the focus has changed or gone, what is in its place takes over; after the
 * last, the one before it.
 *
 * @param controls selects what in a row can have the focus
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
