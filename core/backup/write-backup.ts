import { savedCorrection } from "../corrections/corrections-file.ts";
import { wantedOutlet } from "../outlets/subscription.ts";
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type Backup,
  savedDataSet,
  savedPublished,
} from "./backup.ts";

/**
 * The JSON text of a backup. Of each entry only what belongs into the file is written, whatever else it has.
 *
 * @param now ms since 1970
 */
export function writeBackup(backup: Backup, now: number): string {
  const {
    settings,
    outlets,
    corrections,
    follows,
    saved,
    readings,
    siteForms,
    dataSets,
    published,
  } = backup;
  const file = {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    written: new Date(now).toISOString(),
    settings,
    outlets: outlets.map((outlet) => onlyFieldsOf(wantedOutlet.shape, outlet)),
    corrections: corrections.map(savedCorrection),
    follows,
    saved,
    readings,
    siteForms,
    dataSets: dataSets.map((dataSet) => onlyFieldsOf(savedDataSet.shape, dataSet)),
    published: published.map((one) => onlyFieldsOf(savedPublished.shape, one)),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function onlyFieldsOf(shape: object, entry: object): object {
  return Object.fromEntries(Object.entries(entry).filter(([name]) => Object.hasOwn(shape, name)));
}
