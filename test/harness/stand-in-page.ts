/** The content of a stand-in article page. */
export interface StandIn {
  readonly title: string;
  readonly site: string;
  /** Markup for the end of `<head>`. */
  readonly head?: string;
  /** Markup for the end of `<body>`. */
  readonly body?: string;
  readonly language?: string;
  /** What the page says it is. */
  readonly note?: string;
}

/** In place of the real page's text: says that the page is a stand-in. */
const NOTE =
  "This page stands in for the article at its real address, which is not reached from here.";
const FILLER =
  "The paragraphs below only take up room, as those of a news story do. They are repeated so that the page scrolls and the sidebar lies beside something.";

/** A page that looks like a news site's, for an address that cannot be reached. */
export function standInPage({
  title,
  site,
  head = "",
  body = "",
  language = "en",
  note = NOTE,
}: StandIn): string {
  const paragraphs = `<p>${FILLER}</p>`.repeat(14);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
  body { margin: 0; font: 18px/1.6 Georgia, "Noto Serif", serif; color: #222; background: #fff; }
  header { padding: 14px 24px; background: #16325c; color: #fff; font: 700 20px system-ui, sans-serif; }
  nav { padding: 8px 24px; border-bottom: 1px solid #ddd; font: 14px system-ui, sans-serif; color: #555; }
  main { max-width: 680px; margin: 24px 24px 80px; }
  h1 { font-size: 32px; line-height: 1.2; }
  figure { margin: 0; aspect-ratio: 2; background: linear-gradient(135deg, #8fb4d8, #dbe7c9 60%, #f2cf9a); }
  .note { color: #666; font: italic 15px system-ui, sans-serif; }
</style>
${head}
</head>
<body>
<header>${escapeHtml(site)}</header>
<nav>Home &nbsp; World &nbsp; Technology &nbsp; Opinion</nav>
<main>
<h1>${escapeHtml(title)}</h1>
<p class="note">${note}</p>
<figure></figure>
${paragraphs}
</main>
${body}
</body>
</html>`;
}

/** A text escaped for markup, also for attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
