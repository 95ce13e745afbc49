/**
 * Names that elements of RSS items have in the wild though no specification knows them, by the name under which the same thing
 * is known.
 */
const KNOWN_AS: Readonly<Record<string, string>> = {
  date: "dc:date",
  published: "atom:published",
  publicationdate: "atom:published",
  publishdate: "atom:published",
  publisheddate: "atom:published",
  datepublished: "atom:published",
  pub_date: "atom:published",
  issued: "dcterms:issued",
  created: "dcterms:created",
  updated: "atom:updated",
  updatedate: "atom:updated",
  modified: "dcterms:modified",
  lastmod: "dcterms:modified",
  summary: "atom:summary",
  content: "content:encoded",
  encoded: "content:encoded",
  body: "content:encoded",
  "xhtml:body": "content:encoded",
  creator: "dc:creator",
  subject: "dc:subject",
};

/** The name under which an element of an RSS item is known; `null` when it has that name, or no other. */
export function knownName(name: string): string | null {
  const lower = name.toLowerCase();
  return Object.hasOwn(KNOWN_AS, lower) ? (KNOWN_AS[lower] ?? null) : null;
}

const PICTURE =
  /^(?:(?:story|cover|thumb|full|large|small|main|lead|featured?|post|article|news)[-_]?)?(?:image|img|picture|photo|thumbnail|thumb)s?(?:[-_]?ur[li])?$/i;

/** Whether an element of an RSS item, without a namespace, is its picture. */
export function isPicture(name: string): boolean {
  return PICTURE.test(name);
}
