import type { ListedOutlet, OutletKind } from "./starter-list.ts";
import { voiceOf } from "./voices.ts";

/** Outlets in a pack at most. */
const MOST = 8;
/** A pack of fewer outlets finds few stories: it is filled up from the user's next language. */
const ENOUGH = 6;
/** Outlets of the user's own country that come first in a pack. */
const MOST_OF_COUNTRY = 4;

/** Main domains of the outlets that come first in a pack: well known, with general news, and each with a voice of its own. */
const FIRST_CHOICES: readonly string[] = [
  ...["bbc.com", "theguardian.com", "npr.org", "dw.com", "aljazeera.com", "france24.com"],
  ...["cbsnews.com", "independent.co.uk", "sky.com"],
  ...["tagesschau.de", "spiegel.de", "zeit.de", "sueddeutsche.de", "faz.net", "welt.de"],
  ...["n-tv.de", "tagesspiegel.de"],
  ...["franceinfo.fr", "lemonde.fr", "lefigaro.fr", "liberation.fr", "bfmtv.com"],
  ...["20minutes.fr", "rfi.fr", "leparisien.fr"],
  ...["elpais.com", "elmundo.es", "lavanguardia.com", "eldiario.es", "infobae.com"],
  ...["clarin.com", "eltiempo.com", "jornada.com.mx"],
];

/** The kinds of outlets with the most general news first. */
const KINDS: readonly OutletKind[] = ["public", "agency", "broadcaster", "paper", "online"];

/** Languages by another tag of theirs than the list of outlets uses. */
const SAME_LANGUAGE: Readonly<Record<string, string>> = { no: "nb", nn: "nb" };

/**
 * Outlets to begin with, about eight: of the first of the user's languages, those of the user's country first. Where the
 * list has only a few in that language, those of the next one follow, at last English ones.
 *
 * @param languages BCP 47 tags, the preferred one first, as `navigator.languages` gives them
 * @param outlets the list to choose from
 */
export function starterPack(
  languages: readonly string[],
  outlets: readonly ListedOutlet[],
): ListedOutlet[] {
  let pack: ListedOutlet[] = [];
  for (const tag of [...languages, "en"]) {
    if (pack.length >= ENOUGH) break;
    pack = independent([...pack, ...inLanguage(tag, outlets)]);
  }
  return pack;
}

/** At most eight outlets in a language. */
export function languagePack(tag: string, outlets: readonly ListedOutlet[]): ListedOutlet[] {
  return independent(inLanguage(tag, outlets));
}

/** At most eight outlets of a country. */
export function countryPack(country: string, outlets: readonly ListedOutlet[]): ListedOutlet[] {
  return independent(outlets.filter((outlet) => outlet.country === country).sort(bestFirst));
}

/** The language subtag of a tag, as the list of outlets has it: `nb` of `no-NO`. */
export function languageOf(tag: string): string {
  const [language = ""] = tag.toLowerCase().split("-");
  return SAME_LANGUAGE[language] ?? language;
}

function inLanguage(tag: string, outlets: readonly ListedOutlet[]): ListedOutlet[] {
  const language = languageOf(tag);
  const country = /-([A-Za-z]{2})\b/.exec(tag)?.[1]?.toUpperCase();
  const own = outlets.filter((outlet) => languageOf(outlet.language) === language).sort(bestFirst);
  const ofCountry = own.filter((outlet) => outlet.country === country);
  return [...ofCountry.slice(0, MOST_OF_COUNTRY), ...own];
}

/** The first of the outlets that speak with one voice, and at most `MOST`. */
function independent(outlets: readonly ListedOutlet[]): ListedOutlet[] {
  const voices = new Map<string, ListedOutlet>();
  for (const outlet of outlets) {
    const voice = voiceOf(outlet.domains[0] ?? "");
    if (!voices.has(voice)) voices.set(voice, outlet);
  }
  return [...voices.values()].slice(0, MOST);
}

function bestFirst(a: ListedOutlet, b: ListedOutlet): number {
  return (
    placeOf(a) - placeOf(b) ||
    Number(a.evidence.kind !== "checked") - Number(b.evidence.kind !== "checked") ||
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    (a.name < b.name ? -1 : 1)
  );
}

function placeOf({ domains: [main = ""] }: ListedOutlet): number {
  const place = FIRST_CHOICES.indexOf(main);
  return place < 0 ? FIRST_CHOICES.length : place;
}
