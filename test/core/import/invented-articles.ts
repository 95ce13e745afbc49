import { readOne } from "./reading.ts";

/** Addresses and a time of invented articles. */
export const FERRY = "https://www.paper.example/ferry";
export const BRIDGE = "https://courier.example/bridge";
export const NOON = "2024-03-27T12:00:00.000Z";

/** What is compared of an article: title, address, outlet, time, excerpt. */
export type Shown = readonly [
  title: string,
  address: string,
  outlet: string,
  time: string | undefined,
  excerpt?: string | undefined,
];

/** The articles that are read from a file, with what is compared of each, and everything that is reported. */
export async function shown(content: unknown) {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  const { records, problems, unused, rejected } = await readOne("x", text);
  const articles = records.map(({ title, webUrl, provider, publishedDateTime, excerpt }) => [
    title,
    webUrl,
    provider.name,
    publishedDateTime === undefined ? undefined : new Date(publishedDateTime).toISOString(),
    ...(excerpt === undefined ? [] : [excerpt]),
  ]);
  return { articles, problems, unused, rejected };
}

/** The ferry article of an outlet. */
export const ferry = (outlet: string, time: string | undefined, excerpt?: string): Shown =>
  excerpt === undefined
    ? ["Ferry returns", FERRY, outlet, time]
    : ["Ferry returns", FERRY, outlet, time, excerpt];
