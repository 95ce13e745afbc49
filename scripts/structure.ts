import { structureReport } from "./structure/report.ts";
import { readSourceFiles } from "./structure/source-files.ts";

// npm run structure: files, lines and longest functions of each room, and the import circles.
for (const line of structureReport(readSourceFiles())) console.log(line);
