import { type DataSetManifest, dataSetManifest } from "../../../core/data-set/data-set.ts";
import { UsageError } from "../input/usage-error.ts";

/** What the command line says about a data set. */
export interface DataSetFacts {
  readonly id?: string;
  readonly name?: string;
  readonly description?: string;
  readonly licence?: string;
  readonly source?: string;
}

/**
 * What the manifest says about the data set.
 *
 * @throws UsageError
 */
export function infoOf({ id, name, description, licence, source }: DataSetFacts): DataSetManifest {
  if (name === undefined) throw new UsageError("Expected --name NAME.");
  if (licence === undefined) throw new UsageError("Expected --licence LICENCE.");
  if (source === undefined) throw new UsageError("Expected --source URL.");
  if (isBlank(name)) throw new UsageError("--name: expected a text that can be seen.");
  if (isBlank(licence))
    throw new UsageError(
      "--licence: expected a text, such as “CC BY 4.0” or “All rights reserved”.",
    );
  if (!isWebAddress(source))
    throw new UsageError(`--source ${source}: expected an address that begins with https://.`);
  if (id === undefined && idOf(name) === "")
    throw new UsageError(`--name ${name} makes no id: choose one, such as --id harbour-news.`);
  const info = { id: id ?? idOf(name), name, description: description ?? "", licence, source };
  const parsed = dataSetManifest.safeParse(info);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join(".");
  const expected =
    field === "id"
      ? "up to 64 of a–z, 0–9 and -"
      : "a text that is not too long (docs/input-formats.md)";
  throw new UsageError(`--${field}: expected ${expected}.`);
}

/** Whether a text has only spaces and characters that are not seen. */
function isBlank(text: string): boolean {
  return !/[^\p{C}\p{Z}]/u.test(text);
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}

/** @example idOf("Härbour News!") // "harbour-news" */
function idOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 64);
}
