import type { Step } from "../../core/protocol/article-step.ts";

/** Calls the listener each time the user asks for the next or the previous article; returns a function that ends that. */
export type SubscribeToSteps = (listener: (step: Step) => void) => () => void;

/** Gives the focus to the article after or before the one that has it; to the first one where none has it. */
export function focusArticle(place: ParentNode | null, step: Step): void {
  const links = Array.from(
    place?.querySelectorAll<HTMLElement>(".card-title a, .story-link") ?? [],
  ).filter((link) => link.closest("details:not([open])") === null);
  const card = document.activeElement?.closest(".card, .story");
  const at = links.findIndex((link) => card?.contains(link));
  const next = Math.min(Math.max(at + step, 0), links.length - 1);
  links[next]?.focus({ focusVisible: true });
}
