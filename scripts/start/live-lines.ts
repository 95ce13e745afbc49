import { MINUTE } from "../../core/durations.ts";
import type { OutletStatus } from "../../core/protocol/live-status.ts";
import type { StoryMember } from "./shared-stories.ts";

/** Titles shown of an outlet. */
const NEWEST = 3;

/** What a poll of an outlet brought. */
export interface PolledOutlet {
  readonly outlet: Pick<OutletStatus, "name" | "domains" | "health" | "articles">;
  /** The outlet's state, in the options page's words. */
  readonly words: readonly string[];
  /** The newest first. */
  readonly latest: readonly StoryMember[];
}

/** An outlet with its health and its newest articles, line by line. */
export function outletLines({ outlet, words, latest }: PolledOutlet): string[] {
  const { name, domains, health, articles } = outlet;
  return [
    `${name} (${domains.join(", ")}): ${health}, ${articles} ${articles === 1 ? "article" : "articles"}`,
    `  ${words.join(" · ")}`,
    ...latest.slice(0, NEWEST).map(({ published, title }) => `  ${timeName(published)}  ${title}`),
  ];
}

/** Stories with their articles, line by line: each with its delay after the first. */
export function storyLines(stories: readonly (readonly StoryMember[])[]): string[] {
  if (stories.length === 0) return ["No story of these is told by more than one outlet right now."];
  return [
    `Stories that more than one outlet tells: ${stories.length}`,
    ...stories.flatMap((story, number) =>
      story.map(({ published, outlet, title }, i) => {
        const place = i === 0 ? `${number + 1}.` : "";
        const delay = i === 0 ? "" : delayName(story[0]?.published ?? null, published);
        return `  ${place.padEnd(3)} ${timeName(published)}  ${outlet.name}${delay}: ${title}`;
      }),
    ),
  ];
}

function timeName(time: number | null): string {
  if (time === null) return "(no time)";
  return new Date(time).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}

function delayName(first: number | null, time: number | null): string {
  if (first === null || time === null) return "";
  const minutes = Math.round((time - first) / MINUTE);
  const hours = Math.floor(minutes / 60);
  return ` (+${hours === 0 ? "" : `${hours} h `}${minutes % 60} min)`;
}
