import type { ArticleMark } from "../record/article-marks.ts";
import { withoutSiteName } from "./headline.ts";
import { pageMarks } from "./page-marks.ts";
import type { PageStatement } from "./page-statement.ts";
import { pageText } from "./page-text.ts";
import { dayInAddress, publicationTime, startOfLiveBlog } from "./page-time.ts";
import {
  MAX_DESCRIPTION_LENGTH,
  MAX_HEADLINE_LENGTH,
  MAX_OUTLET_LENGTH,
} from "./statement-limits.ts";
import { languageOfText } from "./text-language.ts";

/** What is known of an article from its page alone; its story is looked up with this. Texts are plain lines. */
export interface PageFacts {
  /** Without the outlet's name at its start or end; never empty. */
  readonly headline: string;
  /** May be empty. */
  readonly description: string;
  /** ms since 1970. */
  readonly published: number | null;
  /**
   * Primary language subtag (`en`, `de`, `zh`) that the page states, or that of the text where it is in a script in which the
   * stated language is not written; `null` when the page states none.
   */
  readonly language: string | null;
  /** The name the outlet gives itself; may be empty. */
  readonly outlet: string;
  readonly type: "article" | "video";
  /** What the page says of its article; see `pageMarks`. */
  readonly marks: readonly ArticleMark[];
}

/**
 * The facts in a page's statement; `null` when it has no headline that could be shown.
 *
 * @param now ms since 1970
 */
export function pageFacts(
  statement: PageStatement,
  address: string,
  now: number,
): PageFacts | null {
  const outlet = pageText(statement.outlet, MAX_OUTLET_LENGTH);
  const host = URL.parse(address)?.hostname ?? "";
  const headline = withoutSiteName(pageText(statement.headline, MAX_HEADLINE_LENGTH), [
    outlet,
    host,
  ]);
  if (headline === "") return null;
  const description = pageText(statement.description, MAX_DESCRIPTION_LENGTH);
  const marks = pageMarks(statement.signs);
  const timeOf = marks.includes("live") ? startOfLiveBlog : publicationTime;
  const said = /^[a-z]{2,3}(?![a-z])/.exec(statement.language.toLowerCase())?.[0] ?? null;
  return {
    headline,
    description,
    published: timeOf(statement.published, now, statement.language) ?? dayInAddress(address, now),
    language: languageOfText(`${headline} ${description}`, said),
    outlet,
    type: statement.type,
    marks,
  };
}
