import type { FileMetaData } from "hyparquet";
import * as z from "zod/mini";

/** A size, count or position. */
const natural = z
  .bigint()
  .check(z.refine((number) => number >= 0n && number <= BigInt(Number.MAX_SAFE_INTEGER)));

const chunk = z.object({
  path_in_schema: z.array(z.string()).check(z.minLength(1)),
  codec: z.string(),
  num_values: natural,
  total_compressed_size: natural,
  total_uncompressed_size: natural,
  data_page_offset: natural,
  dictionary_page_offset: z.optional(natural),
});

/** The part of a footer that is relied on. hyparquet decodes a footer, and does not check it. */
const footer = z.object({
  num_rows: natural,
  schema: z.array(z.object({ name: z.string() })).check(z.minLength(2)),
  row_groups: z.array(
    z.object({
      num_rows: natural,
      columns: z.array(z.object({ meta_data: chunk })).check(z.refine(areUnique)),
    }),
  ),
});

/** hyparquet would not await the second one of two columns with one name, and its fault would end the program. */
function areUnique(columns: readonly { meta_data: z.infer<typeof chunk> }[]): boolean {
  const paths = columns.map(({ meta_data }) => meta_data.path_in_schema.join("\n"));
  return new Set(paths).size === paths.length;
}

/** Whether a footer has what is needed, with values that are possible. */
export function isSound(metadata: FileMetaData): boolean {
  return footer.safeParse(metadata).success;
}
