import type { DataSetEntry, Edition } from "./data-set-entry.ts";
import { type DataSetList, dataSetsItem, oldImportItem } from "./stored-items.ts";

/** The data sets of the list, those that were deleted and can be restored among them. */
export async function readDataSets(): Promise<readonly DataSetEntry[]> {
  return (await dataSetsItem.read()).added;
}

/** Changes the data sets that the user added. */
export function changeDataSets(
  change: (added: readonly DataSetEntry[]) => readonly DataSetEntry[],
): Promise<DataSetList> {
  return dataSetsItem.change((list) => ({ ...list, added: change(list.added) }));
}

/** Changes one data set of the list; nothing when it is not there. `null` takes it out. */
export function changeDataSet(
  id: string,
  change: (dataSet: DataSetEntry) => DataSetEntry | null,
): Promise<DataSetList> {
  return changeDataSets((added) =>
    added.flatMap((dataSet) => (dataSet.id === id ? (change(dataSet) ?? []) : dataSet)),
  );
}

/**
 * Adds an edition to a data set, which is added to the list where it is not there.
 *
 * @param keep which of its editions stay
 * @param now ms since 1970
 */
export function addEdition(
  edition: Edition,
  keep: (before: Edition) => boolean,
  now: number,
): Promise<DataSetList> {
  const { id } = edition.info;
  return changeDataSets((added) => {
    const isThere = added.some((dataSet) => dataSet.id === id);
    if (!isThere)
      return [
        ...added,
        { id, editions: [edition], isEnabled: true, addedAt: now, removedAt: null },
      ];
    return added.map((dataSet) =>
      dataSet.id === id
        ? { ...dataSet, editions: [...dataSet.editions.filter(keep), edition] }
        : dataSet,
    );
  });
}

/** Takes an import that was under way before version 3 of the database into the list, to be built. */
export async function convertOldImport(): Promise<void> {
  const old = await oldImportItem.read();
  if (old === null) return;
  const { info, access, source, addedAt } = old;
  await addEdition({ info, access, source }, (one) => one.source !== source, addedAt);
  await oldImportItem.remove();
}

/** Takes an edition out again, and a data set that has no other. */
export function removeEdition(id: string, source: string): Promise<DataSetList> {
  return changeDataSet(id, (dataSet) => {
    const editions = dataSet.editions.filter((one) => one.source !== source);
    return editions.length === 0 ? null : { ...dataSet, editions };
  });
}
