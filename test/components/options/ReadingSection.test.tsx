// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { ReadingSection } from "../../../components/options/ReadingSection.tsx";
import {
  parseSettings,
  type Settings,
  type SettingsChange,
} from "../../../core/settings/settings.ts";
import { choose, click, show } from "../kit/english.tsx";

function section(settings: Partial<Settings> = {}) {
  const onChange = vi.fn<(change: SettingsChange) => void>();
  const place = show(
    <ReadingSection settings={{ ...parseSettings({}), ...settings }} onChange={onChange} />,
  );
  const pictures = place.querySelector<HTMLInputElement>("input[type=checkbox]");
  if (pictures === null) throw new Error("no switch");
  return { place, pictures, onChange };
}

describe("the settings for reading", () => {
  test("are shown as they are", () => {
    const { place, pictures } = section({ sidebar: "tab", remoteImages: true });
    expect(place.querySelector("select")?.value).toBe("tab");
    expect(pictures.checked).toBe(true);
  });

  test("change one at a time", () => {
    const { place, pictures, onChange } = section();
    choose(place, "off");
    click(pictures);
    expect(onChange.mock.calls).toEqual([[{ sidebar: "off" }], [{ remoteImages: true }]]);
  });
});
