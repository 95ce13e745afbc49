import type { View } from "../../test/harness/driven-browser.ts";

/** What the sidebar says, line by line. */
export function sidebarLines(view: View): Promise<string> {
  return view.run((document) => {
    const text = (within: ParentNode, selector: string) =>
      within
        .querySelector<HTMLElement>(selector)
        ?.innerText.replace(/[\u2068\u2069]/g, "")
        .replace(/\s+/g, " ")
        .trim() ?? "";
    const lines = [
      "",
      `This page: ${text(document, ".page-title")}`,
      `  ${text(document, ".page-standing .when")} · ${text(document, ".page-standing .quality")}`,
      `  ${text(document, ".first")}`,
      "",
      `${text(document, ".list-head h2")}:`,
    ];
    for (const card of document.querySelectorAll(".cards .card")) {
      lines.push(
        `  ${text(card, ".outlet")} · ${text(card, ".quality")} · ${text(card, ".when")}`,
        `    ${text(card, ".card-title")}`,
      );
    }
    lines.push("", text(document, ".data-set"), "");
    return lines.join("\n");
  });
}
