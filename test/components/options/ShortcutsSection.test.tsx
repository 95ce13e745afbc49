// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import {
  type ShortcutDeps,
  ShortcutsSection,
} from "../../../components/options/ShortcutsSection.tsx";
import { button, click, show, textsOf } from "../kit/english.tsx";
import { settle } from "../kit/run-hook.tsx";

const POPUP = { command: "_execute_action", description: "", keys: "Alt+Shift+S" };
const NEXT = { command: "next-article", description: "Next article in the sidebar", keys: "" };

async function section(...shortcuts: Awaited<ReturnType<ShortcutDeps["readShortcuts"]>>) {
  const deps = {
    readShortcuts: vi.fn<ShortcutDeps["readShortcuts"]>(async () => shortcuts),
    openShortcutSettings: vi.fn<ShortcutDeps["openShortcutSettings"]>(async () => undefined),
  };
  const place = show(<ShortcutsSection deps={deps} />);
  await settle(() => undefined);
  return { place, ...deps };
}

test("each command stands with its keys", async () => {
  const { place } = await section(POPUP, NEXT);
  expect(textsOf(place, "dt, dd")).toEqual([
    ...["Look this page up", "Alt+Shift+S"],
    ...["Next article in the sidebar", "none"],
  ]);
});

test("a button opens the browser's list, where keys are set", async () => {
  const { place, openShortcutSettings } = await section(NEXT);
  expect(textsOf(place, ".group-head p")).toEqual([
    "Your browser keeps them. Set or change them there: “Set shortcuts” opens its list.",
  ]);
  click(button(place, "Set shortcuts"));
  expect(openShortcutSettings).toHaveBeenCalledTimes(1);
});

test("keys that the user has set there are shown on the way back", async () => {
  const { place, readShortcuts } = await section(NEXT);
  readShortcuts.mockResolvedValue([{ ...NEXT, keys: "Alt+J" }]);
  await settle(() => act(() => void dispatchEvent(new Event("focus"))));
  expect(textsOf(place, "dd")).toEqual(["Alt+J"]);
});

test("where a browser has no commands there is no such section", async () => {
  const { place } = await section();
  expect(place.childElementCount).toBe(0);
});
