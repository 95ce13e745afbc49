import browser from "webextension-polyfill";
import * as z from "zod/mini";
import { dataSetInfo, siteAccess } from "../../core/data-set/data-set.ts";

/** A data set that the reader added. */
const addedDataSet = z.object({
  /** As the reader calls it. */
  info: dataSetInfo,
  /** Name of the kept source. */
  source: z.string(),
  /** Of the index: another one, or none, in the database means that it was lost. */
  generation: z.string(),
  isEnabled: z.boolean(),
  access: siteAccess,
  /** ms since 1970. */
  addedAt: z.number(),
  /** When the reader deleted it; it can be had back for a while. */
  deletedAt: z.nullable(z.number()),
  builtAt: z.number(),
  articles: z.number(),
  outlets: z.number(),
  /** Bytes on disk. */
  sourceBytes: z.number(),
  indexBytes: z.number(),
  /** Records of the source that could not be read any more. */
  lostRecords: z.number(),
  /** Of the index that is being built anew. */
  building: z.nullable(z.string()),
  /** `stale`: the index is to be built anew; `failed`: that failed; `lost`: the source is gone. */
  state: z.enum(["ready", "stale", "failed", "lost"]),
});

export type AddedDataSet = z.infer<typeof addedDataSet>;

/** The data sets there are. */
export interface Registry {
  readonly isBundledEnabled: boolean;
  readonly added: readonly AddedDataSet[];
}

const KEY = "dataSets";
const stored = z.object({
  isBundledEnabled: z.catch(z.boolean(), true),
  added: z.catch(z.array(z.unknown()), () => []),
});

/** The list of data sets; an entry that cannot be read is left out, the others stay. */
export async function readRegistry(): Promise<Registry> {
  const { [KEY]: value } = await browser.storage.local.get(KEY);
  const parsed = stored.safeParse(value ?? {});
  const { isBundledEnabled, added } = parsed.success
    ? parsed.data
    : { isBundledEnabled: true, added: [] };
  return {
    isBundledEnabled,
    added: added.flatMap((entry) => addedDataSet.safeParse(entry).data ?? []),
  };
}

let lastChange: Promise<unknown> = Promise.resolve();

/** Changes the list, one change after the other. Only the background writes. */
export function changeRegistry(change: (registry: Registry) => Registry): Promise<Registry> {
  const next = lastChange.then(async () => {
    const registry = change(await readRegistry());
    await browser.storage.local.set({ [KEY]: registry });
    return registry;
  });
  lastChange = next.catch(() => undefined);
  return next;
}

/** Changes one data set of the list; nothing when it is not there. */
export function changeDataSet(
  id: string,
  change: (dataSet: AddedDataSet) => AddedDataSet,
): Promise<Registry> {
  return changeRegistry((registry) => ({
    ...registry,
    added: registry.added.map((dataSet) => (dataSet.info.id === id ? change(dataSet) : dataSet)),
  }));
}
