import type { JSX } from "preact";
import type {
  DataSetStatus,
  DeletedDataSet as Deleted,
} from "../../../core/protocol/data-set-status.ts";
import { isolated } from "../../kit/isolated.ts";
import { useLocale } from "../../kit/locale.ts";
import { RemovableList, type RemovableRow } from "../cards/RemovableList.tsx";
import { RemovedLine } from "../cards/RemovedLine.tsx";
import { DataSetCard } from "./DataSetCard.tsx";
import type { DataSetActions, ExportState } from "./data-set-actions.ts";

interface Props {
  readonly dataSets: readonly DataSetStatus[];
  /** Those that can still be restored, by their position in the list. */
  readonly deleted: readonly Deleted[];
  readonly exporting: ExportState | null;
  /** No import can start now: there is no storage, or another import or job is under way. */
  readonly isImportBlocked: boolean;
  /** No index can be rebuilt now: a job is running. */
  readonly isBuildBlocked: boolean;
  readonly actions: DataSetActions;
}

/** All data sets: the bundled one and those that the user added. */
export function DataSetList(props: Props): JSX.Element {
  const { text } = useLocale();
  const { deleted, actions } = props;
  const rows: RemovableRow[] = props.dataSets.map((dataSet) => ({
    id: dataSet.info.id,
    removed: null,
    view: <DataSetCard {...props} dataSet={dataSet} />,
  }));
  for (const { id, name, place } of deleted) {
    const removed = text("dataSetDeleted", isolated(name));
    rows.splice(place, 0, {
      id,
      removed,
      view: (
        <RemovedLine class="deleted-data-set" text={removed} onUndo={() => actions.restore(id)} />
      ),
    });
  }
  return <RemovableList class="data-sets" rows={rows} controls=".switch-input, button" />;
}
