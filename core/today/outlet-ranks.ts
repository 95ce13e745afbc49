import { type Preference, preferenceFinder } from "../outlets/preference-finder.ts";

/** An outlet of the user by its name, with the domains of its sites. */
interface NamedOutlet {
  readonly name: string;
  readonly domains: readonly string[];
}

type Preferences = Parameters<typeof preferenceFinder>[0];

/** Names of those of the user's outlets of which one site has a preference. */
export function namesWith(
  wanted: Preference,
  outlets: readonly NamedOutlet[],
  preferences: Preferences,
): ReadonlySet<string> {
  const preferenceOf = preferenceFinder(preferences);
  return new Set(
    outlets
      .filter(({ domains }) => domains.some((domain) => preferenceOf(domain) === wanted))
      .map(({ name }) => name),
  );
}

/**
 * How rather the headline of an outlet stands for a story than another's, the lower the rather: of outlets that the user
 * prefers, then of those in the user's language; of hidden ones last.
 *
 * @param inLanguage names of the outlets in the user's language
 */
export function outletRanks(
  outlets: readonly NamedOutlet[],
  preferences: Preferences,
  inLanguage: ReadonlySet<string>,
): (name: string) => number {
  const preferred = namesWith("preferred", outlets, preferences);
  const hidden = namesWith("hidden", outlets, preferences);
  return (name) => {
    if (preferred.has(name)) return 0;
    if (hidden.has(name)) return 3;
    return inLanguage.has(name) ? 1 : 2;
  };
}
