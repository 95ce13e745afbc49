import { TodayView } from "../../../components/today/TodayView.tsx";
import type { LiveStatus } from "../../../core/protocol/live-status.ts";
import type { Result } from "../../../core/protocol/result.ts";
import type { SearchAnswer, TodayAnswer, TodayState } from "../../../core/protocol/today.ts";
import { NOW, show, showIn, textsOf } from "../kit/english.tsx";
import { FakeBackground } from "../kit/fake-background.ts";
import { settle } from "../kit/run-hook.tsx";
import { ANSWER, LIVE } from "./fixtures.ts";

/** What is found whatever the search. */
export const FOUND: SearchAnswer = {
  articles: [
    {
      title: "Ferry returns to Sandvik",
      excerpt: "After nine days.",
      url: "https://courier.example/ferry",
      published: NOW,
      type: "article",
      language: null,
      marks: [],
      outlet: { name: "Courier", domain: "courier.example" },
      quality: 90,
      image: null,
      history: [],
      dataSets: ["mine"],
      band: "upper",
      thirds: null,
    },
  ],
  isCut: true,
  dataSets: [["mine", "My list"]],
};

export interface TodayPage {
  readonly place: HTMLElement;
  readonly background: FakeBackground;
  /** The headlines of the stories, or of what a search has found, from top to bottom. */
  titles(): string[];
  sendLive(status: LiveStatus): void;
  sendState(state: TodayState): void;
}

let openPlace: HTMLElement | null = null;

/** Opens the page of Today in place of the one before. `null`: the background does not answer, or sends no status. */
export async function openToday(
  answer: TodayAnswer | null = ANSWER,
  live: LiveStatus | null = LIVE,
): Promise<TodayPage> {
  const background = new FakeBackground({
    ...(answer !== null && { "today.stories": answer }),
    "today.looked": null,
    "today.follow": true,
    "today.unfollow": null,
    "outlets.poll": LIVE,
    "options.open": null,
    search: FOUND,
    "saved.list": [],
    "readings.list": { readings: [], isKept: false },
  });
  let onLive = (_: Result<LiveStatus>) => {};
  let onState = (_: Result<TodayState>) => {};
  const deps = {
    send: background.send,
    subscribeToLiveStatus(listener: typeof onLive) {
      onLive = listener;
      return () => undefined;
    },
    subscribeToToday(listener: typeof onState) {
      onState = listener;
      return () => undefined;
    },
    now: () => NOW,
    download: () => undefined,
    loadStarterList: async () => ({ writtenDown: "2026-11-30", outlets: [] }),
  };
  if (openPlace !== null) showIn(openPlace, null);
  const place = show(<TodayView deps={deps} />);
  openPlace = place;
  const page: TodayPage = {
    place,
    background,
    titles: () => textsOf(place, ".story h2"),
    sendLive: (value) => onLive({ ok: true, value }),
    sendState: (value) => onState({ ok: true, value }),
  };
  await settle(() => {
    page.sendState({ revision: 1, progress: null });
    if (live !== null) page.sendLive(live);
  });
  return page;
}
