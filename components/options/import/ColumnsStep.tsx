import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { isolated } from "../../kit/isolated.ts";
import { type TextKey, useLocale } from "../../kit/locale.ts";
import {
  COLUMN_FIELDS,
  type ColumnField,
  type ColumnMapping,
  type ColumnsView,
  REQUIRED_FIELDS,
} from "../data-sets/import-view.ts";

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
  ["columnsOptional", COLUMN_FIELDS.filter((field) => !REQUIRED_FIELDS.includes(field))],
];

interface Props {
  readonly view: ColumnsView;
  readonly onContinue: (mapping: ColumnMapping) => void;
  readonly onCancel: () => void;
}

/** Asks which column of a table holds what; what the names tell is chosen already. */
export function ColumnsStep({ view, onContinue, onCancel }: Props): JSX.Element {
  const { text, number } = useLocale();
  const [mapping, setMapping] = useState<ColumnMapping>(view.guess);
  const missing = useId();
  const columns = view.header.map(
    (name, index) => name.trim() || text("columnNumber", number(index + 1)),
  );
  const chosen = REQUIRED_FIELDS.map((field) => mapping[field]);
  // Of one column for both the second would count as not chosen.
  const isComplete = !chosen.includes(undefined) && new Set(chosen).size === chosen.length;
  return (
    <form
      class="import-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) onContinue(mapping);
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
              value={mapping[field]}
              onChange={(column) => setMapping(withColumn(mapping, field, column))}
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

/** The mapping with another column for a field, or without the field. */
function withColumn(
  mapping: ColumnMapping,
  field: ColumnField,
  column: number | undefined,
): ColumnMapping {
  const { [field]: _, ...others } = mapping;
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
        aria-required={REQUIRED_FIELDS.includes(field)}
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
