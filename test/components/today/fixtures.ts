import { MINUTE } from "../../../core/durations.ts";
import type { LiveStatus } from "../../../core/protocol/live-status.ts";
import type { TodayAnswer } from "../../../core/protocol/today.ts";
import type { StoryPoint, TodayStory } from "../../../core/today/today-story.ts";
import { NOW } from "../kit/english.tsx";

/** An article of an outlet that came out a number of minutes before `NOW`. */
export function point(
  outlet: string,
  minutes: number,
  changes: Partial<StoryPoint> = {},
): StoryPoint {
  return {
    title: `Bridge closed, says ${outlet}`,
    url: `https://${outlet.toLowerCase()}.example/bridge`,
    outlet,
    published: NOW - minutes * MINUTE,
    isTimeStated: true,
    isReprint: false,
    isNew: false,
    type: "article",
    language: null,
    marks: [],
    ...changes,
  };
}

export function story(
  points: readonly StoryPoint[],
  changes: Partial<TodayStory> = {},
): TodayStory {
  const reprints = points.filter(({ isReprint }) => isReprint).length;
  return {
    id: points[0]?.url ?? "",
    headline: 0,
    points,
    articles: points.length,
    outlets: [...new Set(points.map(({ outlet }) => outlet))],
    originals: points.length - reprints,
    reprints,
    changed: 0,
    first: null,
    fresh: 0,
    follow: null,
    ...changes,
  };
}

/** A story of three outlets, one of them with another's text. */
export const BRIDGE = story(
  [point("Courier", 120), point("Gazette", 90), point("Post", 30, { isReprint: true })],
  { first: { outlet: "Courier", next: "Gazette", lead: 30 * MINUTE } },
);
/** A story that one outlet has. */
export const KNOTS = story([
  point("Gazette", 10, { title: "A museum of knots", url: "https://gazette.example/knots" }),
]);

const outlet = (name: string, country: string, language: string) => ({
  ...{ name, country, language },
  domains: [`${name.toLowerCase()}.example`],
});

export const ANSWER: TodayAnswer = {
  outlets: [
    outlet("Courier", "GB", "en"),
    outlet("Gazette", "GB", "en"),
    outlet("Herald", "NO", "nb"),
    outlet("Post", "US", "en"),
  ],
  articles: 4,
  stories: [BRIDGE],
  total: 1,
  shared: 1,
  single: 1,
  changed: 0,
  hidden: 0,
  preferences: [],
  following: 0,
  followingNew: 0,
  records: [
    { outlet: "Courier", stories: 3, first: 2, lead: 30 * MINUTE },
    { outlet: "Gazette", stories: 3, first: 0, lead: null },
  ],
  lookedAt: null,
};

export const LIVE: LiveStatus = {
  outlets: [],
  articles: 4,
  articlesToday: 4,
  bytes: 0,
  lastSuccessAt: NOW - 3 * MINUTE,
  round: null,
  waitsFor: null,
};
