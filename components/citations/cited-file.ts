import { CITATION_STYLES, citationText } from "../../core/citations/citation-styles.ts";
import { type CitedArticle, citedArticle } from "../../core/citations/cited-article.ts";
import { writeBibtex } from "../../core/citations/write-bibtex.ts";
import { writeCslJson } from "../../core/citations/write-csl-json.ts";
import { writeRis } from "../../core/citations/write-ris.ts";
import type { ArticleCoverage, RankedArticle } from "../../core/coverage/coverage.ts";
import { storyEntries } from "../../core/export/story/story-entries.ts";
import { writeStoryCsv } from "../../core/export/story/write-story-csv.ts";
import { writeStoryJson } from "../../core/export/story/write-story-json.ts";
import { writeStoryMarkdown } from "../../core/export/story/write-story-markdown.ts";
import type { Locale } from "../kit/locale.ts";
import { storyTexts } from "./story-texts.ts";

/** What one article can be written as. */
export const ARTICLE_FORMATS = [...CITATION_STYLES, "bibtex", "ris", "csl-json"] as const;
/** What a story can be written as. */
export const STORY_FORMATS = [...ARTICLE_FORMATS, "markdown", "csv", "json"] as const;
export type CitedFormat = (typeof STORY_FORMATS)[number];

const FILE_TYPES: Readonly<Record<CitedFormat, readonly [extension: string, mediaType: string]>> = {
  apa: ["txt", "text/plain"],
  mla: ["txt", "text/plain"],
  chicago: ["txt", "text/plain"],
  bibtex: ["bib", "application/x-bibtex"],
  ris: ["ris", "application/x-research-info-systems"],
  "csl-json": ["json", "application/vnd.citationstyles.csl+json"],
  markdown: ["md", "text/markdown"],
  csv: ["csv", "text/csv"],
  json: ["json", "application/json"],
};

/** What is cited: a story or one article of it. */
export interface Cited {
  readonly coverage: ArticleCoverage;
  /** `null` is the whole story. */
  readonly article: RankedArticle | null;
  /** ms since 1970. */
  readonly accessed: number;
}

/** The articles that are cited. */
export function citedArticles({ coverage, article, accessed }: Cited): CitedArticle[] {
  const articles =
    article === null ? storyEntries(coverage).map((entry) => entry.article) : [article];
  return articles.map((one) => citedArticle(one, accessed));
}

/** What is cited as the text of a file. */
export function citedText(cited: Cited, format: CitedFormat, locale: Locale): string {
  const { coverage, accessed } = cited;
  switch (format) {
    case "bibtex":
      return writeBibtex(citedArticles(cited));
    case "ris":
      return writeRis(citedArticles(cited));
    case "csl-json":
      return writeCslJson(citedArticles(cited));
    case "markdown":
      return writeStoryMarkdown(coverage, storyTexts(coverage, accessed, locale));
    case "csv":
      return writeStoryCsv(coverage);
    case "json":
      return writeStoryJson(coverage, accessed);
    default:
      return citedArticles(cited)
        .map((article) => `${citationText(article, format)}\n`)
        .join("\n");
  }
}

/** That text as a file, and its name. */
export function citedFile(
  text: string,
  format: CitedFormat,
  { article, coverage, accessed }: Cited,
): { readonly file: Blob; readonly name: string } {
  const [extension, type] = FILE_TYPES[format];
  const day = new Date(accessed).toISOString().slice(0, 10);
  const { domain } = (article ?? coverage.page).outlet;
  const kind = article === null ? "story" : "article";
  return {
    file: new Blob([text], { type: `${type};charset=utf-8` }),
    name: `${domain}-${kind}-${day}.${extension}`,
  };
}
