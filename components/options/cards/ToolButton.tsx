import type { JSX } from "preact";

interface Props<Tool extends string> {
  readonly tool: Tool;
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly onTool: (tool: Tool) => void;
}

/** A button that opens a form in place of the buttons. */
export function ToolButton<Tool extends string>(props: Props<Tool>): JSX.Element {
  const { tool, label, isDisabled = false, onTool } = props;
  return (
    <button
      type="button"
      class="button button-secondary"
      data-tool={tool}
      disabled={isDisabled}
      onClick={() => onTool(tool)}
    >
      {label}
    </button>
  );
}
