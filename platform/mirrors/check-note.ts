import * as z from "zod/mini";
import type { MirrorFiles } from "./mirror-files.ts";

/** What a check found in a file. Without this note, a file is not used. */
const checkNote = z.object({
  /** Which bytes of it are used. */
  version: z.enum(["fetched", "rebuilt"]),
  /** Bytes of its source blocks (`CheckedFile`). */
  blocks: z.array(z.number()),
  /** The formats of index that it was found to have. */
  segment: z.number(),
  stories: z.number(),
});
export type CheckNote = z.infer<typeof checkNote>;

/** `null` when the file was not checked, or its note cannot be read. */
export async function readCheckNote(
  files: MirrorFiles,
  id: string,
  name: string,
): Promise<CheckNote | null> {
  const text = await files.readNote(id, name, "checked.json");
  return text === null ? null : parsed(text, checkNote);
}

export function writeCheckNote(
  files: MirrorFiles,
  id: string,
  name: string,
  note: CheckNote,
): Promise<void> {
  return files.writeNote(id, name, "checked.json", JSON.stringify(note));
}

/** Parses a JSON text that the extension has written; `null` when it is damaged. */
export function parsed<Value>(text: string, schema: z.ZodMiniType<Value>): Value | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
