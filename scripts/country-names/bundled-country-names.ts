import { readFileSync } from "node:fs";
import { CountryNames } from "../../core/story/words/country-names.ts";

/** The names of countries that the extension ships. */
export function bundledCountryNames(): CountryNames {
  const file = new URL("../../public/country-names.json", import.meta.url);
  return new CountryNames(JSON.parse(readFileSync(file, "utf8")));
}
