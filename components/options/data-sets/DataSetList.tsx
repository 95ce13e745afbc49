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
  /** What can still be had back, by its place among all. */
  readonly deleted: readonly Deleted[];
  readonly exporting: ExportState | null;
  /** Nothing can be imported now: no storage, or another import or job. */
  readonly isImportBlocked: boolean;
  /** A job runs, so that no index can be built. */
  readonly isBuildBlocked: boolean;
  readonly actions: DataSetActions;
}

/** A data set, or what is shown in the place of one that was deleted. */
interface Row {
  readonly id: string;
  readonly isDeleted: boolean;
  readonly view: JSX.Element;
}

/** The data sets there are, the bundled one and the reader's own. */
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
      {/* Says what is added to it, and nothing when it goes. */}
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
