import { beforeEach, describe, expect, test, vi } from "vitest";
import { recallPage } from "../../../platform/tabs/tab-pages.ts";
import { record } from "../../fixtures/records.ts";
import { SENDER, STORY, type StartedBackground, startBackground } from "./started-background.ts";

let background: StartedBackground;
beforeEach(() => {
  background = startBackground();
});

describe("the introduction", () => {
  const start = () =>
    background.handlers["introduction.start"]({ type: "introduction.start" }, SENDER);
  const OUTLET = {
    name: "Harbour News",
    domains: ["harbour.example"],
    feed: "https://feeds.harbour.example/rss",
    country: "NO",
    language: "nb",
  };

  test("has a story that comes with the extension, and leaves the page of its tab unknown", async () => {
    const { example, chosen } = await start();
    expect(example).toMatchObject({
      coverage: { kind: "article", site: "a.example" },
      facts: null,
    });
    expect(example?.address).toBe(STORY);
    expect(chosen).toBeNull();
    expect(await recallPage(7)).toBeNull();
  });

  test("goes without a story where none that comes with the extension has two related articles", async () => {
    background.records = [record(STORY)];
    expect((await start()).example).toBeNull();
  });

  test("goes without a story where the package cannot be read", async () => {
    background.isPackageBroken = true;
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    expect((await start()).example).toBeNull();
    expect(logged).toHaveBeenCalled();
  });

  test("knows what the user chose there before, until all is reset", async () => {
    await background.handlers["introduction.choose"](
      { type: "introduction.choose", outlets: [OUTLET] },
      SENDER,
    );
    expect((await start()).chosen).toEqual([OUTLET]);
    await background.handlers.reset({ type: "reset" }, SENDER);
    expect((await start()).chosen).toBeNull();
  });
});
