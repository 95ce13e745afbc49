import type { PageStatement } from "./page-statement.ts";
import { MAX_HEADLINE_LENGTH } from "./statement-limits.ts";

/**
 * What the text of a link says of the article behind it, which is not opened for this.
 *
 * @returns `null` for a link without text, such as a picture
 */
export function linkStatement(text: string): PageStatement | null {
  const headline = text.replaceAll(/\s+/g, " ").trim().slice(0, MAX_HEADLINE_LENGTH);
  if (headline === "") return null;
  return {
    headline,
    description: "",
    published: [],
    language: "",
    outlet: "",
    type: "article",
    signs: [],
  };
}
