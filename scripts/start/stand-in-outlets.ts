import { MINUTE } from "../../core/durations.ts";
import type { OutletEntry } from "../../core/outlets/subscription.ts";
import type { Page } from "../../test/harness/local-web.ts";
import { escapeHtml, standInPage } from "../../test/harness/stand-in-page.ts";
import type { StandInArticle } from "./stand-in-stories.ts";

const NOTE =
  "This story is made up: the page stands in for its outlet, which is not reached from here.";

/**
 * Outlets at their own host names: each answers at its feed's address with its articles in RSS 2.0, and at
 * their addresses with pages.
 *
 * @param now ms since 1970; the articles' times are relative to it
 */
export function standInOutlets(
  outlets: readonly OutletEntry[],
  articles: readonly StandInArticle[],
  now: number,
): (url: URL) => Page | undefined {
  const pages = new Map<string, Page>();
  for (const outlet of outlets) {
    const own = articles.filter(({ domain }) => outlet.domains.includes(domain));
    const body = rss(outlet, own, now);
    pages.set(outlet.feed, { headers: { "content-type": "application/rss+xml" }, body });
    for (const article of own)
      pages.set(addressOf(article), { body: articlePage(outlet, article, now) });
  }
  return ({ href }) => pages.get(href);
}

function addressOf({ domain, path }: StandInArticle): string {
  return `https://www.${domain}${path}`;
}

function timeOf({ minutesAgo }: StandInArticle, now: number): Date {
  return new Date(now - minutesAgo * MINUTE);
}

function rss(outlet: OutletEntry, articles: readonly StandInArticle[], now: number): string {
  const items = articles.map(
    (article) => `<item>
<title>${escapeHtml(article.title)}</title>
<link>${escapeHtml(addressOf(article))}</link>
<description>${escapeHtml(article.excerpt)}</description>
<pubDate>${timeOf(article, now).toUTCString()}</pubDate>
</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel>
<title>${escapeHtml(outlet.name)} (stand-in)</title>
<link>https://www.${outlet.domains[0]}/</link>
<language>${outlet.language}</language>
${items.join("\n")}
</channel></rss>`;
}

function articlePage(
  { name, language }: OutletEntry,
  article: StandInArticle,
  now: number,
): string {
  const meta = (property: string, content: string) =>
    `<meta property="${property}" content="${escapeHtml(content)}">`;
  const head = [
    meta("og:type", "article"),
    meta("og:title", article.title),
    meta("og:description", article.excerpt),
    meta("article:published_time", timeOf(article, now).toISOString()),
  ];
  return standInPage({
    title: article.title,
    site: name,
    note: NOTE,
    language,
    head: head.join("\n"),
  });
}
