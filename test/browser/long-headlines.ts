import type { View } from "../harness/driven-browser.ts";

/** Gives the links of a view headlines of 1,000 characters, and returns how high they are then, in sizes of their font. */
export function heightsOfLongHeadlines(view: View, links: string): Promise<number[]> {
  return view.run((document, selector) => {
    const drawn = Array.from(document.querySelectorAll<HTMLElement>(selector));
    if (drawn.length === 0) throw new Error(`no ${selector}`);
    return drawn.map((link) => {
      link.textContent = "headline ".repeat(111);
      const { fontSize } = getComputedStyle(link);
      return link.getBoundingClientRect().height / Number.parseFloat(fontSize);
    });
  }, links);
}
