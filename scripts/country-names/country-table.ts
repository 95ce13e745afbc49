import { countryOf, countryStem, countryStems } from "../../core/story/words/country-stems.ts";
import { foldText } from "../../core/story/words/fold-text.ts";
import { splitWords } from "../../core/story/words/split-words.ts";
import { PEOPLES } from "./peoples.ts";

/** The languages whose country names are used, by the script they are looked up in. */
const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  latin: ["en", "es", "fr", "pt", "de"],
  cyrillic: ["ru"],
  arabic: ["ar"],
  greek: ["el"],
  hanAndKana: ["zh", "ja"],
};
/** Codes of former states and of groups of states. */
const NO_COUNTRY = new Set(
  ["CS", "DD", "SU", "YU", "RH", "VD", "EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"], // biome-ignore format: a list
);
/** Territories that are rarely in the news: their names would cost more bytes than they are worth. */
const RARE = new Set(
  (
    "AC AI AQ AS AW AX BL BQ BV CC CK CP CQ CW CX DG EA FK GF GG GP GS GU HM IC IM IO JE KY " +
    "MF MP MQ MS NC NF NU PF PM PN RE SH SJ SX TA TC TF TK UM VG VI WF YT"
  ).split(" "),
);

/** The content of `public/country-names.json`, from the country names of this JavaScript engine. */
export function countryTable(): string {
  const tables = Object.entries(LANGUAGES).map(([script, languages]) => [
    script,
    namesIn(languages, script === "latin" ? PEOPLES : {}),
  ]);
  const source = `Unicode CLDR ${process.versions["cldr"]}, Unicode License v3; names of peoples are our own`;
  return `${JSON.stringify({ source, ...Object.fromEntries(tables) }, null, 2)}\n`;
}

function namesIn(languages: readonly string[], peoples: Readonly<Record<string, string>>): string {
  const names = languages.map(
    (language) => new Intl.DisplayNames([language], { type: "region", fallback: "none" }),
  );
  const all = new Map(
    twoLetterCodes().map((code) => {
      const words = names.map((own) => splitWords(foldText(own.of(code) ?? "")));
      const own = words.flatMap((each) => (each.length === 1 ? each : []));
      return [code, [...new Set([...own, ...splitWords(foldText(peoples[code] ?? ""))])]];
    }),
  );
  for (const [code, words] of all)
    for (const word of words)
      if (isDerived(word, code, all))
        all.set(
          code,
          (all.get(code) ?? []).filter((other) => other !== word),
        );
  return written(all);
}

/** Whether a name is redundant: another name of the country has its stem, by which it is found anyway. */
function isDerived(word: string, code: string, all: ReadonlyMap<string, string[]>): boolean {
  const others = (all.get(code) ?? []).filter((other) => other !== word);
  const stem = countryStem(word);
  if (stem === null || others.every((other) => countryStem(other) !== stem)) return false;
  return countryOf(word, countryStems(written(new Map(all).set(code, others)))) === code;
}

function written(names: ReadonlyMap<string, readonly string[]>): string {
  return Array.from(names, ([code, words]) => (words.length === 0 ? "" : code + words.join(",")))
    .filter((entry) => entry !== "")
    .join(" ");
}

function twoLetterCodes(): string[] {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !NO_COUNTRY.has(code) && !RARE.has(code));
}
