import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { SiteAccess } from "../../../core/data-set/data-set.ts";
import { ToolForm } from "../../fields/ToolForm.tsx";
import { AccessFields } from "./AccessFields.tsx";

interface Props {
  readonly access: SiteAccess;
  /** How many sites the data set names. */
  readonly count: number;
  /** Match patterns of these sites; empty while they are unknown. */
  readonly patterns: readonly string[];
  /** Called in the handler of the user's click: the browser asks for permission only then. */
  readonly onSave: (access: SiteAccess) => void;
  readonly onCancel: () => void;
}

/** Changes on which sites the sidebar may open by itself for a data set. */
export function AccessForm({ access, count, patterns, onSave, onCancel }: Props): JSX.Element {
  const [chosen, setChosen] = useState(access);
  return (
    <ToolForm onSave={() => onSave(chosen)} onCancel={onCancel}>
      <AccessFields value={chosen} count={count} patterns={patterns} onChange={setChosen} />
    </ToolForm>
  );
}
