import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { OutletEntry } from "../../../core/outlets/subscription.ts";
import { CloseIcon } from "../../kit/icons.tsx";
import { isolated } from "../../kit/isolated.ts";
import { useLocale } from "../../kit/locale.ts";
import { useRowFocus } from "../../kit/use-row-focus.ts";

interface Props {
  readonly outlets: readonly OutletEntry[];
  readonly onRemove: (outlet: OutletEntry) => void;
}

/** The outlets that are chosen and not added yet, each with a click to take it out again. */
export function ChosenOutlets({ outlets, onRemove }: Props): JSX.Element {
  const { text } = useLocale();
  const list = useRef<HTMLUListElement>(null);
  useRowFocus(
    list,
    outlets.map(({ feed }) => ({ id: feed, isDeleted: false })),
    "button",
  );
  return (
    <ul ref={list} class="chosen-outlets" aria-label={text("chosenOutlets")}>
      {outlets.map((outlet) => (
        <li key={outlet.feed}>
          <button
            type="button"
            aria-label={text("takeOut", isolated(outlet.name))}
            onClick={() => onRemove(outlet)}
          >
            <bdi>{outlet.name}</bdi>
            <CloseIcon />
          </button>
        </li>
      ))}
    </ul>
  );
}
