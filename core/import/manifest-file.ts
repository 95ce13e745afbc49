import { type DataSetManifest, dataSetManifest } from "../data-set/data-set.ts";
import { Fields } from "../record/fields.ts";
import { present } from "../record/present.ts";
import { shortValue } from "../record/problem.ts";
import { repairText } from "../text/repair-text.ts";
import type { ReadEvent } from "./run/read-event.ts";
import type { ReadRun } from "./run/read-run.ts";
import type { ByteReader } from "./text/byte-reader.ts";
import { isShallow } from "./text/json-depth.ts";

/** The largest file that can be a manifest, in bytes. */
const MAX_SIZE = 64 * 1024;

type ManifestField = keyof DataSetManifest;
const LONGEST = 1000;

/**
 * Reads the manifest of a data set: a file `manifest.json` with a text `name`. Each field is repaired or dropped
 * by itself. Returns `null` when the file is something else; then nothing was taken from `reader`.
 */
export async function readManifest(
  reader: ByteReader,
  path: string,
  run: ReadRun,
): Promise<Extract<ReadEvent, { kind: "manifest" }> | null> {
  if (!/(?:^|\/)manifest\.json$/i.test(path)) return null;
  const head = await reader.peek(MAX_SIZE);
  if (head.length === MAX_SIZE) return null;
  const fields = parsed(new TextDecoder().decode(head));
  if (fields === null || typeof fields.get("name") !== "string") return null;
  const read = (name: ManifestField) => readField(fields, name, path, run);
  const manifest = present({
    id: read("id"),
    name: read("name"),
    description: read("description"),
    licence: read("licence"),
    source: read("source"),
  });
  return { kind: "manifest", file: path, manifest };
}

function readField(
  fields: Fields,
  name: ManifestField,
  file: string,
  run: ReadRun,
): string | undefined {
  const value = fields.get(name);
  if (value === undefined) return undefined;
  const schema = dataSetManifest.shape[name];
  if (schema.safeParse(value).success && typeof value === "string") {
    const { text, repairs } = repairText(value, LONGEST);
    if (repairs.length > 0) note(run, file, name, "repaired", repairs.join(", "), value);
    return text;
  }
  const { text } = repairText(String(value), LONGEST);
  if (typeof value === "string" && name === "id" && schema.safeParse(text.toLowerCase()).success) {
    note(run, file, name, "repaired", "expected lower case", value);
    return text.toLowerCase();
  }
  note(run, file, name, "dropped", EXPECTED[name], value);
  return undefined;
}

const EXPECTED: Readonly<Record<ManifestField, string>> = {
  id: "expected up to 64 of a–z, 0–9 and -",
  name: "expected text of 1 to 100 characters",
  description: "expected text of at most 1000 characters",
  licence: "expected text of at most 1000 characters",
  source: "expected text of at most 1000 characters",
};

function note(
  run: ReadRun,
  file: string,
  field: string,
  severity: "repaired" | "dropped",
  message: string,
  value: unknown,
): void {
  run.note({ file, line: null, field, severity, message, found: shortValue(value) });
}

function parsed(text: string): Fields | null {
  if (!isShallow(text)) return null;
  try {
    return Fields.of(JSON.parse(text), "");
  } catch {
    return null;
  }
}
