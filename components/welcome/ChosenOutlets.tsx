import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { WantedOutlet } from "../../core/outlets/subscription.ts";
import { CloseIcon } from "../kit/icons.tsx";
import { isolated } from "../kit/isolated.ts";
import { useLocale } from "../kit/locale.ts";
import { useRowFocus } from "../kit/use-row-focus.ts";

/** Outlets of a large OPML file that are not shown one by one. */
const MOST_SHOWN = 40;

interface Props {
  readonly chosen: readonly WantedOutlet[];
  readonly onChange: (chosen: readonly WantedOutlet[]) => void;
}

/** The outlets that are chosen, each with a button that removes it. */
export function ChosenOutlets({ chosen, onChange }: Props): JSX.Element {
  const { text, counted } = useLocale();
  const hidden = chosen.length - MOST_SHOWN;
  const list = useRef<HTMLUListElement>(null);
  useRowFocus(
    list,
    chosen.map(({ feed }) => ({ id: feed, isDeleted: false })),
    "button",
  );
  return (
    <ul ref={list} class="chips" aria-label={text("welcomeChosen")}>
      {chosen.slice(0, MOST_SHOWN).map((outlet) => (
        <li key={outlet.feed} class="chip">
          <bdi>{outlet.name}</bdi>
          <button
            type="button"
            class="icon-button"
            aria-label={text("welcomeUnchoose", isolated(outlet.name))}
            onClick={() => onChange(chosen.filter((one) => one !== outlet))}
          >
            <CloseIcon />
          </button>
        </li>
      ))}
      {hidden > 0 && <li class="fine">{counted("welcomeMoreChosen", hidden)}</li>}
      {chosen.length > 1 && (
        <li>
          <button type="button" class="button-quiet" onClick={() => onChange([])}>
            {text("welcomeClear")}
          </button>
        </li>
      )}
    </ul>
  );
}
