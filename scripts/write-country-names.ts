import { writeFileSync } from "node:fs";
import { countryTable } from "./country-names/country-table.ts";

writeFileSync(new URL("../public/country-names.json", import.meta.url), countryTable());
