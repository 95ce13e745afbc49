import type { View } from "../../harness/driven-browser.ts";
import { waitFor } from "../../harness/wait-for.ts";

/** The story of a page as the sidebar shows it. */
export interface ShownStory {
  /** Who was first. */
  readonly lead: string;
  readonly heading: string;
  readonly cards: readonly {
    readonly outlet: string;
    readonly title: string;
    readonly url: string;
    /** How much later or earlier than the page. */
    readonly apart: string;
  }[];
}

/** Has the sidebar show its articles by time, as the user would, and reads them. */
export async function shownByTime(view: View): Promise<ShownStory> {
  await waitFor("the articles", () =>
    view.run(async (document) => {
      const order = document.querySelector<HTMLSelectElement>(".sort select");
      if (order === null) return null;
      order.value = "time";
      order.dispatchEvent(new Event("change", { bubbles: true }));
      // The choice is rendered before the next task.
      await new Promise((resolve) => setTimeout(resolve));
      return true;
    }),
  );
  return view.run((document) => {
    const textOf = (parent: ParentNode | null, selector: string) =>
      (parent?.querySelector(selector)?.textContent ?? "").replaceAll(/[\u2068\u2069]/g, "");
    const section = document.querySelector("section:has(> .cards)");
    return {
      lead: textOf(document, ".first"),
      heading: textOf(section, "h2"),
      cards: Array.from(section?.querySelectorAll(".card") ?? [], (card) => ({
        outlet: textOf(card, ".outlet"),
        title: textOf(card, ".card-title"),
        url: card.querySelector<HTMLAnchorElement>(".card-title a")?.href ?? "",
        apart: textOf(card, ".apart"),
      })),
    };
  });
}
