import { freeDataSetName } from "../../core/data-set/data-set-name.ts";
import type { DeletedDataSet } from "../../core/protocol/data-set-status.ts";
import type { Services } from "../background/services.ts";
import { type AddedDataSet, changeRegistry, readRegistry } from "../storage/data-set-registry.ts";
import { storiesOf } from "./story-record.ts";

/** How long a deleted data set can be had back, ms. */
export const RESTORE_MS = 30_000;

function canBeRestored({ deletedAt }: AddedDataSet, now: number): boolean {
  return deletedAt !== null && deletedAt >= now - RESTORE_MS;
}

/**
 * What the reader has deleted and can still have back, in the order of the list.
 *
 * @param before how many are listed before the first of `added`
 */
export function deletedDataSets(
  added: readonly AddedDataSet[],
  before: number,
  now: number,
): DeletedDataSet[] {
  return added
    .filter((dataSet) => dataSet.deletedAt === null || canBeRestored(dataSet, now))
    .flatMap(({ info: { id, name }, deletedAt }, index) =>
      deletedAt === null ? [] : [{ id, name, place: before + index }],
    );
}

/** Takes back a deletion; nothing once it is too late. A name that is another's by now gets a number. */
export async function restoreDataSet(id: string, now: number): Promise<void> {
  await changeRegistry((registry) => {
    const listed = registry.added.filter(({ deletedAt }) => deletedAt === null);
    const taken = listed.map(({ info }) => info.name);
    const added = registry.added.map((dataSet) => {
      if (dataSet.info.id !== id || !canBeRestored(dataSet, now)) return dataSet;
      const name = freeDataSetName(dataSet.info.name, taken);
      return { ...dataSet, info: { ...dataSet.info, name }, deletedAt: null };
    });
    return { ...registry, added };
  });
}

/** Takes out for good what cannot be had back any more. */
export async function purgeDeleted(
  { jobs, stories, sources, openStore }: Services,
  now: number,
): Promise<void> {
  const { added } = await readRegistry();
  const gone = added.filter(
    (dataSet) => dataSet.deletedAt !== null && !canBeRestored(dataSet, now),
  );
  for (const { info, source, building } of gone) {
    await stories.leave(info.id);
    const others = (await jobs.underConstruction()).filter((one) => one !== building);
    const store = await openStore();
    await store.remove(info.id, others);
    await store.remove(storiesOf(info.id), others);
    await sources.remove(source);
    await changeRegistry((registry) => ({
      ...registry,
      added: registry.added.filter((dataSet) => dataSet.info.id !== info.id),
    }));
  }
}
