import { describeProblem } from "../core/record/problem.ts";
import { readBundledData } from "./build/bundled-data.ts";

// npm run data: validates data/ and prints what is in it.
try {
  const { dataSet, problems } = await readBundledData(new URL("../data/", import.meta.url));
  for (const problem of problems) console.log(describeProblem(problem));
  console.log(`sites: ${dataSet.patterns.join(" ")}`);
  console.log(`articles: ${dataSet.records.length}, fields repaired: ${problems.length}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
