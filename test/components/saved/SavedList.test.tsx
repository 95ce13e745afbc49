// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { SavedList } from "../../../components/saved/SavedList.tsx";
import type { SavedNotes, SavedStory } from "../../../core/saved/saved-story.ts";
import { SAVED, SAVED_BEFORE } from "../../fixtures/saved-stories.ts";
import { button, click, press, show, submit, textOf, textsOf, type } from "../kit/english.tsx";
import { settle } from "../kit/run-hook.tsx";

const onChange = vi.fn<(id: string, notes: SavedNotes) => Promise<boolean>>();
const onRemove = vi.fn();
let place: HTMLElement;

const draw = (stories: readonly SavedStory[] | null) => {
  place = show(<SavedList stories={stories} onChange={onChange} onRemove={onRemove} />);
};
const search = () => part<HTMLInputElement>("input[type=search]");
const part = <Part extends HTMLElement>(selector: string): Part => {
  const found = place.querySelector<Part>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
};
const headlines = () => textsOf(place, ".story h2");

beforeEach(() => {
  onChange.mockReset();
  onChange.mockResolvedValue(true);
  onRemove.mockClear();
  draw([SAVED_BEFORE, SAVED]);
});

test("without a saved story the page says how one is saved", () => {
  draw([]);
  expect(textsOf(place, "h2")).toEqual(["No story saved"]);
  draw(null);
  expect(place.querySelector("[aria-busy=true]")).not.toBeNull();
});

describe("saved stories", () => {
  test("are listed with what is known of them, the latest first", () => {
    expect(headlines()).toEqual([
      "Marram Bridge closed after inspectors find cracks in main girder",
      "Une crèmerie rappelle son fromage à pâte molle",
    ]);
    expect(textOf(place.querySelector(".headline-facts"))).toMatch(
      /^Harbour CourierNov 28, 2026.*Quality: 61\.5$/,
    );
    expect(textOf(place.querySelector(".saved-note"))).toBe("Who inspected it last? Ask the port.");
    expect(textsOf(place, ".saved-tags li")).toEqual(["bridges", "Marram"]);
    expect(textsOf(place, ".headlines li a")).toHaveLength(2);
    expect(part(".story-link").title).toBe(
      "Marram Bridge closed after inspectors find cracks in main girder",
    );
  });

  test("are searched by words and by tag", () => {
    type(search(), "fromage");
    expect(headlines()).toEqual(["Une crèmerie rappelle son fromage à pâte molle"]);
    type(search(), "nothing like it");
    expect(textOf(place.querySelector("[role=status]"))).toBe("No saved story has these words.");
    type(search(), "");
    click(button(place, "bridges"));
    expect(headlines()).toHaveLength(1);
    click(button(place, "bridges"));
    expect(headlines()).toHaveLength(2);
  });

  test("get a note and tags", async () => {
    click(button(place, "Note and tags"));
    const note = part<HTMLInputElement>("textarea");
    const tags = part<HTMLInputElement>(".saved-form input");
    expect([note.value, tags.value]).toEqual([SAVED.note, "bridges, Marram"]);
    type(note, " Done. ");
    type(tags, "bridges, cracks");
    await settle(() => submit(tags));
    expect(onChange.mock.calls).toEqual([
      [SAVED.id, { note: "Done.", tags: ["bridges", "cracks"] }],
    ]);
    expect(place.querySelector("form")).toBeNull();
  });

  test("keep what was written in the form where it could not be kept, and from Escape", async () => {
    onChange.mockResolvedValue(false);
    click(button(place, "Note and tags"));
    const note = part<HTMLInputElement>("textarea");
    type(note, "Ask the port again.");
    press(note, "Escape");
    await settle(() => submit(note));
    expect(part<HTMLInputElement>("textarea").value).toBe("Ask the port again.");
  });

  test("close the form at Escape where nothing was changed", () => {
    click(button(place, "Note and tags"));
    press(part("textarea"), "Escape");
    expect(place.querySelector("form")).toBeNull();
  });

  test("are deleted one by one", () => {
    click(button(place, "Remove"));
    expect(onRemove.mock.calls).toEqual([[SAVED]]);
  });
});
