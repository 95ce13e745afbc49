import type { JSX } from "preact";
import type { Settings, SettingsChange } from "../../core/settings/settings.ts";
import { SwitchField } from "../fields/SwitchField.tsx";
import { useLocale } from "../kit/locale.ts";
import { SidebarBehaviourField } from "../sidebar/SidebarBehaviourField.tsx";

interface Props {
  readonly settings: Settings;
  readonly onChange: (change: SettingsChange) => void;
}

/** The part of the options about what is shown while the user reads. */
export function ReadingSection({ settings, onChange }: Props): JSX.Element {
  const { text } = useLocale();
  return (
    <section class="group">
      <h2>{text("optionsReading")}</h2>
      <div class="box">
        <SidebarBehaviourField
          value={settings.sidebar}
          onChange={(sidebar) => onChange({ sidebar })}
        />
        <SwitchField
          label={text("remoteImages")}
          help={text("remoteImagesHelp")}
          isOn={settings.remoteImages}
          onChange={(remoteImages) => onChange({ remoteImages })}
        />
        <SwitchField
          label={text("keepReadings")}
          help={text("readingOff")}
          isOn={settings.keepsReadings}
          onChange={(keepsReadings) => onChange({ keepsReadings })}
        />
      </div>
    </section>
  );
}
