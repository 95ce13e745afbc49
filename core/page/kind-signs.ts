import { type JsonLdNode, textOf, typesOf } from "./json-ld.ts";
import type { PageMarkup } from "./page-markup.ts";
import { MAX_SIGN_LENGTH } from "./statement-limits.ts";

/**
 * What a page says of its article's kind, as it says it. `pageMarks` reads it in the background, since whatever is decided
 * here weighs on every page.
 *
 * @param main the JSON-LD node of the page's own article (`mainNode`)
 * @returns the types of the article, those of all nodes, whether it is free to read, whether it has a correction, its author,
 * its source, which readers it is for, and whether it is an opinion; each may be empty
 */
export function kindSigns({ metas, nodes }: PageMarkup, main: JsonLdNode): string[] {
  const free = main["isAccessibleForFree"];
  const [correction] = [main["correction"]].flat();
  return [
    `${typesOf(main)}`,
    `${nodes.flatMap(typesOf)}`,
    free === false ? "false" : textOf(free),
    correction ? "true" : "",
    ...["author", "sourceOrganization"].map((name) => textOf(main[name])),
    ...["article:content_tier", "article:opinion"].map((name) => metas.get(name) ?? ""),
  ].map((sign) => sign.slice(0, MAX_SIGN_LENGTH));
}
