// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { PublishedTools } from "../../../../components/options/published/PublishedTools.tsx";
import type { Offer } from "../../../../components/options/published/published-actions.ts";
import type { PublishedStatus } from "../../../../core/protocol/published-status.ts";
import { aFile, aManifest } from "../../../fixtures/published.ts";
import { button, choose, click, field, show, submit, textOf, type } from "../../kit/english.tsx";
import { settle } from "../../kit/run-hook.tsx";
import { notedPublishedActions, published } from "./published-states.ts";

const MANIFEST = aManifest({
  files: [
    aFile("a", { language: "en", bytes: 5_000_000, records: 900 }),
    aFile("b", { language: "de", bytes: 2_000_000, records: 300 }),
  ],
});

function tools(fields: Partial<PublishedStatus> = {}, offer: Offer = { manifest: MANIFEST }) {
  const actions = notedPublishedActions();
  actions.requestOffer.mockResolvedValue(offer);
  const set = published(fields);
  const place = show(<PublishedTools set={set} others={["Quay papers"]} actions={actions} />);
  return { place, actions, id: set.id };
}

describe("a published data set", () => {
  test("can be renamed, but not to the name of another one", () => {
    const { place, actions, id } = tools();
    click(button(place, "Rename"));
    type(field(place, "Name"), "Quay papers");
    submit(button(place, "Save"));
    expect(textOf(place.querySelector(".error"))).toBe(
      "There is already a data set with this name.",
    );
    type(field(place, "Name"), "Papers of the harbour");
    submit(button(place, "Save"));
    expect(actions.change.mock.calls).toEqual([[id, { name: "Papers of the harbour" }]]);
  });

  test("can be shown on other sites than before", () => {
    const { place, actions, id } = tools();
    click(button(place, "Site access…"));
    click(field(place, "On all sites"));
    submit(button(place, "Save"));
    expect(actions.changeAccess.mock.calls).toEqual([[id, "all"]]);
  });

  test("whose files were not fetched yet names no sites to choose", () => {
    expect(button(tools({ inUse: null }).place, "Site access…").disabled).toBe(true);
  });

  test("can be removed", () => {
    const { place, actions, id } = tools();
    click(button(place, "Remove"));
    expect(actions.remove.mock.calls).toEqual([[id]]);
  });
});

describe("the choice of what to keep", () => {
  test("is made among what the publisher has now", async () => {
    const { place, actions, id } = tools({ choice: { languages: ["en"], days: null } });
    click(button(place, "Choose what to keep…"));
    expect(textOf(place)).toContain("Asking the publisher what there is…");
    expect(button(place, "Save").disabled).toBe(true);
    await settle();
    expect(textOf(place.querySelector("[role=status]"))).toBe("To copy: 5 MB (900 articles)");
    click(field(place, "German 2 MB"));
    expect(textOf(place.querySelector("[role=status]"))).toBe("To copy: 7 MB (1,200 articles)");
    choose(place, "7");
    submit(button(place, "Save"));
    expect(actions.change.mock.calls).toEqual([[id, { choice: { languages: null, days: 7 } }]]);
    expect(document.activeElement).toBe(button(place, "Choose what to keep…"));
  });

  test("cannot be of nothing", async () => {
    const { place } = tools({ choice: { languages: ["en"], days: null } });
    click(button(place, "Choose what to keep…"));
    await settle();
    click(field(place, "English 5 MB"));
    expect(textOf(place.querySelector("[role=status]"))).toBe("Nothing is chosen.");
    expect(button(place, "Save").disabled).toBe(true);
  });

  test("cannot be made while the publisher does not answer", async () => {
    const trouble = { kind: "failed", failure: "server-error", status: 503 } as const;
    const { place } = tools({}, { trouble });
    click(button(place, "Choose what to keep…"));
    await settle();
    expect(textOf(place.querySelector("[role=alert]"))).toBe(
      "The server has a fault. The extension will try again. (HTTP 503)",
    );
    expect(button(place, "Save").disabled).toBe(true);
    click(button(place, "Cancel"));
    expect(button(place, "Rename").disabled).toBe(false);
  });

  test("keeps a number of days that is not among those to choose from", async () => {
    const { place } = tools({ choice: { languages: null, days: 14 } });
    click(button(place, "Choose what to keep…"));
    await settle();
    expect(place.querySelector("select")?.value).toBe("14");
    expect(textOf(place.querySelector("option:nth-child(3)"))).toBe("The last 14 days");
  });
});
