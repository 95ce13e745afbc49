import { runTool } from "./tools/run-tool.ts";

// npm run format: format, sort imports and apply safe fixes.
await runTool("biome", ["check", "--write", "."], { show: true });
