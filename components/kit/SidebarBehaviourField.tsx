import type { JSX } from "preact";
import type { SidebarBehaviour } from "../../core/settings/settings.ts";
import { useLocale } from "./locale.ts";

interface Props {
  readonly value: SidebarBehaviour;
  readonly onChange: (behaviour: SidebarBehaviour) => void;
}

/** What the sidebar does on a page that matches. */
export function SidebarBehaviourField({ value, onChange }: Props): JSX.Element {
  const { text } = useLocale();
  return (
    <label class="field">
      <span>{text("sidebarBehaviour")}</span>
      <select
        value={value}
        onChange={(event) => onChange(event.currentTarget.value as SidebarBehaviour)}
      >
        <option value="open">{text("sidebarOpen")}</option>
        <option value="tab">{text("sidebarTab")}</option>
        <option value="off">{text("sidebarOff")}</option>
      </select>
    </label>
  );
}
