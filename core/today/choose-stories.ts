import * as z from "zod/mini";
import type { TodayStory } from "./today-story.ts";

/** The times of which stories are shown: since midnight, the last 24 hours, the last three and seven days. */
export const SPANS = ["today", "day", "three-days", "week"] as const;
export type Span = (typeof SPANS)[number];

const DAY = 86_400_000;
/** Articles of the longest span; what is older is not grouped. */
export const LONGEST_SPAN_MS = 7 * DAY;

/** When a span begins, in the user's time zone. Times are in ms since 1970. */
export function spanStart(span: Span, now: number): number {
  if (span === "today") return new Date(now).setHours(0, 0, 0, 0);
  return now - { day: DAY, "three-days": 3 * DAY, week: LONGEST_SPAN_MS }[span];
}

/** Some of the user's outlets, of which a story may have none: one, or those of a country or a language. */
export const outletGroup = z.strictObject({
  kind: z.enum(["outlet", "country", "language"]),
  /** A name; ISO 3166-1; a primary language subtag. */
  value: z.string().check(z.minLength(1), z.maxLength(200)),
});
export type OutletGroup = z.infer<typeof outletGroup>;

/** Which stories are shown, and in which order. */
export const storyChoice = z.strictObject({
  span: z.enum(SPANS),
  /** Stories of two outlets or more, of one, or those that the user follows. */
  section: z.enum(["shared", "single", "following"]),
  /** Only stories that none of these outlets has; `null` for all. */
  without: z.nullable(outletGroup),
  /** By the number of independent originals, or by the latest article. */
  order: z.enum(["originals", "latest"]),
});
export type StoryChoice = z.infer<typeof storyChoice>;

/** What is known of an outlet when stories are chosen. */
export interface ChoosingOutlet {
  readonly name: string;
  /** ISO 3166-1; empty when unknown. */
  readonly country: string;
  /** BCP 47; empty when unknown. */
  readonly language: string;
}

/** `en` of `en-GB`. */
export function primaryLanguage(tag: string): string {
  return tag.split("-")[0] ?? "";
}

/** Names of the outlets of a group. */
export function outletsOfGroup(
  { kind, value }: OutletGroup,
  outlets: readonly ChoosingOutlet[],
): string[] {
  const isOfGroup = ({ name, country, language }: ChoosingOutlet) =>
    ({ outlet: name, country, language: primaryLanguage(language) })[kind] === value;
  return outlets.filter(isOfGroup).map(({ name }) => name);
}

/** The stories to show, in their order. */
export function chooseStories(
  stories: readonly TodayStory[],
  { section, without, order }: Omit<StoryChoice, "span">,
  outlets: readonly ChoosingOutlet[],
): TodayStory[] {
  const absent = new Set(without === null ? [] : outletsOfGroup(without, outlets));
  return stories
    .filter((story) => isOfSection(story, section))
    .filter((story) => !story.outlets.some((outlet) => absent.has(outlet)))
    .sort(order === "latest" ? latestFirst : mostOriginalsFirst);
}

/** Whether a story belongs to a section. */
export function isOfSection(
  { outlets, follow }: TodayStory,
  section: StoryChoice["section"],
): boolean {
  if (section === "following") return follow !== null;
  return section === "single" ? outlets.length === 1 : outlets.length > 1;
}

function mostOriginalsFirst(a: TodayStory, b: TodayStory): number {
  return b.originals - a.originals || b.outlets.length - a.outlets.length || latestFirst(a, b);
}

function latestFirst(a: TodayStory, b: TodayStory): number {
  return (b.points.at(-1)?.published ?? 0) - (a.points.at(-1)?.published ?? 0);
}
