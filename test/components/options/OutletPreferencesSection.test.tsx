// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { OutletPreferencesSection } from "../../../components/options/OutletPreferencesSection.tsx";
import { button, click, show, textsOf } from "../kit/english.tsx";

test("without any outlet the options say how one is hidden", () => {
  const place = show(<OutletPreferencesSection preferences={[]} onPrefer={vi.fn()} />);
  expect(textsOf(place, "p")[0]).toMatch(/^None\. Unfold an article/);
  expect(textsOf(place, "li")).toEqual([]);
});

test("outlets are listed by name, each with what takes it back", () => {
  const onPrefer = vi.fn();
  const wire = { name: "Wire", domain: "wire.example", preference: "preferred" } as const;
  const coast = { name: "Coast", domain: "coast.example", preference: "hidden" } as const;
  const place = show(<OutletPreferencesSection preferences={[wire, coast]} onPrefer={onPrefer} />);
  expect(textsOf(place, "li")).toEqual([
    "Coast coast.example HiddenShow it again",
    "Wire wire.example PreferredNo longer prefer it",
  ]);
  click(button(place, "No longer prefer it"));
  click(button(place, "Show it again"));
  expect(onPrefer.mock.calls).toEqual([
    [wire, null],
    [coast, null],
  ]);
});
