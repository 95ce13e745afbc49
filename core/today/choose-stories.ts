import type { OutletGroup, StoryChoice } from "./story-choice.ts";
import type { TodayStory } from "./today-story.ts";

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
  { outlets, follow, changed }: TodayStory,
  section: StoryChoice["section"],
): boolean {
  if (section === "following") return follow !== null;
  if (section === "changed") return changed > 0;
  return section === "single" ? outlets.length === 1 : outlets.length > 1;
}

function mostOriginalsFirst(a: TodayStory, b: TodayStory): number {
  return b.originals - a.originals || b.outlets.length - a.outlets.length || latestFirst(a, b);
}

function latestFirst(a: TodayStory, b: TodayStory): number {
  return (b.points.at(-1)?.published ?? 0) - (a.points.at(-1)?.published ?? 0);
}
