import * as z from "zod/mini";
import { dataSetInfo, siteAccess } from "../../core/data-set/data-set.ts";

/** What the user confirmed for a data set: its texts, where it may show up, and its files. */
const edition = z.object({
  info: dataSetInfo,
  access: siteAccess,
  /** Name of the kept source file. */
  source: z.string(),
});

/** A data set as the user added it. Whether and how it is indexed is for the database alone to say. */
const dataSetEntry = z.object({
  id: z.string(),
  /**
   * The latest last. One that replaces another goes beside it: the earlier one answers until the index of the later
   * one is built.
   */
  editions: z.array(edition).check(z.minLength(1)),
  isEnabled: z.boolean(),
  /** ms since 1970. */
  addedAt: z.number(),
  /** When the user deleted it; that can be undone for a while. */
  removedAt: z.nullable(z.number()),
});

export type Edition = z.infer<typeof edition>;
export type DataSetEntry = z.infer<typeof dataSetEntry>;

/** An entry of the list before version 3 of the database, which held what was built as well. */
const oldEntry = z.object({
  ...edition.shape,
  isEnabled: z.boolean(),
  addedAt: z.number(),
  deletedAt: z.nullable(z.number()),
});

/** An import under way before that version, which was kept apart from the list. */
export const oldImport = z.object({ ...edition.shape, addedAt: z.number() });

/** An entry out of whatever storage holds; `undefined` when it cannot be read. */
export function parseDataSetEntry(stored: unknown): DataSetEntry | undefined {
  const { data: old } = oldEntry.safeParse(stored);
  if (old === undefined) return dataSetEntry.safeParse(stored).data;
  const { info, access, source, isEnabled, addedAt, deletedAt } = old;
  const editions = [{ info, access, source }];
  return { id: info.id, editions, isEnabled, addedAt, removedAt: deletedAt };
}
