import type { JSX } from "preact";
import { useLocale } from "../kit/locale.ts";

interface Props {
  /** Where the manifest is that the tab shows. */
  readonly host: string;
  readonly onAdd: () => void;
}

/** Offers to add the published data set whose manifest is open. */
export function AddPublishedOffer({ host, onAdd }: Props): JSX.Element {
  const { text } = useLocale();
  return (
    <section class="offer" aria-label={text("addThisPublished")}>
      <button type="button" class="button-quiet" onClick={onAdd}>
        {text("addThisPublished")}
        <span class="offer-host" dir="ltr">{` (${host})`}</span>
      </button>
    </section>
  );
}
