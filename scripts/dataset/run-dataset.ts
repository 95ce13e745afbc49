import { parseArgs } from "node:util";
import { TABLE_FIELDS } from "../../core/import/tables/table-fields.ts";
import { check } from "./check.ts";
import { convert } from "./convert.ts";
import { UsageError } from "./input/usage-error.ts";
import { parseMapping } from "./mapping.ts";
import { makeKey } from "./publish/key-file.ts";
import { publish } from "./publish/publish.ts";
import { PublishError } from "./publish/publish-error.ts";
import { publishManifest } from "./publish/publish-manifest.ts";
import { schema } from "./schema.ts";
import { stats } from "./stats.ts";

const USAGE = `npm run dataset -- check PATHS… [--report FILE] [--force] [--map FIELD=COLUMN]… [--quiet]
npm run dataset -- stats PATHS… [--map FIELD=COLUMN]…
npm run dataset -- convert PATHS… --to md|jsonl|csv --out FILE|FOLDER [--force] [--map FIELD=COLUMN]…
npm run dataset -- schema [--check]
npm run dataset -- key [FILE]
npm run dataset -- publish PATHS… --out DIR --name NAME --licence LICENCE --source URL [--id ID] [--description TEXT]
  [--partition day|month|language|none] [--update] [--only I/N] [--key FILE] [--expires DAYS] [--version N] [--force]
  [--map FIELD=COLUMN]…
npm run dataset -- publish-manifest DIR [--key FILE] [--expires DAYS] [--version N] [--force]

FIELD is one of ${TABLE_FIELDS.join(", ")}.
COLUMN is its name, its place such as "column 3", or in JSON and Parquet a path such as meta.title.`;

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
    // A full disk, a folder that is not one's own: the system's words say it.
    const isOfSystem = error instanceof Error && "syscall" in error;
    if (isOfSystem || error instanceof PublishError) {
      console.error(error.message);
      return 1;
    }
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
  const { key, expires, version } = values;
  const manifestOptions = { key, expires, version, isForced: values.force ?? false };
  switch (command) {
    case "check":
      return check(paths, {
        columns,
        report: values.report,
        isQuiet: values.quiet ?? false,
        isForced: values.force ?? false,
      });
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
    case "key":
      return makeKey(paths[0]);
    case "publish":
      return publish(paths, {
        ...values,
        ...manifestOptions,
        columns,
        isUpdate: values.update ?? false,
      });
    case "publish-manifest":
      return publishManifest(paths[0], manifestOptions);
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
        id: { type: "string" },
        name: { type: "string" },
        description: { type: "string" },
        licence: { type: "string" },
        source: { type: "string" },
        partition: { type: "string" },
        update: { type: "boolean" },
        only: { type: "string" },
        key: { type: "string" },
        expires: { type: "string" },
        version: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
