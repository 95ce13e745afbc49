import { isSameDataSetName } from "../../core/data-set/data-set-name.ts";
import { type AddedDataSet, addedDataSets } from "../indexing/added-data-set.ts";
import type { Edition } from "../storage/data-set-entry.ts";
import { readDataSets } from "../storage/data-sets.ts";
import type { Ledger } from "../store/ledger.ts";

/** A data set that the user added and that has an edition to show. */
export type ListedDataSet = AddedDataSet & { readonly shown: Edition };

/** Those of some data sets that have an edition to show: not those that are imported for the first time. */
export function withShown(dataSets: readonly AddedDataSet[]): ListedDataSet[] {
  return dataSets.flatMap((one) => (one.shown === null ? [] : { ...one, shown: one.shown }));
}

/** The data sets that are, or were, listed. */
export async function listedOrRemoved(ledger: Ledger): Promise<ListedDataSet[]> {
  const [entries, rows] = await Promise.all([readDataSets(), ledger.rows()]);
  return withShown(addedDataSets(entries, rows));
}

/** The data sets that are listed. */
export async function listedDataSets(ledger: Ledger): Promise<ListedDataSet[]> {
  return (await listedOrRemoved(ledger)).filter(({ entry }) => entry.removedAt === null);
}

/**
 * Refuses a second data set of one name, since users could not distinguish the two.
 *
 * @param except id of the data set that gets the name; `null` for a new one
 * @throws TypeError when another data set has the name
 */
export function refuseTakenName(
  listed: readonly ListedDataSet[],
  name: string,
  except: string | null,
): void {
  const others = listed.filter(({ entry }) => entry.id !== except);
  if (others.some(({ shown }) => isSameDataSetName(shown.info.name, name)))
    throw new TypeError("the name is taken");
}
