import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { RelatedArticle } from "../../core/coverage/coverage.ts";
import type { StoryCorrection } from "../../core/protocol/requests.ts";
import type { TabCoverage } from "../../core/protocol/responses.ts";
import { isFocusLost } from "../kit/use-stage-focus.ts";
import { hideEntries } from "./hide-entries.ts";

/** The user's verdict on one entry of the answer. */
interface EntryVerdict {
  readonly article: RelatedArticle;
  /** `null` takes it back. */
  readonly verdict: StoryCorrection["verdict"];
}

/** The user's latest correction, and whether it was saved. */
export interface SaidCorrection extends EntryVerdict {
  readonly isKept: boolean;
}

/**
 * Lets the user say that an entry tells another story. The entry is hidden at once; the correction is saved and the
 * answer computed again meanwhile. Corrections are saved one after the other.
 *
 * @param place holds the entries
 * @param onCorrect saves the correction; resolves when the new answer is shown, to `false` if it could not be saved
 */
export function useCorrections(
  place: RefObject<HTMLElement | null>,
  answer: TabCoverage | null,
  onCorrect: (correction: StoryCorrection) => Promise<boolean>,
) {
  /** Corrections that the answer does not contain yet. */
  const [pending, setPending] = useState<readonly EntryVerdict[]>([]);
  const [said, setSaid] = useState<SaidCorrection | null>(null);
  const before = useRef<Promise<unknown>>(Promise.resolve());
  /** Where the focus goes after the next drawing. */
  const focus = useRef<string | null>(null);

  useEffect(() => {
    if (focus.current === null) return;
    const card = cardOf(place.current, focus.current);
    card?.querySelector<HTMLElement>(".card-title a")?.focus();
    // A card that comes back is there with the next answer.
    if (card !== undefined || pending.length === 0) focus.current = null;
    if (isFocusLost()) focusHeading(place.current);
  });
  useEffect(() => {
    // The new answer may be of another kind, without the entry that had the focus.
    if (answer !== null && said !== null && document.hasFocus() && isFocusLost())
      focusHeading(place.current);
  }, [answer, said, place]);

  const say = async (entry: EntryVerdict): Promise<void> => {
    if (answer === null) return;
    const { article, verdict } = entry;
    focus.current =
      verdict === null ? article.url : (neighbour(place.current, article.url) ?? article.url);
    setPending((entries) => [...entries, entry]);
    setSaid({ ...entry, isKept: true });
    const articles = [article, ...article.copies].map(({ url, title }) => ({ url, title }));
    const kept = before.current.then(() => onCorrect({ page: pageOf(answer), articles, verdict }));
    before.current = kept.catch(() => undefined);
    const isKept = await kept.catch(() => false);
    setPending((entries) => entries.filter((other) => other !== entry));
    if (!isKept) setSaid({ ...entry, isKept });
  };
  return {
    coverage:
      answer === null
        ? null
        : hideEntries(answer.coverage, new Set(pending.map(({ article }) => article.url))),
    said,
    reject: (article: RelatedArticle) => void say({ article, verdict: "other-story" }),
    undo: (article: RelatedArticle) => void say({ article, verdict: null }),
    dismiss: () => {
      // No card's: the heading gets it, once the button is gone.
      focus.current = "";
      setSaid(null);
    },
  };
}

/** The page as the data has it, else as the tab has it. */
function pageOf({ address, coverage, facts }: TabCoverage): StoryCorrection["page"] {
  if (coverage.kind !== "article") return { url: address, title: facts?.headline ?? "" };
  const { url, title } = coverage.page;
  return { url, title };
}

function cardsIn(place: ParentNode | null | undefined): HTMLElement[] {
  return Array.from(place?.querySelectorAll<HTMLElement>("[data-address]") ?? []);
}

function cardOf(place: ParentNode | null, address: string): HTMLElement | undefined {
  return cardsIn(place).find(({ dataset }) => dataset["address"] === address);
}

/** The address of the entry that takes an entry's place in its list, or of the one above it. */
function neighbour(place: ParentNode | null, address: string): string | undefined {
  const cards = cardsIn(cardOf(place, address)?.closest("ol"));
  const at = cards.findIndex(({ dataset }) => dataset["address"] === address);
  return (cards[at + 1] ?? cards[at - 1])?.dataset["address"];
}

function focusHeading(place: ParentNode | null): void {
  place?.querySelector<HTMLElement>("h2[tabindex]")?.focus({ preventScroll: true });
}
