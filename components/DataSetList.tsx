import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { DataSetStatus } from "../core/protocol/data-set-status.ts";
import { DataSetCard } from "./DataSetCard.tsx";
import type { DataSetActions, ExportState } from "./data-set-actions.ts";
import { isFocusLost } from "./use-stage-focus.ts";

interface Props {
  readonly dataSets: readonly DataSetStatus[];
  readonly exporting: ExportState | null;
  /** Nothing can be imported now: no storage, or another import or job. */
  readonly isImportBlocked: boolean;
  /** A job runs, so that no index can be built. */
  readonly isBuildBlocked: boolean;
  readonly actions: DataSetActions;
}

/** The data sets there are, the bundled one and the reader's own. */
export function DataSetList(props: Props): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const ids = props.dataSets.map(({ info }) => info.id);
  const shown = useRef(ids);
  useEffect(() => {
    const gone = shown.current.findIndex((id) => !ids.includes(id));
    shown.current = ids;
    if (gone === -1 || !isFocusLost()) return;
    // Where one was deleted, the next takes over the focus; after the last, the one before it.
    const switches = list.current?.querySelectorAll<HTMLElement>(".switch-input") ?? [];
    switches[Math.min(gone, switches.length - 1)]?.focus();
  });
  return (
    <ul ref={list} class="data-sets">
      {props.dataSets.map((dataSet) => (
        <li key={dataSet.info.id}>
          <DataSetCard {...props} dataSet={dataSet} />
        </li>
      ))}
    </ul>
  );
}
