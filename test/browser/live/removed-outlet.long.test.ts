import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { waitFor } from "../../harness/wait-for.ts";
import { useBrowser } from "../session.ts";
import { LiveSection } from "./live-section.ts";

/** On a site that the extension may reach from the start. */
const FEED = "https://www.futurism.com/feed";

const session = useBrowser(() => ({
  headers: { "content-type": "application/rss+xml" },
  body: '<rss version="2.0"><channel><item><title>Ferry</title><link>https://futurism.com/ferry</link></item></channel></rss>',
}));

/** What a page of the extension has of its interface here. */
interface Extension {
  readonly storage: { readonly local: { get(key: string): Promise<{ outlets?: unknown[] }> } };
}

test("a removed outlet is deleted in the end, even if the browser has stopped the extension meanwhile", async () => {
  const live = await LiveSection.open(session);
  const entry = {
    name: "Futurism",
    domains: ["futurism.com"],
    feed: FEED,
    country: "",
    language: "",
  };
  await live.options.ask({ type: "outlets.add", outlets: [entry] });
  const { articles, outlets } = await live.settled();
  expect(articles).toBe(1);
  await live.options.ask({ type: "outlets.remove", ids: outlets.map(({ id }) => id) });
  await pause(1000);
  await session.browser.stopBackground();
  /** Without waking the extension. */
  const stored = () =>
    live.options.view.run(async () => {
      const scope = globalThis as unknown as { browser?: Extension; chrome: Extension };
      return (await (scope.browser ?? scope.chrome).storage.local.get("outlets")).outlets?.length;
    });
  await waitFor("the outlet to go", async () => ((await stored()) === 0 ? true : null));
  expect((await live.status()).articles).toBe(0);
});
