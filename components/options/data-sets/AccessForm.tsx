import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { SiteAccess } from "../../../core/data-set/data-set.ts";
import type { DataSetStatus } from "../../../core/protocol/data-set-status.ts";
import { ToolForm } from "../../kit/ToolForm.tsx";
import { AccessFields } from "./AccessFields.tsx";
import { siteCount } from "./site-count.ts";

interface Props {
  readonly dataSet: DataSetStatus;
  /** Called in the handler of the user's click: the browser asks for permission only then. */
  readonly onSave: (access: SiteAccess) => void;
  readonly onCancel: () => void;
}

/** Changes on which sites the sidebar may open by itself for a data set. */
export function AccessForm({ dataSet, onSave, onCancel }: Props): JSX.Element {
  const [access, setAccess] = useState(dataSet.access);
  return (
    <ToolForm onSave={() => onSave(access)} onCancel={onCancel}>
      <AccessFields
        value={access}
        count={siteCount(dataSet)}
        patterns={dataSet.patterns}
        onChange={setAccess}
      />
    </ToolForm>
  );
}
