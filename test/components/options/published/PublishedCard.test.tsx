// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { PublishedCard } from "../../../../components/options/published/PublishedCard.tsx";
import type { PublishedStatus } from "../../../../core/protocol/published-status.ts";
import { button, click, NOW, show, textOf, textsOf } from "../../kit/english.tsx";
import { settle } from "../../kit/run-hook.tsx";
import { notedPublishedActions, published } from "./published-states.ts";

function card(fields: Partial<PublishedStatus> = {}, others: readonly string[] = []) {
  const actions = notedPublishedActions();
  const set = published(fields);
  const place = show(<PublishedCard set={set} others={others} actions={actions} />);
  const open = () =>
    settle(() => {
      const details = place.querySelector("details");
      if (details === null) throw new Error("no details");
      details.open = true;
      details.dispatchEvent(new Event("toggle"));
    });
  return { place, actions, open, id: set.id };
}

describe("the card of a published data set", () => {
  test("tells how much it has, how old that is, and when it was and will be checked", () => {
    expect(textsOf(card().place, ".data-set-head .fine")).toEqual([
      "20,000 articles · 3 outlets · published 8 hours ago",
      "Checked 30 minutes ago · next check in 30 minutes",
    ]);
  });

  test("whose next check was due while the browser slept is checked soon", () => {
    expect(textsOf(card({ nextCheckAt: NOW - 1 }).place, ".data-set-head .fine")[1]).toBe(
      "Checked 30 minutes ago · next check soon",
    );
  });

  test("that is paused says so instead of its next check, and can be resumed", () => {
    const { place, actions, id } = card({ isPaused: true, nextCheckAt: null });
    expect(textsOf(place, ".data-set-head .fine")[1]).toBe("Checked 30 minutes ago");
    expect(textOf(place.querySelector(".tag"))).toBe("Paused");
    click(button(place, "Resume"));
    expect(actions.change.mock.calls).toEqual([[id, { isPaused: false }]]);
  });

  test("can be switched off", () => {
    const { place, actions, id } = card();
    const box = place.querySelector<HTMLInputElement>(".data-set-head input");
    if (box === null) throw new Error("no switch");
    click(box);
    expect(actions.change.mock.calls).toEqual([[id, { isEnabled: false }]]);
  });

  test("offers to allow its sites where the sidebar may not open", () => {
    const { inUse } = published();
    if (inUse === null) throw new Error("not in use");
    const { place, actions, id } = card({ inUse: { ...inUse, isAccessGranted: false } });
    click(button(place, "Allow"));
    expect(actions.changeAccess.mock.calls).toEqual([[id, "sites"]]);
  });

  test("says that it is not complete while its first files are fetched, how fast, and how long that takes", () => {
    const progress = { step: "files", done: 2_000_000, total: 6_000_000, perSecond: 400_000 };
    const { place, actions, id } = card({
      inUse: null,
      progress: { ...progress, step: "files" },
    });
    expect(textsOf(place, ".fine")).toEqual([
      "Not complete yet. Its articles are found once all files are here.",
      "2 MB of 6 MB · 400 kB per second · about 10 sec left",
    ]);
    click(button(place, "Cancel"));
    expect(actions.cancel.mock.calls).toEqual([[id]]);
  });

  test("says of trouble that what was there before stays in use", () => {
    const { place } = card({ trouble: { kind: "disk-full" } });
    expect(textOf(place.querySelector(".trouble"))).toBe(
      "There is not enough room on this device. Free some space, or choose less of it. What was there before stays in use.",
    );
  });

  test("says only what is wrong when its first files could not be fetched", () => {
    const { place } = card({ inUse: null, trouble: { kind: "disk-full" } });
    expect(textOf(place.querySelector(".trouble"))).toBe(
      "There is not enough room on this device. Free some space, or choose less of it.",
    );
  });

  test("offers to allow the publisher's host", () => {
    const { place, actions, id } = card({ isHostAllowed: false });
    expect(textOf(place.querySelector(".trouble p"))).toBe(
      "You have not allowed data.example, so no updates are fetched.",
    );
    click(button(place, "Allow"));
    expect(actions.allowHost.mock.calls).toEqual([[id]]);
  });

  test("has in its details what is kept, the publisher's key, and which sites it covers", async () => {
    const { place, open, actions, id } = card();
    await open();
    const facts = textsOf(place, "dl > div");
    expect(facts.slice(0, 2)).toEqual([
      "What is keptThe last 30 days · All languages",
      "DatesMar 17 – Apr 15, 2026",
    ]);
    expect(facts).toContain("Publisher’s key21fe 31df a154 a261 626b f854 046f d227");
    expect(textsOf(place, ".speaks-for li")).toEqual([
      "Harbour News harbour.example · 12,000 articles",
      "and 2 more",
    ]);
    click(button(place, "Update now"));
    click(button(place, "Remove"));
    expect([actions.check.mock.calls, actions.remove.mock.calls]).toEqual([[[id]], [[id]]]);
  });
});
