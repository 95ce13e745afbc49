import type { JSX } from "preact";
import { useId, useRef } from "preact/hooks";
import type { DataSetStatus } from "../../../core/protocol/data-set-status.ts";
import { useLocale } from "../../kit/locale.ts";
import { ToolButton } from "../cards/ToolButton.tsx";
import { useToolFocus } from "../cards/use-tool-focus.ts";
import { AccessForm } from "./AccessForm.tsx";
import { type DataSetActions, EXPORT_FORMATS } from "./data-set-actions.ts";
import { otherNames } from "./data-set-name.ts";
import { RenameForm } from "./RenameForm.tsx";
import { ReplaceForm } from "./ReplaceForm.tsx";
import { siteCount } from "./site-count.ts";

/** A form that is shown in place of a data set's buttons. */
export type Tool = "rename" | "replace" | "access";

interface Props {
  readonly dataSet: DataSetStatus;
  readonly dataSets: readonly DataSetStatus[];
  readonly tool: Tool | null;
  readonly onTool: (tool: Tool | null) => void;
  /** No import can start now. */
  readonly isImportBlocked: boolean;
  /** No index can be rebuilt now: a job is running. */
  readonly isBuildBlocked: boolean;
  readonly isExporting: boolean;
  readonly actions: DataSetActions;
}

/** The buttons of a data set, or the form that one of them opened. */
export function DataSetTools(props: Props): JSX.Element {
  const { dataSet, tool, onTool, actions } = props;
  const { id } = dataSet.info;
  const place = useRef<HTMLDivElement>(null);
  useToolFocus(place, tool);
  const close = () => onTool(null);
  return (
    <div ref={place} class="tools">
      {tool === null && <ToolButtons {...props} />}
      {tool === "rename" && (
        <RenameForm
          name={dataSet.info.name}
          others={otherNames(props.dataSets, id)}
          onCancel={close}
          onSave={(name) => {
            close();
            actions.rename(id, name);
          }}
        />
      )}
      {tool === "replace" && (
        <ReplaceForm
          onCancel={close}
          onFiles={(files) => {
            close();
            actions.replace(id, files);
          }}
        />
      )}
      {tool === "access" && (
        <AccessForm
          access={dataSet.access}
          count={siteCount(dataSet)}
          patterns={dataSet.patterns}
          onCancel={close}
          onSave={(access) => {
            close();
            actions.changeAccess(id, access);
          }}
        />
      )}
    </div>
  );
}

function ToolButtons(props: Props): JSX.Element {
  const { text } = useLocale();
  const { dataSet, onTool, actions } = props;
  const { id } = dataSet.info;
  const exportLabel = useId();
  return (
    <>
      <div class="buttons">
        {!dataSet.isBundled && (
          <>
            <ToolButton tool="rename" label={text("rename")} onTool={onTool} />
            <ToolButton
              tool="replace"
              label={text("replace")}
              isDisabled={props.isImportBlocked}
              onTool={onTool}
            />
            <ToolButton tool="access" label={text("changeAccess")} onTool={onTool} />
            <button
              type="button"
              class="button button-secondary"
              disabled={props.isBuildBlocked || dataSet.health === "lost"}
              onClick={() => actions.rebuild(id)}
            >
              {text("rebuild")}
            </button>
          </>
        )}
      </div>
      <div class="buttons">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields. */}
        <div class="export" role="group" aria-labelledby={exportLabel}>
          <span id={exportLabel} class="fine">
            {text("exportLabel")}
          </span>
          <div class="buttons">
            {EXPORT_FORMATS.map(([format, name]) => (
              <button
                key={format}
                type="button"
                class="button button-secondary"
                disabled={props.isExporting || dataSet.health === "lost"}
                onClick={() => actions.export(id, format)}
              >
                {name}
              </button>
            ))}
          </div>
        </div>
        {!dataSet.isBundled && (
          <button
            type="button"
            class="button button-secondary button-danger button-last"
            onClick={() => actions.remove(id)}
          >
            {text("remove")}
          </button>
        )}
      </div>
    </>
  );
}
