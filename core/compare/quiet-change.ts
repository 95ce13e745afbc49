/** What outlets write before or behind a headline while a story goes on, in lower case; the longer ones first. */
const TAGS =
  `live updates|live blog|live-blog|live-ticker|live ticker|live now|liveblog|liveticker|live|ticker|newsblog|breaking news|breaking
  |just in|updates|updated|update|eilmeldung|eil|aktualisiert|en direct|en continu|direct|mise à jour|dernière minute|urgent|en vivo|en directo
  |directo|última hora|minuto a minuto|actualización|ao vivo|atualizado|urgente|in diretta|diretta|ultim'ora|بث مباشر|مباشر|عاجل|تحديث`.replaceAll(
    /\n\s*/g,
    "",
  );
const TAG_IN_FRONT = new RegExp(
  `^[\\p{P}\\p{S}\\s]*(?:${TAGS})[\\s\\p{N}]*(?=[\\p{P}\\p{S}])`,
  "u",
);
const TAG_BEHIND = new RegExp(`(?<=[\\p{P}\\p{S}]\\s*)(?:${TAGS})[\\p{P}\\p{S}\\p{N}\\s]*$`, "u");
/** A number with the unit of a time: `10:40 pm`, `14 Uhr`, `20 h`. */
const TIME = /\p{N}[\p{N}.:h\s]*(?:[ap]\.?m\.?|uhr|hrs?|h|min|gmt|utc|e[sd]t|cet|bst)(?!\p{L})/gu;

/**
 * Whether two versions of a text say the same but for counters, times, tags of live coverage, punctuation and capitals. Any
 * number is taken for a counter: a toll that rises is an update of the same words.
 */
export function isQuietChange(before: string, after: string): boolean {
  return withoutQuiet(before) === withoutQuiet(after);
}

function withoutQuiet(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(TAG_IN_FRONT, " ")
    .replace(TAG_BEHIND, " ")
    .replace(TIME, " ")
    .replaceAll(/[^\p{L}\p{M}]+/gu, " ")
    .trim();
}
