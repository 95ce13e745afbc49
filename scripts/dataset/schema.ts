import { readFile, writeFile } from "node:fs/promises";
import { recordSchemaText } from "./record-schema.ts";

const FILE = new URL("../../docs/article-record.schema.json", import.meta.url);

/** `dataset schema`: writes the JSON Schema of a record; with `--check` it says whether the file is current. */
export async function schema(isCheck: boolean): Promise<number> {
  const text = recordSchemaText();
  if (!isCheck) {
    await writeFile(FILE, text);
    console.log("docs/article-record.schema.json written");
    return 0;
  }
  const isCurrent = (await readFile(FILE, "utf8").catch(() => "")) === text;
  console.log(
    isCurrent
      ? "docs/article-record.schema.json is current"
      : "docs/article-record.schema.json is not current: npm run dataset -- schema",
  );
  return isCurrent ? 0 : 1;
}
