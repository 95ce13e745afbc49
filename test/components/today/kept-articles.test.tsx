// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { TodayView } from "../../../components/today/TodayView.tsx";
import { READING } from "../../fixtures/readings.ts";
import { SAVED } from "../../fixtures/saved-stories.ts";
import { NOW, show, textsOf } from "../kit/english.tsx";
import { FakeBackground } from "../kit/fake-background.ts";
import { settle } from "../kit/run-hook.tsx";
import { ANSWER, KNOTS, point, story } from "./fixtures.ts";

/** An article's own address, and one by which a newsletter leads to it. */
const BRIDGE = "https://courier.example/bridge";
const BY_MAIL = "https://amp.courier.example/bridge?utm_medium=mail";

/** "Today" with a story of that article and one of another, once the user has read or saved the article at `url`. */
async function today(url: string, isKept = true): Promise<Element> {
  const background = new FakeBackground({
    "today.stories": { ...ANSWER, stories: [story([point("Courier", 9, { url: BRIDGE })]), KNOTS] },
    "today.looked": null,
    "saved.list": [{ ...SAVED, articles: SAVED.articles.map((one) => ({ ...one, url })) }],
    "readings.list": { readings: [{ ...READING, url }], isKept },
  });
  let sendState: (state: { ok: true; value: { revision: number; progress: null } }) => void;
  const deps = {
    send: background.send,
    subscribeToLiveStatus: () => () => undefined,
    subscribeToToday(listener: typeof sendState) {
      sendState = listener;
      return () => undefined;
    },
    now: () => NOW,
    download: () => undefined,
    loadStarterList: async () => ({ writtenDown: "2026-11-30", outlets: [] }),
  };
  const place = show(<TodayView deps={deps} />);
  await settle(() => sendState({ ok: true, value: { revision: 1, progress: null } }));
  return place;
}
const savedOnes = (place: Element) =>
  Array.from(place.querySelectorAll(".save-story"), (one) => one.getAttribute("aria-pressed"));

test.each([BRIDGE, BY_MAIL])("an article is known to be read and saved by %s", async (url) => {
  const place = await today(url);
  expect(textsOf(place, ".story-read h2")).toEqual(["Bridge closed, says Courier"]);
  expect(textsOf(place, ".story-facts .tag")).toEqual(["Read"]);
  expect(savedOnes(place)).toEqual(["true", "false"]);
});

test("no article is known to be read once the user no longer wants that to be remembered", async () => {
  expect(textsOf(await today(BRIDGE, false), ".story-read")).toEqual([]);
});
