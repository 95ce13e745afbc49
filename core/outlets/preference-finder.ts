import { mainHost } from "../url/outlet-domains.ts";

/**
 * - `hidden`: its articles are left out of lists
 * - `preferred`: they come first, and represent a story
 */
export type Preference = "hidden" | "preferred";

/** An outlet as its articles name it. */
export interface PreferredOutlet {
  readonly name: string;
  readonly domain: string;
}

/** What the user prefers about the outlet of a domain; `null` where that is nothing. */
export type PreferenceOf = (domain: string) => Preference | null;

/** A file of its own, so that views need not load the schema. */
export function preferenceFinder(
  preferences: readonly { readonly domain: string; readonly preference: Preference }[],
): PreferenceOf {
  const byDomain = new Map(preferences.map(({ domain, preference }) => [domain, preference]));
  return (domain) => byDomain.get(mainHost(domain)) ?? null;
}
