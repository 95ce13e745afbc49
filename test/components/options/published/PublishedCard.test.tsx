// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { PublishedCard } from "../../../../components/options/published/PublishedCard.tsx";
import type { PublishedActions } from "../../../../components/options/published/published-actions.ts";
import type { PublishedStatus } from "../../../../core/protocol/published-status.ts";
import { button, click, show, textOf, textsOf } from "../../kit/english.tsx";
import { published } from "./published-states.ts";

function card(fields: Partial<PublishedStatus> = {}) {
  const actions = {
    open: vi.fn(),
    close: vi.fn(),
    requestPreview: vi.fn(),
    subscribe: vi.fn(),
    change: vi.fn(),
    allowHost: vi.fn(),
    changeAccess: vi.fn(),
    check: vi.fn(),
    cancel: vi.fn(),
    remove: vi.fn(),
    restore: vi.fn(),
  } satisfies PublishedActions;
  const set = published(fields);
  const place = show(<PublishedCard set={set} actions={actions} />);
  const open = () => {
    const details = place.querySelector("details");
    if (details === null) throw new Error("no details");
    details.open = true;
    details.dispatchEvent(new Event("toggle"));
    return new Promise((resolve) => setTimeout(resolve));
  };
  return { place, actions, open, id: set.id };
}

describe("the card of a published data set", () => {
  test("tells how much it has and how old that is", () => {
    expect(textOf(card().place.querySelector(".fine"))).toBe(
      "20,000 records · 3 outlets · published 8 hours ago",
    );
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

  test.each([
    [
      { kind: "refused", refusal: { code: "other-key", pinned: "21fe", found: "ab12" } },
      "The update is signed with another key (ab12) than the one you subscribed with (21fe). Ask the publisher in another way whether that is right.",
    ],
    [
      { kind: "refused", refusal: { code: "lower-version", inUse: 7, found: 6 } },
      "The server offers version 6, which is older than version 7 in use.",
    ],
    [
      { kind: "refused", refusal: { code: "other-hash", name: "a.dataset" } },
      "A file is not the one that the manifest names: it was changed or damaged.",
    ],
    [
      { kind: "failed", failure: "server-error", status: 503 },
      "The server has a fault. The extension will try again. (HTTP 503)",
    ],
    [
      { kind: "disk-full" },
      "There is not enough room on this device. Free some space, or choose less of it.",
    ],
  ] as const)("says of %j what it means, and that nothing is lost", (trouble, sentence) => {
    const { place } = card({ trouble });
    expect(textOf(place.querySelector(".trouble"))).toBe(
      `${sentence} What was there before stays in use.`,
    );
  });

  test("offers to allow the publisher's host", () => {
    const { place, actions, id } = card({ isHostAllowed: false });
    expect(textOf(place.querySelector(".trouble p"))).toBe(
      "The browser does not let the extension onto data.example, so no updates are fetched.",
    );
    click(button(place, "Allow"));
    expect(actions.allowHost.mock.calls).toEqual([[id]]);
  });

  test("has in its details when it was checked and will be, whose key it has, and for whom it speaks", async () => {
    const { place, open, actions, id } = card();
    await open();
    const facts = textsOf(place, "dl > div");
    expect(facts.slice(0, 2)).toEqual(["Last check30 minutes ago", "Next checkin 30 minutes"]);
    expect(facts).toContain("Publisher’s key21fe 31df a154 a261 626b f854 046f d227");
    expect(textsOf(place, ".site-list li")).toEqual([
      "Harbour News (harbour.example) · 12,000 articles",
      "and 2 more",
    ]);
    click(button(place, "Update now"));
    click(button(place, "Remove"));
    expect([actions.check.mock.calls, actions.remove.mock.calls]).toEqual([[[id]], [[id]]]);
  });
});
