import { DataSetList } from "../../../../components/options/data-sets/DataSetList.tsx";
import type { ExportState } from "../../../../components/options/data-sets/data-set-actions.ts";
import type { DataSetStatus, DeletedDataSet } from "../../../../core/protocol/data-set-status.ts";
import { show } from "../../kit/english.tsx";
import { notedActions, ownDataSet } from "./data-set-states.ts";

interface State {
  readonly deleted?: readonly DeletedDataSet[];
  readonly exporting?: ExportState;
  readonly isImportBlocked?: boolean;
  readonly isBuildBlocked?: boolean;
}

/** The list of data sets, every action noted. */
export function list(dataSets: readonly DataSetStatus[], state: State = {}) {
  const actions = notedActions();
  const { deleted = [], exporting = null, isImportBlocked = false, isBuildBlocked = false } = state;
  const place = show(
    <DataSetList
      dataSets={dataSets}
      deleted={deleted}
      exporting={exporting}
      isImportBlocked={isImportBlocked}
      isBuildBlocked={isBuildBlocked}
      actions={actions}
    />,
  );
  return { place, ...actions };
}

/** The list of one data set, “Harbour watch”. */
export function one(fields: Partial<DataSetStatus> = {}, state: State = {}) {
  return list([ownDataSet("harbour", "Harbour watch", fields)], state);
}

/** Chooses a file, as the browser's dialog does. */
export function chooseFile(place: Element): void {
  const input = place.querySelector<HTMLInputElement>("input[type=file]");
  if (input === null) throw new Error("no field for files");
  Object.defineProperty(input, "files", { value: [new File(["{}"], "a.json")] });
  input.dispatchEvent(new Event("change", { bubbles: true }));
}
