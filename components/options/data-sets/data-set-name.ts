import {
  cleanDataSetName,
  isSameDataSetName,
  MAX_DATA_SET_NAME,
} from "../../../core/data-set/data-set-name.ts";
import type { DataSetStatus } from "../../../core/protocol/data-set-status.ts";

/** The data set that has this name already; the one with the id `except` does not count. */
export function findNamesake(
  name: string,
  dataSets: readonly DataSetStatus[],
  except: string | null,
): DataSetStatus | null {
  const found = dataSets.find(
    ({ info }) => info.id !== except && isSameDataSetName(info.name, name),
  );
  return found ?? null;
}

/** The names of all data sets but one. */
export function otherNames(dataSets: readonly DataSetStatus[], except: string | null): string[] {
  return dataSets
    .map(({ info }) => info)
    .filter(({ id }) => id !== except)
    .map(({ name }) => name);
}

/** Key of the text about what is wrong with a name. */
export type NameProblem = "nameEmpty" | "nameTooLong" | "nameTaken";

/**
 * What is wrong with a name once it is trimmed; `null` if nothing is.
 *
 * @param others names that are taken
 */
export function nameProblem(name: string, others: readonly string[]): NameProblem | null {
  const kept = cleanDataSetName(name);
  if (kept === "") return "nameEmpty";
  if (kept.length > MAX_DATA_SET_NAME) return "nameTooLong";
  return others.some((other) => isSameDataSetName(other, kept)) ? "nameTaken" : null;
}
