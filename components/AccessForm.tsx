import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { SiteAccess } from "../core/data-set/data-set.ts";
import type { DataSetStatus } from "../core/protocol/data-set-status.ts";
import { AccessFields } from "./AccessFields.tsx";
import { useLocale } from "./locale.ts";

interface Props {
  readonly dataSet: DataSetStatus;
  /** Called within the reader's click, which the browser's question for permission needs. */
  readonly onSave: (access: SiteAccess) => void;
  readonly onCancel: () => void;
}

/** Another answer to where the sidebar may show up for a data set. */
export function AccessForm({ dataSet, onSave, onCancel }: Props): JSX.Element {
  const { text } = useLocale();
  const [access, setAccess] = useState(dataSet.access);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLInputElement>("input:checked")?.focus(), []);
  return (
    <form
      ref={form}
      class="tool-form"
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(access);
      }}
    >
      <AccessFields value={access} sites={dataSet.outlets} onChange={setAccess} />
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
