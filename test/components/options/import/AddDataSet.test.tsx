// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import { AddDataSet } from "../../../../components/options/import/AddDataSet.tsx";
import { button, click, show, textOf } from "../../kit/english.tsx";

function zone(obstacle: "no-storage" | "busy" | null = null) {
  const calls = {
    onFiles: vi.fn<(files: readonly File[]) => void>(),
    onDrop: vi.fn<(transfer: DataTransfer) => void>(),
  };
  const place = show(<AddDataSet obstacle={obstacle} {...calls} />);
  const element = place.querySelector<HTMLElement>(".drop-zone");
  if (element === null) throw new Error("no drop zone");
  return { place, element, ...calls };
}

/** Something dragged over or dropped on an element. */
function drag(element: EventTarget, name: string, types: readonly string[] = ["Files"]) {
  const transfer = { types, dropEffect: "move" };
  const event = new Event(name, { bubbles: true, cancelable: true });
  Object.defineProperty(event, "dataTransfer", { value: transfer });
  void act(() => {
    element.dispatchEvent(event);
  });
  return { event, transfer };
}

describe("adding a data set", () => {
  test("says which files are accepted, and that nothing is sent", () => {
    expect(textOf(zone().place)).toContain(
      "Markdown articles, JSON, JSON Lines, CSV, TSV or Parquet, also as .zip, .tar or .gz. They are read on this device; nothing is sent anywhere.",
    );
  });

  test("takes files from the browser's dialog, and the same ones again", () => {
    const { place, onFiles } = zone();
    const input = place.querySelector<HTMLInputElement>("input[type=file]");
    const opened = vi.spyOn(input ?? document.createElement("input"), "click");
    click(button(place, "Choose files…"));
    expect(opened).toHaveBeenCalledTimes(1);
    expect(input?.multiple).toBe(true);
    const files = [new File(["a"], "a.md"), new File(["b"], "b.md")];
    Object.defineProperty(input, "files", { value: files });
    input?.dispatchEvent(new Event("change", { bubbles: true }));
    expect(onFiles.mock.calls).toEqual([[files]]);
    expect(input?.value).toBe("");
  });

  test("does nothing when the dialog is cancelled", () => {
    const { place, onFiles } = zone();
    const input = place.querySelector<HTMLInputElement>("input[type=file]");
    input?.dispatchEvent(new Event("change", { bubbles: true }));
    expect(onFiles).not.toHaveBeenCalled();
  });

  test("takes a whole folder", () => {
    const { place } = zone();
    const folder = place.querySelectorAll<HTMLInputElement>("input[type=file]")[1];
    const opened = vi.spyOn(folder ?? document.createElement("input"), "click");
    click(button(place, "Choose folder…"));
    expect(opened).toHaveBeenCalledTimes(1);
    expect(folder?.webkitdirectory).toBe(true);
  });
});

describe("dragging files over the page", () => {
  test("shows where they can be dropped, as long as they are there", () => {
    const { element } = zone();
    const { event, transfer } = drag(element, "dragover");
    expect(element.hasAttribute("data-over")).toBe(true);
    expect(textOf(element)).toContain("Let go to read them");
    expect([event.defaultPrevented, transfer.dropEffect]).toEqual([true, "copy"]);
    drag(element, "dragleave");
    expect(element.hasAttribute("data-over")).toBe(false);
  });

  test("passes on dropped files at once", () => {
    const { element, onDrop } = zone();
    drag(element, "dragover");
    const { event, transfer } = drag(element, "drop");
    expect(onDrop.mock.calls).toEqual([[transfer]]);
    expect(event.defaultPrevented).toBe(true);
    expect(element.hasAttribute("data-over")).toBe(false);
  });

  test("ignores dragged text", () => {
    const { element, onDrop } = zone();
    expect(drag(element, "dragover", ["text/plain"]).event.defaultPrevented).toBe(false);
    drag(element, "drop", ["text/plain"]);
    expect(onDrop).not.toHaveBeenCalled();
  });

  test("does not navigate to a file that is dropped beside the zone", () => {
    const { onDrop } = zone();
    const { event, transfer } = drag(document.body, "dragover");
    expect([event.defaultPrevented, transfer.dropEffect]).toEqual([true, "none"]);
    expect(drag(document.body, "drop").event.defaultPrevented).toBe(true);
    expect(onDrop).not.toHaveBeenCalled();
  });
});

describe("when nothing can be added", () => {
  test.each([
    ["no-storage", /^Add a data setThis window keeps nothing/],
    ["busy", /^Add a data setAnother data set can be added once this one is done\./],
  ] as const)("the reason is shown: %s", (obstacle, expected) => {
    const { place } = zone(obstacle);
    expect(textOf(place)).toMatch(expected);
    expect(button(place, "Choose files…").disabled).toBe(true);
    expect(button(place, "Choose folder…").disabled).toBe(true);
  });

  test("a drop is ignored", () => {
    const { element, onDrop } = zone("busy");
    expect(drag(element, "dragover").transfer.dropEffect).toBe("none");
    expect(element.hasAttribute("data-over")).toBe(false);
    expect(drag(element, "drop").event.defaultPrevented).toBe(true);
    expect(onDrop).not.toHaveBeenCalled();
  });
});
