import { CountryNames } from "../../../core/story/words/country-names.ts";

/** The names of countries that the extension ships. */
export async function fetchCountryNames(): Promise<CountryNames> {
  return new CountryNames(await (await fetch("/country-names.json")).json());
}
