import { writeFileSync } from "node:fs";
import { countryTable } from "./country-names/country-table.ts";

writeFileSync(new URL("../core/story/country-table.ts", import.meta.url), countryTable());
