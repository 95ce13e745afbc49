import { standInPage } from "./stand-in-page.ts";

/** What the page's own scripts put in the way: getters, methods that throw, 100 MB of text. */
const TRAPS = `<script>
  const trap = () => { throw new Error("a trap"); };
  for (const name of ["head", "title", "documentElement", "baseURI", "scripts", "querySelector", "getElementsByTagName", "createTreeWalker"])
    Object.defineProperty(document, name, { get: trap });
  for (const name of ["querySelector", "getElementsByTagName", "createTreeWalker"]) Document.prototype[name] = trap;
  for (const name of ["getAttribute", "matches"]) Element.prototype[name] = trap;
  CharacterData.prototype.substringData = trap;
  JSON.parse = trap;
  addEventListener("DOMContentLoaded", () => {
    for (const id of ["paragraph", "heading"]) window[id].append("word ".repeat(10_000_000));
  });
</script>`;

/** Elements whose names stand in for the document's own properties. */
const NAMES = [
  "querySelector",
  "getElementsByTagName",
  "createTreeWalker",
  "baseURI",
  "title",
  "scripts",
  "addEventListener",
]
  .map((name) => `<form name="${name}"><input name="getAttribute"></form>`)
  .join("");

const BLOCK =
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"One","datePublished":"2024-03-01"}</script>';

/** Broken JSON-LD as long as is read, which an expression that tries its blanks twice reads for seconds. */
const BLANKS = `<script type="application/ld+json">{"headline":${" ".repeat(190_000)}x</script>`;

/**
 * A page that makes reading it as hard as it can: traps in its way, 100 MB of text, 10,000 blocks of JSON-LD, a
 * headline of a million characters.
 */
export function hostilePage(): string {
  const head = `${TRAPS}<meta property="og:title" content="${"x".repeat(1_000_000)}">${BLANKS.repeat(2)}${BLOCK.repeat(10_000)}`;
  const body = `${NAMES}<div hidden><h1 id="heading"></h1><p id="paragraph"></p></div>`;
  return standInPage({ title: "A story", site: "futurism.com", head, body });
}
