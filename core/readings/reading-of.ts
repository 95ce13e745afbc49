import type { Coverage } from "../coverage/coverage.ts";
import { murmur3 } from "../hash.ts";
import type { PageFacts } from "../page/page-facts.ts";
import { MAX_TITLE_LENGTH } from "../record/article-record.ts";
import { addressKey } from "../url/url-key.ts";
import { MAX_STORY_NUMBERS, type Reading, reading } from "./reading.ts";

/** The answer for a page that was opened. */
interface OpenedPage {
  readonly address: string;
  readonly coverage: Coverage;
  readonly facts: PageFacts | null;
}

/** What is kept of a page that was opened; `null` where it is no article of an outlet that is known. */
export function readingOf({ address, coverage, facts }: OpenedPage, at: number): Reading | null {
  if (coverage.kind === "none" || (coverage.kind === "outlet" && facts === null)) return null;
  const page =
    coverage.kind === "article"
      ? coverage.page
      : {
          url: address,
          title: facts?.headline ?? "",
          outlet: { name: coverage.name, domain: coverage.site },
        };
  const related = coverage.kind === "article" ? coverage.related : [];
  const urls = [page, ...related, ...related.flatMap(({ copies }) => copies)].map(({ url }) => url);
  const { data } = reading.safeParse({
    url: page.url,
    title: page.title.slice(0, MAX_TITLE_LENGTH),
    outlet: page.outlet.name,
    domain: page.outlet.domain,
    at,
    story: urls.slice(0, MAX_STORY_NUMBERS).map((url) => murmur3(addressKey(url), 0)),
    hasOthers: related.length > 0,
  });
  return data ?? null;
}
