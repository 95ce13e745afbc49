import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { DataSetStatus } from "../../../core/protocol/data-set-status.ts";
import { useLocale } from "../../kit/locale.ts";
import { Progress } from "../../kit/Progress.tsx";
import { CardFrame } from "../cards/CardFrame.tsx";
import { DataSetFacts } from "./DataSetFacts.tsx";
import { DataSetHealth } from "./DataSetHealth.tsx";
import { DataSetTools, type Tool } from "./DataSetTools.tsx";
import { type DataSetActions, EXPORT_FORMATS, type ExportState } from "./data-set-actions.ts";
import { StoriesLine } from "./StoriesLine.tsx";

interface Props {
  readonly dataSet: DataSetStatus;
  /** All data sets: no two may have the same name. */
  readonly dataSets: readonly DataSetStatus[];
  /** The export under way, of this data set or another. */
  readonly exporting: ExportState | null;
  readonly isImportBlocked: boolean;
  readonly isBuildBlocked: boolean;
  readonly actions: DataSetActions;
}

/** A data set: its name, a switch, and folded away its details and what can be done with it. */
export function DataSetCard(props: Props): JSX.Element {
  const { text, counted } = useLocale();
  const { dataSet, exporting, actions } = props;
  const { info, isBundled, isEnabled } = dataSet;
  const [isOpen, setOpen] = useState(false);
  const [tool, setTool] = useState<Tool | null>(null);
  return (
    <CardFrame
      name={info.name}
      lines={
        <>
          <p class="fine">
            {[
              counted("records", info.records),
              counted("articlesIn", dataSet.articles),
              counted("outletsIn", dataSet.outlets),
            ].join(" · ")}
          </p>
          {isBundled && <p class="fine">{text("bundledTag")}</p>}
        </>
      }
      isEnabled={isEnabled}
      onEnable={(on) => actions.enable(info.id, on)}
      isOpen={isOpen}
      onOpen={setOpen}
      details={
        <>
          <DataSetFacts dataSet={dataSet} />
          <DataSetTools
            dataSet={dataSet}
            dataSets={props.dataSets}
            tool={tool}
            onTool={setTool}
            isImportBlocked={props.isImportBlocked}
            isBuildBlocked={props.isBuildBlocked}
            isExporting={exporting !== null}
            actions={actions}
          />
        </>
      }
    >
      <DataSetHealth
        dataSet={dataSet}
        isImportBlocked={props.isImportBlocked}
        onAllow={() => actions.allow(info.id)}
        onImportAgain={() => {
          setOpen(true);
          setTool("replace");
        }}
      />
      <StoriesLine dataSet={dataSet} />
      {exporting?.id === info.id && (
        <ExportProgress exporting={exporting} onCancel={actions.cancelExport} />
      )}
    </CardFrame>
  );
}

interface ExportProps {
  readonly exporting: ExportState;
  readonly onCancel: () => void;
}

function ExportProgress({ exporting, onCancel }: ExportProps): JSX.Element {
  const { text, number } = useLocale();
  const { done, total, format } = exporting;
  const formatName = EXPORT_FORMATS.find(([key]) => key === format)?.[1] ?? "";
  return (
    <div class="with-action">
      <Progress
        label={text("exporting", formatName)}
        value={done}
        max={total}
        facts={[text("progressOf", number(done), number(total))]}
      />
      <button type="button" class="button button-secondary" onClick={onCancel}>
        {text("cancel")}
      </button>
    </div>
  );
}
