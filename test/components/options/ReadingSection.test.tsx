// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { ReadingSection } from "../../../components/options/ReadingSection.tsx";
import {
  parseSettings,
  type Settings,
  type SettingsChange,
} from "../../../core/settings/settings.ts";
import { choose, click, show, textOf } from "../kit/english.tsx";

function section(settings: Partial<Settings> = {}) {
  const onChange = vi.fn<(change: SettingsChange) => void>();
  const place = show(
    <ReadingSection settings={{ ...parseSettings({}), ...settings }} onChange={onChange} />,
  );
  return { place, onChange };
}

/** The switch with this label. */
function switchOf(place: Element, label: string): HTMLInputElement {
  const labels = Array.from(place.querySelectorAll("label"));
  const input = labels.find((one) => textOf(one).startsWith(label))?.querySelector("input");
  if (input === null || input === undefined) throw new Error(`no switch “${label}”`);
  return input;
}

describe("the settings for reading", () => {
  test("are shown as they are", () => {
    const { place } = section({ sidebar: "tab", remoteImages: true });
    expect(place.querySelector("select")?.value).toBe("tab");
    expect(switchOf(place, "Show pictures").checked).toBe(true);
  });

  test("change one at a time", () => {
    const { place, onChange } = section();
    choose(place, "off");
    click(switchOf(place, "Show pictures"));
    expect(onChange.mock.calls).toEqual([[{ sidebar: "off" }], [{ remoteImages: true }]]);
  });
});
