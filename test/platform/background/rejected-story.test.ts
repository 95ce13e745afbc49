import "fake-indexeddb/auto";
import { beforeEach, expect, test } from "vitest";
import browser from "webextension-polyfill";
import type { PageStatement } from "../../../core/page/page-statement.ts";
import { createHandlers } from "../../../platform/background/handlers.ts";
import { createOpenViews, type OpenViews } from "../../../platform/background/open-views.ts";
import type { Handlers } from "../../../platform/messages/message-server.ts";
import { minutesAfter } from "../../core/story/words/headlines.ts";
import { installPorts } from "../fake-ports.ts";
import { headlines, UNLISTED } from "../indexing/story-workers.ts";
import { Machine } from "../workers.ts";

const SENDER = { tab: 7, url: UNLISTED };
const statement: PageStatement = {
  headline: "Port Elwyn harbour bridge closed after cracks found in two piers",
  description: "",
  published: [new Date(minutesAfter(65)).toISOString()],
  language: "en",
  outlet: "Unlisted",
  type: "article",
  signs: [],
};

let handlers: Handlers;
let views: OpenViews;
beforeEach(async () => {
  const machine = new Machine();
  machine.bundled = headlines("one");
  const services = machine.start();
  services.stories.start();
  await services.stories.idle();
  installPorts();
  views = createOpenViews(services);
  handlers = createHandlers(services, views);
});

const seen = () =>
  handlers["page.seen"]({ type: "page.seen", url: UNLISTED, claims: [], statement }, SENDER);
const answer = async () => (await views.answers.last(7)).coverage;
const badge = () => browser.action.getBadgeText({ tabId: 7 });

test("a page whose whole story the user has rejected gets no sidebar and no count, but the story can be restored", async () => {
  expect((await seen()).sidebar).toBe("open");
  expect(await badge()).toBe("3");
  const before = await answer();
  const related = before.kind === "article" ? before.related : [];
  const articles = related.flatMap((entry) => [entry, ...entry.copies]);
  await handlers["story.correct"](
    {
      type: "story.correct",
      page: { url: UNLISTED, title: "" },
      articles: articles.map(({ url, title }) => ({ url, title })),
      verdict: "other-story",
    },
    { tab: undefined, url: "" },
  );
  expect((await seen()).sidebar).toBe("none");
  expect(await badge()).toBe("");
  expect(await answer()).toMatchObject({
    kind: "article",
    related: [],
    rejected: related.map(({ url }) => ({ url })),
  });
});
