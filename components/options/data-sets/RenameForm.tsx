import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { cleanDataSetName, MAX_DATA_SET_NAME } from "../../../core/data-set/data-set-name.ts";
import { TextField } from "../../fields/TextField.tsx";
import { ToolForm } from "../../fields/ToolForm.tsx";
import { useLocale } from "../../kit/locale.ts";
import { type NameProblem, nameProblem } from "./data-set-name.ts";

interface Props {
  readonly name: string;
  /** Names of the other data sets: no two may have the same name. */
  readonly others: readonly string[];
  readonly onSave: (name: string) => void;
  readonly onCancel: () => void;
}

/** A form for another name of a data set. */
export function RenameForm({ name: before, others, onSave, onCancel }: Props): JSX.Element {
  const { text } = useLocale();
  const [name, setName] = useState(before);
  const [problem, setProblem] = useState<NameProblem | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const save = () => {
    const wanted = cleanDataSetName(name);
    if (wanted === before) return onCancel();
    const found = nameProblem(wanted, others);
    setProblem(found);
    if (found === null) onSave(wanted);
    else input.current?.focus();
  };
  return (
    <ToolForm onSave={save} onCancel={onCancel}>
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
    </ToolForm>
  );
}
