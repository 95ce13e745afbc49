// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { OptionsPage } from "../../../components/options/OptionsPage.tsx";
import { parseSettings } from "../../../core/settings/settings.ts";
import type { Follow } from "../../../core/today/follows.ts";
import { liveStatus } from "../../fixtures/live-outlets.ts";
import { publishedSet } from "../../fixtures/published-sets.ts";
import { READING } from "../../fixtures/readings.ts";
import { SAVED } from "../../fixtures/saved-stories.ts";
import { button, click, NOW, show, textsOf } from "../kit/english.tsx";
import { settle } from "../kit/run-hook.tsx";
import { fakeOptions, statusOf } from "./data-sets/options-states.ts";
import { outlet } from "./live/live-states.tsx";
import { NO_ANSWER, options, toast } from "./opened-options.tsx";

const CORRECTION = {
  page: "a.example/1",
  pageTitle: "One",
  article: "b.example/2",
  articleTitle: "Two",
  at: NOW,
} as const;

describe("a reset", () => {
  const FOLLOW: Follow = {
    id: "0b3f6d9e-6d0c-4a53-9d0a-0d7c7f2f4c11",
    articles: [{ url: "https://a.example/1", title: "Bridge closed", outlet: "A", published: 1 }],
    followedAt: 2,
  };
  const SITE_FORM = { site: "a.example", form: "closed" } as const;
  const GAZETTE = outlet("The Gazette");

  async function afterReset() {
    const page = await options(statusOf({}, { sidebar: "tab" }));
    const { background, corrections, published, liveStatus: liveStatusOf, place } = page;
    await settle(() => {
      corrections.push([CORRECTION]);
      published.push({ sets: [], canSubscribe: true });
      liveStatusOf.push(liveStatus([GAZETTE]));
    });
    background.answers["follows.list"] = [FOLLOW];
    background.answers["saved.list"] = [SAVED];
    background.answers["readings.list"] = { readings: [READING], isKept: true };
    background.answers["siteForms.list"] = [SITE_FORM];
    background.answers.reset = () => {
      background.answers.status = statusOf();
      background.answers["corrections.list"] = [];
      background.answers["outlets.status"] = liveStatus([]);
      return statusOf();
    };
    await settle(() => click(button(place, "Delete everything…")));
    await settle(() => click(button(place, "Delete")));
    return page;
  }

  test("is done once, with a message", async () => {
    const { place, background } = await afterReset();
    expect(background.of("reset")).toHaveLength(1);
    expect(place.querySelector<HTMLSelectElement>("#reading select")?.value).toBe("open");
    expect(toast(place)).toBe(
      "Deleted: 1 outlet, 1 correction, 1 followed story, 1 saved story, 1 article that you read. All settings are as they were at installation.",
    );
    expect(button(place, "Delete everything…").disabled).toBe(false);
  });

  test("brings back settings, corrections, followed and saved stories, forms of the sidebar and outlets when it is undone", async () => {
    const { place, background } = await afterReset();
    background.answers["corrections.add"] = [CORRECTION];
    background.answers["follows.add"] = [FOLLOW];
    background.answers["saved.add"] = [SAVED];
    background.answers["readings.add"] = [READING];
    background.answers["siteForms.add"] = [SITE_FORM];
    background.answers["outlets.restore"] = liveStatus([]);
    background.answers["outlets.add"] = liveStatus([GAZETTE]);
    background.answers.status = statusOf({}, { sidebar: "tab" });
    const before = background.requests.length;
    await settle(() => click(button(place, "Undo")));
    expect(background.requests.slice(before)).toEqual([
      { type: "corrections.add", pairs: [CORRECTION] },
      { type: "outlets.restore", ids: [GAZETTE.id] },
      { type: "outlets.add", outlets: [GAZETTE] },
      { type: "follows.add", follows: [FOLLOW] },
      { type: "saved.add", stories: [SAVED] },
      { type: "readings.add", readings: [READING] },
      { type: "siteForms.add", forms: [SITE_FORM] },
      { type: "settings.change", change: { ...parseSettings({}), sidebar: "tab" } },
      { type: "status" },
    ]);
    expect(place.querySelector<HTMLSelectElement>("#reading select")?.value).toBe("tab");
    expect(textsOf(place, ".corrected-title")).toEqual(["Two", "One"]);
    expect(toast(place)).toBe("Everything is back.");
  });

  test("says what it will delete, and does so only when that is confirmed", async () => {
    const { place, background, published } = await options();
    background.answers["follows.list"] = [FOLLOW];
    background.answers["saved.list"] = [SAVED];
    background.answers["readings.list"] = { readings: [READING], isKept: true };
    background.answers["siteForms.list"] = [];
    await settle(() => published.push({ sets: [publishedSet(NOW)], canSubscribe: true }));
    await settle(() => click(button(place, "Delete everything…")));
    expect(textsOf(place, "#privacy [role=alert]")).toContain(
      "This deletes: 1 data set, 1 followed story, 1 saved story, 1 article that you read. All settings go back to what they were at installation.",
    );
    await settle(() => click(button(place, "Cancel")));
    expect(background.of("reset")).toEqual([]);
  });

  test("says when it is too late to restore the data sets", async () => {
    const { place, background, published } = await options();
    const harbour = publishedSet(NOW);
    await settle(() => published.push({ sets: [harbour], canSubscribe: true }));
    background.answers.reset = statusOf();
    background.answers["published.restore"] = { sets: [], canSubscribe: true };
    await settle(() => click(button(place, "Delete everything…")));
    await settle(() => click(button(place, "Delete")));
    await settle(() => click(button(place, "Undo")));
    expect(background.of("published.restore")).toEqual([
      { type: "published.restore", id: harbour.id },
    ]);
    expect(toast(place)).toBe("It is too late to bring back the data sets. The rest is back.");
  });

  test("cannot be started again while it is under way", async () => {
    const { deps, background, status, liveStatus: outlets, published, corrections } = fakeOptions();
    const end = Promise.withResolvers<void>();
    const send: typeof deps.send = async (request) => {
      if (request.type === "reset") await end.promise;
      return background.send(request);
    };
    const place = show(<OptionsPage deps={{ ...deps, send }} />);
    await settle(() => {
      status.push(statusOf());
      outlets.push(liveStatus([]));
      published.push({ sets: [], canSubscribe: true });
      corrections.push([]);
    });
    await settle(() => click(button(place, "Delete everything…")));
    await settle(() => click(button(place, "Delete")));
    expect(button(place, "Delete everything…").disabled).toBe(true);
    await settle(() => end.resolve());
    expect(button(place, "Delete everything…").disabled).toBe(false);
  });

  test("is reported as failed when the background does not answer", async () => {
    const { place, background, published } = await options();
    await settle(() => published.push({ sets: [], canSubscribe: true }));
    background.isUnavailable = true;
    await settle(() => click(button(place, "Delete everything…")));
    await settle(() => click(button(place, "Delete")));
    expect(toast(place)).toBe(NO_ANSWER);
    expect(textsOf(place, ".toast button")).not.toContain("Undo");
  });
});
