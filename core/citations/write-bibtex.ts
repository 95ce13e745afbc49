import { citationKeys } from "./citation-keys.ts";
import { type CitedArticle, isoDay } from "./cited-article.ts";

/** BibTeX's own names of the months. */
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * Characters that TeX does not read as themselves. BibTeX counts braces even after a backslash, so a lone `\{` would put
 * an end to the entry; the commands for them are balanced.
 */
const COMMANDS: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  $: "\\$",
  "&": "\\&",
  "%": "\\%",
  "#": "\\#",
  _: "\\_",
};

/**
 * Articles as a BibTeX file in UTF-8, which BibLaTeX reads too.
 *
 * Titles stand in two pairs of braces, so that no style changes their capitals. The address is written as it is: `url` is
 * read literally, and `CitedArticle.address` has no brace and no backslash.
 */
export function writeBibtex(articles: readonly CitedArticle[]): string {
  const keys = citationKeys(articles);
  return articles.map((article, i) => entry(article, keys[i] ?? "")).join("\n");
}

function entry(article: CitedArticle, key: string): string {
  const { title, outlet, address, published, accessed, language } = article;
  const fields = [
    `title = {{${literal(title)}}}`,
    `journal = {${literal(outlet)}}`,
    ...(published === null
      ? []
      : [
          `year = {${published.year}}`,
          `month = ${MONTHS[published.month - 1]}`,
          `day = {${published.day}}`,
        ]),
    `url = {${address}}`,
    `urldate = {${isoDay(accessed)}}`,
    ...(language === null ? [] : [`language = {${literal(language)}}`]),
  ];
  return `@article{${key},\n${fields.map((field) => `  ${field},\n`).join("")}}\n`;
}

/** A text that TeX prints as it is. */
function literal(text: string): string {
  return text.replace(/[\\{}~^$&%#_]/g, (character) => COMMANDS[character] ?? "");
}
