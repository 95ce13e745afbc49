import { DataSetIntake } from "../core/data-set/intake.ts";
import { describeProblem } from "../core/record/problem.ts";
import { registrableDomain } from "../core/url/registrable-domain.ts";
import { readBundledData } from "./build/bundled-data.ts";

// npm run data: validates data/ and prints what is in it.
try {
  const { records, problems } = await readBundledData(new URL("../data/", import.meta.url));
  for (const problem of problems) console.log(describeProblem(problem));
  const intake = new DataSetIntake(registrableDomain);
  for (const record of records) intake.add(record);
  console.log(`sites: ${intake.patterns().join(" ")}`);
  console.log(`articles: ${records.length}, fields repaired or left out: ${problems.length}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
