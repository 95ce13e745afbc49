import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { DataSetStatus } from "../core/protocol/data-set-status.ts";
import { findNamesake, MAX_DATA_SET_NAME } from "./data-set-name.ts";
import { useLocale } from "./locale.ts";
import { TextField } from "./TextField.tsx";

interface Props {
  readonly dataSet: DataSetStatus;
  /** All that there are: no two may have one name. */
  readonly dataSets: readonly DataSetStatus[];
  readonly onSave: (name: string) => void;
  readonly onCancel: () => void;
}

/** A new name for a data set. Enter saves, Escape cancels. */
export function RenameForm({ dataSet, dataSets, onSave, onCancel }: Props): JSX.Element {
  const { text } = useLocale();
  const { id, name: before } = dataSet.info;
  const [name, setName] = useState(before);
  const [problem, setProblem] = useState<"nameEmpty" | "nameTaken" | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  return (
    <form
      class="tool-form"
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.isComposing) onCancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = name.trim();
        if (wanted === before) return onCancel();
        const isTaken = findNamesake(wanted, dataSets, id) !== null;
        const found = wanted === "" ? "nameEmpty" : isTaken ? "nameTaken" : null;
        setProblem(found);
        if (found === null) onSave(wanted);
        else input.current?.focus();
      }}
    >
      <TextField
        label={text("nameField")}
        value={name}
        maxLength={MAX_DATA_SET_NAME}
        error={problem === null ? "" : text(problem)}
        isRequired
        input={input}
        onInput={(value) => {
          setName(value);
          setProblem(null);
        }}
      />
      <div class="buttons">
        <button type="submit" class="button">
          {text("save")}
        </button>
        <button type="button" class="button button-secondary" onClick={onCancel}>
          {text("cancel")}
        </button>
      </div>
    </form>
  );
}
