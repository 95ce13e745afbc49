import type { ArticleCoverage } from "../../coverage/coverage.ts";
import { plainLine } from "../../text/plain-line.ts";
import { inertAddress } from "../../url/inert-address.ts";
import { type StoryEntry, storyEntries } from "./story-entries.ts";

/** What a story's file says in the user's language. The texts need not be escaped. */
export interface StoryTexts {
  /** How many articles there are, and when the user had them. */
  readonly summary: string;
  /** What is known of an article besides its title and outlet: time, lead, quality, reason. */
  facts(entry: StoryEntry): readonly string[];
  /** The data sets that the story is from. */
  readonly sources: readonly string[];
}

/** A story as a Markdown file (CommonMark): its headline, its articles as a list with what is known of each, the sources. */
export function writeStoryMarkdown(coverage: ArticleCoverage, texts: StoryTexts): string {
  const lines = [`# ${literal(coverage.page.title)}`, "", literal(texts.summary), ""];
  for (const entry of storyEntries(coverage)) {
    const { title, url, outlet } = entry.article;
    // A copy is listed below the article that it is a copy of.
    const indent = entry.copyOf === null ? "" : "  ";
    const name = literal(outlet.name) || literal(outlet.domain);
    lines.push(`${indent}- **${name}**: [${literal(title)}](<${inertAddress(url)}>)`);
    for (const fact of texts.facts(entry)) lines.push(`${indent}  - ${literal(fact)}`);
  }
  lines.push("", ...texts.sources.map((source) => `> ${literal(source)}  `));
  return `${lines.join("\n")}\n`;
}

/**
 * A text as one line that Markdown shows as it is. Marks that mean something only at the start of a line are escaped there,
 * those that mean something anywhere, also in the dialects of GitHub and Pandoc, everywhere.
 */
function literal(text: string): string {
  return plainLine(text)
    .replace(/[\\`*_[\]<>&~|$^#]/g, "\\$&")
    .replace(/^(?:[-+=:]|\d{1,9}(?=[.)]))/, (start) =>
      /\d/.test(start) ? `${start}\\` : `\\${start}`,
    );
}
