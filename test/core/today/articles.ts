import { MINUTE } from "../../../core/durations.ts";
import type { TodayArticle } from "../../../core/today/today-article.ts";
import type { StoryContext } from "../../../core/today/today-story.ts";

/** 8 o'clock on a Wednesday, UTC, in ms since 1970. */
export const MORNING = Date.UTC(2026, 3, 15, 8, 0);

/** An article of an outlet that came out a number of minutes after `MORNING`. */
export function article(
  outlet: string,
  minutes: number,
  title: string,
  changes: Partial<TodayArticle> = {},
): TodayArticle {
  const domain = `${outlet.toLowerCase()}.example`;
  const published = MORNING + minutes * MINUTE;
  const path = title.toLowerCase().replaceAll(/[^a-z]+/g, "-");
  return {
    key: `${domain}/${path}`,
    url: `https://${domain}/${path}`,
    title,
    excerpt: "",
    published,
    isTimeStated: true,
    seenAt: published,
    isChanged: false,
    type: "article",
    language: null,
    marks: [],
    outlet: { name: outlet, domain },
    ...changes,
  };
}

/** Five outlets on one bridge, one of them with another's text; and other news. */
export const BRIDGE = [
  article("Courier", 0, "Marram Bridge closed after inspectors find cracks in main girder"),
  article("Gazette", 21, "Cracked girder shuts Marram Bridge, 14,000 commuters stranded"),
  article("Wire", 48, "Marram Bridge closed indefinitely over cracks in girder"),
  article("Herald", 95, "Island cut off as Marram Bridge shuts: cracks found in girder"),
  article("Post", 110, "Island cut off as Marram Bridge shuts: cracks found in girder"),
] as const;
export const MAYOR = [
  article("Herald", 15, "Mayor Adela Quist resigns over harbour dredging contract"),
  article("Gazette", 55, "Port Ellery mayor Quist steps down over dredging contract"),
] as const;
export const KNOTS = article("Gazette", 200, "Restored lighthouse opens as a museum of knots");

/** A user who has never looked and follows nothing. */
export const CONTEXT: StoryContext = {
  lookedAt: null,
  follow: null,
  nameOf: ({ name }) => name,
  rankOf: () => 1,
};
