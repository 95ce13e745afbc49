import type { JSX } from "preact";
import type { SidebarBehaviour } from "../../core/settings/settings.ts";
import { ChoiceField } from "../fields/ChoiceField.tsx";
import { useLocale } from "../kit/locale.ts";
import { SIDEBAR_PLACES } from "./sidebar-places.ts";

interface Props {
  readonly value: SidebarBehaviour;
  readonly onChange: (behaviour: SidebarBehaviour) => void;
}

const NAMES = Object.fromEntries(SIDEBAR_PLACES) as Record<
  SidebarBehaviour,
  (typeof SIDEBAR_PLACES)[number][1]
>;

/** Where coverage appears on a page that other outlets cover too; shown in the popup and the options. */
export function SidebarBehaviourField({ value, onChange }: Props): JSX.Element {
  const { text } = useLocale();
  return (
    <ChoiceField
      label={text("sidebarBehaviour")}
      values={SIDEBAR_PLACES.map(([place]) => place)}
      value={value}
      nameOf={(place) => text(NAMES[place])}
      onChange={onChange}
    />
  );
}
