import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Catalogue = Readonly<Record<string, { readonly message: string }>>;

const folder = new URL("../../../public/_locales/", import.meta.url);
const languages = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const english = read("en");
const englishKeys = Object.keys(english);
/** Names of texts that have plural forms. */
const countedNames = englishKeys
  .filter((key) => key.endsWith("_other"))
  .map((key) => key.slice(0, -"_other".length));

function read(language: string): Catalogue {
  return JSON.parse(readFileSync(new URL(`${language}/messages.json`, folder), "utf8"));
}

function placeholders(message: string | undefined): string[] {
  return [...new Set(message?.match(/\$\d/g))].sort();
}

/** The name and category of a plural form: `omitted_few` → `omitted`, `few`; `null` for other texts. */
function pluralForm(key: string): { readonly name: string; readonly category: string } | null {
  const cut = key.lastIndexOf("_");
  const name = key.slice(0, Math.max(0, cut));
  return countedNames.includes(name) ? { name, category: key.slice(cut + 1) } : null;
}

/** Whether a form is only ever shown for one number, so that it can say it in words. */
function isForOneNumber(category: string, rules: Intl.PluralRules): boolean {
  if (!["zero", "one", "two"].includes(category)) return false;
  const counts = Array.from({ length: 201 }, (_, count) => count);
  return counts.filter((count) => rules.select(count) === category).length === 1;
}

test("the catalogues include English", () => {
  expect(languages).toContain("en");
  expect(countedNames).not.toHaveLength(0);
});

describe.each(languages)("catalogue %s", (language) => {
  const catalogue = read(language);
  // Folders are named as browsers name languages: `pt_BR`.
  const tag = language.replace("_", "-");
  const rules = new Intl.PluralRules(tag);
  const categories: readonly string[] = rules.resolvedOptions().pluralCategories;

  test("has the texts that English has", () => {
    const missing = englishKeys.filter((key) => !(key in catalogue));
    expect(missing).toEqual([]);
  });

  test("has nothing more than further plural forms of its language", () => {
    const surplus = Object.keys(catalogue).filter((key) => {
      const form = pluralForm(key);
      return !(key in english) && (form === null || !categories.includes(form.category));
    });
    expect(surplus).toEqual([]);
  });

  test("has a form for every plural category, or falls back to _other", () => {
    const missing = countedNames.flatMap((name) =>
      categories
        .map((category) => `${name}_${category}`)
        .filter((key) => !(key in catalogue) && !(`${name}_other` in catalogue)),
    );
    expect(missing).toEqual([]);
  });

  test("fills in what English fills in", () => {
    const different = Object.entries(catalogue).filter(([key, { message }]) => {
      const form = pluralForm(key);
      const expected = placeholders(english[form ? `${form.name}_other` : key]?.message);
      const found = placeholders(message);
      if (form !== null && isForOneNumber(form.category, rules) && !found.includes("$1"))
        found.unshift("$1");
      return found.join() !== expected.join();
    });
    expect(different).toEqual([]);
  });

  test("has no empty text", () => {
    const empty = Object.keys(catalogue).filter((key) => catalogue[key]?.message.trim() === "");
    expect(empty).toEqual([]);
  });

  test("is tagged with the name of its folder", () => {
    expect(catalogue["languageTag"]?.message).toBe(tag);
  });
});
