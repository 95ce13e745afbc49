import { parseArgs } from "node:util";
import { TABLE_FIELDS } from "../core/import/tables/columns.ts";
import { check } from "./dataset/check.ts";
import { convert } from "./dataset/convert.ts";
import { parseMapping } from "./dataset/mapping.ts";
import { schema } from "./dataset/schema.ts";
import { stats } from "./dataset/stats.ts";
import { UsageError } from "./dataset/usage-error.ts";

// npm run dataset: checks, describes and converts data sets. Exit code 0, 1 for data that cannot
// be used, 2 for a command that cannot be understood.

const USAGE = `npm run dataset -- check PATHS… [--report FILE] [--map FIELD=COLUMN]… [--quiet]
npm run dataset -- stats PATHS… [--map FIELD=COLUMN]…
npm run dataset -- convert PATHS… --to md|jsonl|csv --out FILE|FOLDER [--force] [--map FIELD=COLUMN]…
npm run dataset -- schema [--check]

FIELD is one of ${TABLE_FIELDS.join(", ")}.`;

async function run(args: readonly string[]): Promise<number> {
  const { positionals, values } = parsed(args);
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [command, ...paths] = positionals;
  const columns = parseMapping(values.map ?? []);
  switch (command) {
    case "check":
      return check(paths, { columns, report: values.report, isQuiet: values.quiet ?? false });
    case "stats":
      return stats(paths, { columns });
    case "convert":
      return convert(paths, {
        columns,
        to: values.to,
        out: values.out,
        isForced: values.force ?? false,
      });
    case "schema":
      return schema(values.check ?? false);
    default:
      throw new UsageError(command === undefined ? "" : `No command “${command}”.`);
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        report: { type: "string" },
        map: { type: "string", multiple: true },
        quiet: { type: "boolean" },
        to: { type: "string" },
        out: { type: "string" },
        force: { type: "boolean" },
        check: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error([error.message, USAGE].filter((text) => text !== "").join("\n\n"));
  process.exitCode = 2;
}
