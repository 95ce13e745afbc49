import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { PublishedStatus } from "../../../core/protocol/published-status.ts";
import { useLocale } from "../../kit/locale.ts";
import { ToolButton } from "../cards/ToolButton.tsx";
import { useToolFocus } from "../cards/use-tool-focus.ts";
import { AccessForm } from "../data-sets/AccessForm.tsx";
import { RenameForm } from "../data-sets/RenameForm.tsx";
import { publishedSiteCount } from "../data-sets/site-count.ts";
import { PartitionForm } from "./PartitionForm.tsx";
import type { PublishedActions } from "./published-actions.ts";

/** A form that is shown in place of the buttons. */
type Tool = "rename" | "choice" | "access";

interface Props {
  readonly set: PublishedStatus;
  /** Names of the other published data sets. */
  readonly others: readonly string[];
  readonly actions: PublishedActions;
}

/** What can be changed of a published data set: buttons, or the form that one of them opened. */
export function PublishedTools({ set, others, actions }: Props): JSX.Element {
  const { text } = useLocale();
  const { id, inUse } = set;
  const [tool, setTool] = useState<Tool | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useToolFocus(place, tool);
  const close = () => setTool(null);
  return (
    <div ref={place} class="tools">
      {tool === null && (
        <div class="buttons">
          <ToolButton tool="rename" label={text("rename")} onTool={setTool} />
          <ToolButton
            tool="choice"
            label={text("changeChoice")}
            isDisabled={!set.isHostAllowed}
            onTool={setTool}
          />
          <ToolButton
            tool="access"
            label={text("changeAccess")}
            isDisabled={inUse === null}
            onTool={setTool}
          />
          <button
            type="button"
            class="button button-secondary button-danger button-last"
            onClick={() => actions.remove(id)}
          >
            {text("correctionRemove")}
          </button>
        </div>
      )}
      {tool === "rename" && (
        <RenameForm
          name={set.name}
          others={others}
          onCancel={close}
          onSave={(name) => {
            close();
            actions.change(id, { name });
          }}
        />
      )}
      {tool === "choice" && (
        <PartitionForm
          set={set}
          actions={actions}
          onCancel={close}
          onSave={(choice) => {
            close();
            actions.change(id, { choice });
          }}
        />
      )}
      {tool === "access" && inUse !== null && (
        <AccessForm
          access={set.access}
          count={publishedSiteCount(set)}
          patterns={inUse.patterns}
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
