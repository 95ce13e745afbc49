/** An article as an outlet's feed states it. */
export interface FeedEntry {
  readonly url: string;
  readonly title: string;
  readonly excerpt: string;
  /** ms since 1970. */
  readonly published: number;
  /** What a news sitemap calls its genre; default none. */
  readonly genre?: string;
}

/** Writes a feed in one format; the texts are plain. */
type FeedFormat = (name: string, entries: readonly FeedEntry[]) => string;

/** RSS 2.0, with the excerpt as markup. */
export const rss2: FeedFormat = (name, entries) =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${name}</title>${each(
    entries,
    ({ url, title, excerpt, published }) => `<item>
<title>${escaped(title)}</title><link>${escaped(url)}</link><guid>${escaped(url)}</guid>
<description><![CDATA[<p>${escaped(excerpt)}</p><img src="/pixel.gif">]]></description>
<pubDate>${new Date(published).toUTCString()}</pubDate></item>`,
  )}</channel></rss>`;

/** RSS 1.0, which is RDF. */
export const rss1: FeedFormat = (name, entries) =>
  `<?xml version="1.0"?><rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${name}</title></channel>${each(
    entries,
    ({ url, title, excerpt, published }) => `<item rdf:about="${escaped(url)}">
<title>${escaped(title)}</title><link>${escaped(url)}</link><description>${escaped(excerpt)}</description>
<dc:date>${new Date(published).toISOString()}</dc:date></item>`,
  )}</rdf:RDF>`;

/** RSS 0.91, whose items have no time. */
export const rss091: FeedFormat = (name, entries) =>
  `<rss version="0.91"><channel><title>${name}</title>${each(
    entries,
    ({ url, title, excerpt }) =>
      `<item><title>${escaped(title)}</title><link>${escaped(url)}</link><description>${escaped(excerpt)}</description></item>`,
  )}</channel></rss>`;

export const atom: FeedFormat = (name, entries) =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>${name}</title>${each(
    entries,
    ({ url, title, excerpt, published }) => `<entry><id>${escaped(url)}</id>
<title>${escaped(title)}</title><link href="${escaped(url)}"/><summary>${escaped(excerpt)}</summary>
<published>${new Date(published).toISOString()}</published></entry>`,
  )}</feed>`;

export const jsonFeed: FeedFormat = (name, entries) =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: name,
    items: entries.map(({ url, title, excerpt, published }) => ({
      ...{ id: url, url, title, summary: excerpt },
      date_published: new Date(published).toISOString(),
    })),
  });

/** A news sitemap, which has no excerpts. */
export const newsSitemap: FeedFormat = (name, entries) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${each(
    entries,
    ({ url, title, published, genre }) => `<url><loc>${escaped(url)}</loc><news:news>
<news:publication><news:name>${name}</news:name><news:language>en</news:language></news:publication>
<news:publication_date>${new Date(published).toISOString()}</news:publication_date>
${genre === undefined ? "" : `<news:genres>${genre}</news:genres>`}
<news:title>${escaped(title)}</news:title></news:news></url>`,
  )}</urlset>`;

function each(entries: readonly FeedEntry[], write: (entry: FeedEntry) => string): string {
  return entries.map(write).join("\n");
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
