import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { countryTable } from "../../scripts/country-names/country-table.ts";

const TABLE = readFileSync(new URL("../../public/country-names.json", import.meta.url), "utf8");

/** Another version of Unicode's names makes another table, which is no fault. */
const isSameVersion = TABLE.includes(`CLDR ${process.versions["cldr"]},`);

test.runIf(isSameVersion)("the table of countries is what the script writes", () => {
  expect(TABLE).toBe(countryTable());
});

test("it is within its size budget", () => {
  expect(TABLE.length).toBeLessThan(12_600);
});
