import * as z from "zod/mini";
import { hostName, MAX_NAME_LENGTH } from "../record/article-record.ts";
import { mainHost } from "../url/outlet-domains.ts";
import type { Preference, PreferredOutlet } from "./preference-finder.ts";

/** Most outlets that the user can hide or prefer. */
export const MAX_PREFERENCES = 1000;

/** An outlet that the user hides, or prefers to others. */
export const outletPreference = z.object({
  /** The main domain of its site (`mainHost`). */
  domain: hostName,
  name: z.string().check(z.minLength(1), z.maxLength(MAX_NAME_LENGTH)),
  preference: z.enum(["hidden", "preferred"]),
});
export type OutletPreference = z.infer<typeof outletPreference>;

/**
 * The preferences once the user has said what to do with an outlet; `null` treats it like any other again. The list stays as
 * it is when it is full.
 */
export function withPreference(
  preferences: readonly OutletPreference[],
  { name, domain }: PreferredOutlet,
  preference: Preference | null,
): OutletPreference[] {
  const main = mainHost(domain);
  const others = preferences.filter((one) => one.domain !== main);
  if (preference === null) return others;
  if (others.length >= MAX_PREFERENCES) return [...preferences];
  return [...others, { domain: main, name, preference }];
}

/** The preferences with those for further outlets after them. What the user has said of an outlet here stays. */
export function withPreferences(
  preferences: readonly OutletPreference[],
  added: readonly OutletPreference[],
): OutletPreference[] {
  return added.reduce(
    (all: OutletPreference[], one) =>
      all.some(({ domain }) => domain === mainHost(one.domain))
        ? all
        : withPreference(all, one, one.preference),
    [...preferences],
  );
}
