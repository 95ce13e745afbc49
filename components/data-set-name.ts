import type { DataSetStatus } from "../core/protocol/data-set-status.ts";

/** Longest name of a data set, in UTF-16 code units. */
export const MAX_DATA_SET_NAME = 100;

/** The data set other than `except` that has this name already; upper and lower case are one. */
export function findNamesake(
  name: string,
  dataSets: readonly DataSetStatus[],
  except: string | null,
): DataSetStatus | null {
  const wanted = comparable(name);
  const found = dataSets.find(({ info }) => info.id !== except && comparable(info.name) === wanted);
  return found ?? null;
}

function comparable(name: string): string {
  return name.trim().normalize("NFKC").toLowerCase();
}
