// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { DataSetList } from "../../../../components/options/data-sets/DataSetList.tsx";
import { button, click, show, showIn, textOf, textsOf } from "../../kit/english.tsx";
import { notedActions, ownDataSet } from "./data-set-states.ts";
import { list } from "./shown-data-sets.tsx";

describe("a data set that was deleted", () => {
  const sets = ["a", "b", "c"].map((id) => ownDataSet(id, id));
  const deleted = { id: "b", name: "Politics", place: 1 };

  test("can be restored, in its place in the list", () => {
    const { place, restore } = list([ownDataSet("a", "A"), ownDataSet("c", "C")], {
      deleted: [deleted],
    });
    expect(textsOf(place, ".data-sets h3, .deleted-data-set p")).toEqual([
      "A",
      "“Politics” has been deleted.",
      "C",
    ]);
    click(button(place, "Undo"));
    expect(restore.mock.calls).toEqual([["b"]]);
  });

  test("has an undo of its own, which says what it undoes", () => {
    const all = [
      { ...deleted, place: 0 },
      { id: "c", name: "Sport", place: 1 },
    ];
    const { place } = list([], { deleted: all });
    const described = Array.from(place.querySelectorAll("button"), (undo) =>
      textOf(document.getElementById(undo.getAttribute("aria-describedby") ?? "")),
    );
    expect(described).toEqual(["“Politics” has been deleted.", "“Sport” has been deleted."]);
  });

  test("is announced politely", () => {
    const { place } = list([], { deleted: [{ ...deleted, place: 0 }] });
    expect(textOf(place.querySelector("[role=log]"))).toBe("“Politics” has been deleted.");
  });

  /** Renders the list, some of it deleted, into the page or over the previous rendering. */
  function draw(deletedIds: readonly string[], place?: HTMLElement, gone: readonly string[] = []) {
    const { left, took } = Object.groupBy(
      sets.filter(({ info }) => !gone.includes(info.id)),
      ({ info }) => (deletedIds.includes(info.id) ? "took" : "left"),
    );
    const rows = (took ?? []).map(({ info }) => ({
      id: info.id,
      name: info.name,
      place: sets.findIndex((one) => one.info.id === info.id),
    }));
    const view = (
      <DataSetList
        dataSets={left ?? []}
        deleted={rows}
        exporting={null}
        isImportBlocked={false}
        isBuildBlocked={false}
        actions={notedActions()}
      />
    );
    if (place === undefined) return show(view);
    showIn(place, view);
    return place;
  }
  const row = (place: Element, number: number) =>
    place.querySelectorAll<HTMLElement>(".data-sets > li")[number] ?? document.body;
  const focused = () => textOf(document.activeElement?.closest("li")?.querySelector("h3, p"));

  test("leaves the focus at its undo", () => {
    const place = draw([]);
    button(row(place, 1), "Delete").focus();
    draw(["b"], place);
    expect(document.activeElement).toBe(button(place, "Undo"));
  });

  test("has the focus again once it is back", () => {
    const place = draw(["b"]);
    button(place, "Undo").focus();
    draw([], place);
    expect(document.activeElement).toBe(row(place, 1).querySelector(".switch-input"));
  });

  test.each([
    ["b", "c"],
    ["c", "b"],
  ])("leaves the focus that %s had to %s when it is gone for good", (id, next) => {
    const place = draw([id]);
    button(place, "Undo").focus();
    draw([], place, [id]);
    expect(focused()).toBe(next);
  });

  test("does not take the focus from elsewhere", () => {
    const place = draw([]);
    const elsewhere = button(row(place, 0), "Rename");
    elsewhere.focus();
    draw(["b"], place);
    expect(document.activeElement).toBe(elsewhere);
  });
});
