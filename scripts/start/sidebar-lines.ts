import type { View } from "../../test/harness/driven-browser.ts";

/** What the sidebar says, line by line. */
export async function sidebarLines(view: View): Promise<string> {
  return linesOf(await view.run(textsOf));
}

/** What the sidebar says; a text is empty when the sidebar does not have it. */
export interface SidebarTexts {
  readonly title: string;
  /** The page's time and its quality. */
  readonly standing: readonly string[];
  readonly first: string;
  readonly heading: string;
  readonly cards: readonly { readonly facts: readonly string[]; readonly title: string }[];
  readonly dataSet: string;
}

/** The texts as lines. What is empty has none. */
export function linesOf({ title, standing, first, heading, cards, dataSet }: SidebarTexts): string {
  const joined = (facts: readonly string[]) => facts.filter((fact) => fact !== "").join(" · ");
  const page = [title === "" ? "" : `This page: ${title}`, `  ${joined(standing)}`, `  ${first}`];
  const list = [
    heading === "" ? "" : `${heading}:`,
    ...cards.flatMap((card) => [`  ${joined(card.facts)}`, `    ${card.title}`]),
  ];
  const blocks = [page, list, [dataSet]].map((lines) => lines.filter((line) => line.trim() !== ""));
  const texts = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  return ["", texts.join("\n\n"), ""].join("\n");
}

/** Runs in the sidebar's document, so it can use nothing from outside. */
function textsOf(document: Document): SidebarTexts {
  const text = (within: ParentNode, selector: string) =>
    within
      .querySelector<HTMLElement>(selector)
      ?.innerText.replace(/[\u2068\u2069]/g, "")
      .replace(/\s+/g, " ")
      .trim() ?? "";
  return {
    title: text(document, ".page-title"),
    standing: [text(document, ".about-page time"), text(document, ".page-standing .quality")],
    first: text(document, ".standing-line"),
    heading: text(document, ".list-head h2"),
    cards: Array.from(document.querySelectorAll(".cards .card"), (card) => ({
      facts: [text(card, ".outlet"), text(card, ".quality"), text(card, ".apart")],
      title: text(card, ".card-title"),
    })),
    dataSet: text(document, ".data-set"),
  };
}
