import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { REQUIRED_FIELDS, type RequiredField } from "../../../core/import/tables/table-fields.ts";
import { isolated } from "../../kit/isolated.ts";
import { type TextKey, useLocale } from "../../kit/locale.ts";
import {
  type ChosenColumns,
  COLUMN_FIELDS,
  type ColumnField,
  type ColumnsView,
} from "./import-view.ts";

const FIELD_NAMES: Readonly<Record<ColumnField, TextKey>> = {
  title: "fieldTitle",
  url: "fieldUrl",
  publisher: "fieldPublisher",
  hostname: "fieldHostname",
  timestamp: "fieldTimestamp",
  excerpt: "fieldExcerpt",
  quality: "quality",
  topics: "topics",
  type: "fieldType",
  image: "fieldImage",
};

const FIELD_GROUPS: readonly (readonly [TextKey, readonly ColumnField[]])[] = [
  ["columnsNeeded", REQUIRED_FIELDS],
  ["columnsOptional", COLUMN_FIELDS.filter((field) => !isRequired(field))],
];

interface Props {
  readonly view: ColumnsView;
  readonly onContinue: (columns: ChosenColumns) => void;
  readonly onCancel: () => void;
}

/** Asks which column of a table holds what. Columns that were recognised are chosen already. */
export function ColumnsStep({ view, onContinue, onCancel }: Props): JSX.Element {
  const { text, number } = useLocale();
  const [chosen, setChosen] = useState<ChosenColumns>(view.guess);
  const missing = useId();
  const columns = view.header.map(
    (name, index) => name.trim() || text("columnNumber", number(index + 1)),
  );
  const needed = REQUIRED_FIELDS.map((field) => chosen[field]);
  // Two fields cannot share a column: the import would take the second as not chosen.
  const isComplete = !needed.includes(undefined) && new Set(needed).size === needed.length;
  return (
    <form
      class="import-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) onContinue(chosen);
      }}
    >
      <h3 tabIndex={-1}>{text("columnsTitle")}</h3>
      <p>{text("columnsHelp", isolated(view.file))}</p>
      <Preview columns={columns} rows={view.sample.slice(0, 5)} />
      {FIELD_GROUPS.map(([legend, fields]) => (
        <fieldset key={legend} class="columns">
          <legend>{text(legend)}</legend>
          {fields.map((field) => (
            <ColumnSelect
              key={field}
              field={field}
              columns={columns}
              value={chosen[field]}
              onChange={(column) => setChosen(withColumn(chosen, field, column))}
            />
          ))}
        </fieldset>
      ))}
      <p id={missing} class="fine" role="status">
        {!isComplete && text("columnsMissing")}
      </p>
      <div class="buttons">
        <button type="submit" class="button" disabled={!isComplete} aria-describedby={missing}>
          {text("continue")}
        </button>
        <button type="button" class="button button-secondary" onClick={onCancel}>
          {text("cancel")}
        </button>
      </div>
    </form>
  );
}

function isRequired(field: ColumnField): field is RequiredField {
  return REQUIRED_FIELDS.some((required) => required === field);
}

/** The columns with another one for a field, or without the field. */
function withColumn(
  columns: ChosenColumns,
  field: ColumnField,
  column: number | undefined,
): ChosenColumns {
  const { [field]: _, ...others } = columns;
  return column === undefined ? others : { ...others, [field]: column };
}

interface SelectProps {
  readonly field: ColumnField;
  readonly columns: readonly string[];
  readonly value: number | undefined;
  readonly onChange: (column: number | undefined) => void;
}

function ColumnSelect({ field, columns, value, onChange }: SelectProps): JSX.Element {
  const { text } = useLocale();
  const id = useId();
  return (
    <div class="column">
      <label for={id}>{text(FIELD_NAMES[field])}</label>
      <select
        id={id}
        name={field}
        value={value === undefined ? "" : String(value)}
        aria-required={isRequired(field)}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.value === "" ? undefined : Number(currentTarget.value))
        }
      >
        <option value="">{text("columnNone")}</option>
        {columns.map((name, index) => (
          <option key={`${index}:${name}`} value={String(index)} dir="auto">
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

interface PreviewProps {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The first rows of the table; it scrolls sideways by itself, also from the keyboard. */
function Preview({ columns, rows }: PreviewProps): JSX.Element {
  const { text } = useLocale();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class="preview" tabIndex={0} aria-label={text("columnsPreview")}>
      <table>
        <thead>
          <tr>
            {columns.map((name, index) => (
              <th key={`${index}:${name}`} scope="col" dir="auto">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={`${index}:${row[0] ?? ""}`}>
              {columns.map((name, column) => (
                <td key={`${column}:${name}`} dir="auto">
                  {row[column] ?? ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
