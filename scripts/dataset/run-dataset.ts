import { parseArgs } from "node:util";
import { TABLE_FIELDS } from "../../core/import/tables/table-fields.ts";
import { check } from "./check.ts";
import { convert } from "./convert.ts";
import { parseMapping } from "./mapping.ts";
import { schema } from "./schema.ts";
import { stats } from "./stats.ts";
import { UsageError } from "./usage-error.ts";

const USAGE = `npm run dataset -- check PATHS… [--report FILE] [--map FIELD=COLUMN]… [--quiet]
npm run dataset -- stats PATHS… [--map FIELD=COLUMN]…
npm run dataset -- convert PATHS… --to md|jsonl|csv --out FILE|FOLDER [--force] [--map FIELD=COLUMN]…
npm run dataset -- schema [--check]

FIELD is one of ${TABLE_FIELDS.join(", ")}.`;

/**
 * Does what the command line says, and prints what comes of it.
 *
 * @param args of the command line, without the program
 * @returns the exit code: 0, 1 for data that cannot be used, 2 for a command that cannot be understood
 */
export async function runDataset(args: readonly string[]): Promise<number> {
  try {
    return await runCommand(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error([error.message, USAGE].filter((text) => text !== "").join("\n\n"));
    return 2;
  }
}

async function runCommand(args: readonly string[]): Promise<number> {
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
