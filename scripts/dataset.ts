import { runDataset } from "./dataset/run-dataset.ts";

// npm run dataset: checks, describes and converts data sets.
process.exitCode = await runDataset(process.argv.slice(2));
