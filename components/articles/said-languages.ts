/**
 * The languages that articles of one list say of themselves: where they are in several, all but the user's own.
 *
 * @param articles with the primary subtag of their language, `null` where it is not known
 * @param own the user's language, BCP 47
 */
export function saidLanguages(
  articles: readonly { readonly language: string | null }[],
  own: string,
): ReadonlySet<string> {
  const stated = new Set(articles.flatMap(({ language }) => language ?? []));
  if (stated.size < 2) return new Set();
  stated.delete(own.split("-")[0] ?? "");
  return stated;
}
