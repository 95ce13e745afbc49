import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type {
  DataSetStatus,
  DeletedDataSet as Deleted,
} from "../../../core/protocol/data-set-status.ts";
import { isolated } from "../../kit/isolated.ts";
import { useLocale } from "../../kit/locale.ts";
import { useRowFocus } from "../../kit/use-row-focus.ts";
import { DataSetCard } from "./DataSetCard.tsx";
import { DeletedDataSet } from "./DeletedDataSet.tsx";
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

/** A data set, or what is shown in place of a deleted one. */
interface Row {
  readonly id: string;
  readonly isDeleted: boolean;
  readonly view: JSX.Element;
}

/** All data sets: the bundled one and those that the user added. */
export function DataSetList(props: Props): JSX.Element {
  const { text } = useLocale();
  const { deleted, actions } = props;
  const rows: Row[] = props.dataSets.map((dataSet) => ({
    id: dataSet.info.id,
    isDeleted: false,
    view: <DataSetCard {...props} dataSet={dataSet} />,
  }));
  for (const { id, name, place } of deleted)
    rows.splice(place, 0, {
      id,
      isDeleted: true,
      view: <DeletedDataSet name={name} onUndo={() => actions.restore(id)} />,
    });
  const list = useRef<HTMLUListElement>(null);
  useRowFocus(list, rows, ".switch-input, button");
  return (
    <>
      {/* A log announces what is added to it, and nothing that is removed. */}
      <div class="visually-hidden" role="log">
        {deleted.map(({ id, name }) => (
          <p key={id}>{text("dataSetDeleted", isolated(name))}</p>
        ))}
      </div>
      <ul ref={list} class="data-sets">
        {rows.map(({ id, view }) => (
          <li key={id}>{view}</li>
        ))}
      </ul>
    </>
  );
}
