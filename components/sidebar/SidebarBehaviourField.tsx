import type { JSX } from "preact";
import type { SidebarBehaviour } from "../../core/settings/settings.ts";
import { ChoiceField } from "../kit/ChoiceField.tsx";
import { useLocale } from "../kit/locale.ts";

interface Props {
  readonly value: SidebarBehaviour;
  readonly onChange: (behaviour: SidebarBehaviour) => void;
}

const NAMES = {
  open: "sidebarOpen",
  tab: "sidebarTab",
  "side-panel": "sidebarSidePanel",
  off: "sidebarOff",
} as const;
/** Listed here, since the schema would bring a whole library into the popup. */
const BEHAVIOURS = [
  "open",
  "tab",
  "side-panel",
  "off",
] as const satisfies readonly SidebarBehaviour[];

/** Where coverage appears on a page that other outlets cover too; shown in the popup and the options. */
export function SidebarBehaviourField({ value, onChange }: Props): JSX.Element {
  const { text } = useLocale();
  return (
    <ChoiceField
      label={text("sidebarBehaviour")}
      values={BEHAVIOURS}
      value={value}
      nameOf={(behaviour) => text(NAMES[behaviour])}
      onChange={onChange}
    />
  );
}
