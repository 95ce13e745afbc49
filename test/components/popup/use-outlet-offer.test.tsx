// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import type { RequestAccess } from "../../../components/kit/deps.ts";
import { useOutletOffer } from "../../../components/popup/use-outlet-offer.ts";
import type { FeedLink } from "../../../core/offer/feed-links.ts";
import type { ListedOutlet } from "../../../core/outlets/starter-list.ts";
import type { TabCoverage } from "../../../core/protocol/responses.ts";
import { parseSettings } from "../../../core/settings/settings.ts";
import { liveOutlet, liveStatus } from "../../fixtures/live-outlets.ts";
import { waitUntil } from "../../wait-until.ts";
import { NOW } from "../kit/english.tsx";
import { FakeBackground } from "../kit/fake-background.ts";
import { runHook, settle } from "../kit/run-hook.tsx";

const FEED: FeedLink = { feed: "https://www.gazette.example/rss", title: "Gazette news" };
const PAGE: TabCoverage = {
  address: "https://www.gazette.example/news/1",
  coverage: { kind: "none" },
  facts: null,
  settings: parseSettings({}),
  notice: null,
  live: null,
};

const COURIER: ListedOutlet = {
  name: "The Courier",
  domains: ["courier.example", "courier-news.example"],
  country: "GB",
  language: "en",
  feed: "https://feeds.courier.example/all",
  kind: "paper",
  evidence: { kind: "checked", date: "2026-10-03" },
};
const COURIER_PAGE = { ...PAGE, address: "https://www.courier-news.example/news/1" };

/** The offer for a page, once it is computed. */
async function offered(
  page: TabCoverage | null = PAGE,
  feeds: readonly FeedLink[] = [FEED],
  background = new FakeBackground({
    "outlets.status": liveStatus([]),
    "outlets.add": liveStatus([]),
  }),
  loadStarterList = async () => ({ writtenDown: "2026-11-30", outlets: [COURIER] }),
) {
  const requestAccess = vi.fn<RequestAccess>(async () => true);
  const deps = { send: background.send, requestAccess, loadStarterList };
  const hook = runHook(() => useOutletOffer(deps, page, feeds));
  await settle();
  return { hook, background, requestAccess };
}

/** The same once there is something to offer. */
async function open() {
  const page = await offered();
  await waitUntil(() => expect(page.hook.now.offer).not.toBeNull());
  const add = () => {
    const [feed] = page.hook.now.offer?.feeds ?? [];
    if (feed !== undefined) page.hook.now.add(feed);
  };
  return { ...page, add };
}

describe("the offer", () => {
  test("is the outlet of the page, by its feed", async () => {
    const { hook } = await open();
    expect(
      hook.now.offer?.feeds.map(({ title, entry }) => [title, entry.domains, entry.feed]),
    ).toEqual([["Gazette news", ["gazette.example"], "https://www.gazette.example/rss"]]);
    expect(hook.now.state).toBe("open");
  });

  test.each([
    ["links to no feed", []],
    ["links to feeds of its own", [FEED]],
  ])(
    "is the outlet of the list where the page is on one of its domains and %s",
    async (_, feeds) => {
      const { hook } = await offered(COURIER_PAGE, feeds);
      await waitUntil(() =>
        expect(hook.now.offer).toEqual({
          name: "The Courier",
          feeds: [{ title: "", elsewhere: null, entry: COURIER }],
        }),
      );
    },
  );

  test("is the outlet of the page where the list cannot be read", async () => {
    const background = new FakeBackground({ "outlets.status": liveStatus([]) });
    const failing = () => Promise.reject(new Error("no such file"));
    const { hook } = await offered(PAGE, [FEED], background, failing);
    await waitUntil(() => expect(hook.now.offer?.feeds).toHaveLength(1));
  });

  test("is not prepared before there is an answer, or for an unlisted page without a feed", async () => {
    expect((await offered(null)).background.requests).toEqual([]);
    expect((await offered(PAGE, [])).background.requests).toEqual([]);
  });

  test("is not made where the outlet of the list is picked already, for another domain", async () => {
    const picked = liveOutlet("Mine", NOW, { domains: ["courier.example"] });
    const background = new FakeBackground({ "outlets.status": liveStatus([picked]) });
    const { hook } = await offered(COURIER_PAGE, [FEED], background);
    await waitUntil(() => expect(background.requests).toHaveLength(1));
    await settle();
    expect(hook.now.offer).toBeNull();
  });

  test("is not made where the outlet is picked already", async () => {
    const picked = liveOutlet("Gazette", NOW, { domains: ["gazette.example"], feed: FEED.feed });
    const background = new FakeBackground({ "outlets.status": liveStatus([picked]) });
    const { hook } = await offered(PAGE, [FEED], background);
    await waitUntil(() => expect(background.requests).toHaveLength(1));
    await settle();
    expect(hook.now.offer).toBeNull();
  });

  test("is not made where the background does not answer", async () => {
    const background = new FakeBackground();
    const { hook } = await offered(PAGE, [FEED], background);
    await waitUntil(() => expect(background.requests).toHaveLength(1));
    await settle();
    expect(hook.now.offer).toBeNull();
  });
});

describe("adding the outlet", () => {
  test("sends the outlet before it asks for access, since the prompt may close the popup", async () => {
    const { hook, background, requestAccess, add } = await open();
    const access = Promise.withResolvers<boolean>();
    requestAccess.mockReturnValue(access.promise);
    await settle(() => {
      add();
      expect(background.of("outlets.add")).toHaveLength(1);
      expect(requestAccess.mock.calls).toEqual([["sites", ["*://*.gazette.example/*"]]]);
    });
    expect(hook.now.state).toBe("asking");
    await settle(() => access.resolve(true));
    expect(hook.now.state).toBe("allowed");
  });

  test("keeps the outlet when the user refuses access", async () => {
    const { hook, requestAccess, add } = await open();
    requestAccess.mockResolvedValue(false);
    await settle(add);
    expect(hook.now.state).toBe("kept-out");
  });

  test("shows a message when the background does not answer", async () => {
    const { hook, background, add } = await open();
    background.isUnavailable = true;
    await settle(add);
    expect(hook.now.state).toBe("failed");
  });
});
