import {
  configure,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipWriter,
  type ZipWriterAddDataOptions,
} from "@zip.js/zip.js/lib/zip-core.js";
import { packTar } from "modern-tar";

type Members = readonly (readonly [path: string, content: string | Uint8Array])[];

configure({ useWebWorkers: false });

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

/** A zip archive. */
export async function zipOf(
  members: Members,
  options: ZipWriterAddDataOptions = {},
): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter());
  for (const [path, content] of members)
    await zip.add(path, new Uint8ArrayReader(bytesOf(content)), options);
  return zip.close();
}

/** A tar archive. */
export function tarOf(members: Members): Promise<Uint8Array> {
  return packTar(
    members.map(([name, content]) => {
      const body = bytesOf(content);
      return { header: { name, size: body.length, type: "file" as const }, body };
    }),
  );
}
