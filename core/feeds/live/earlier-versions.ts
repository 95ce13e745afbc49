import { isQuietChange } from "../../compare/quiet-change.ts";
import type { VersionedArticle } from "../../compare/version-changes.ts";
import type { ArticleRecord } from "../../record/article-record.ts";
import { type EarlierVersion, MAX_EARLIER_VERSIONS } from "../../record/earlier-version.ts";
import { present } from "../../record/present.ts";

/**
 * A newer version of a live article with what it said before.
 *
 * @param stored the version that it replaces
 * @param changedAt when its feed was seen to have changed it, ms since 1970; `null` where that feed did not have it before:
 *   what another feed of an outlet says differently is no change
 */
export function withEarlierVersions(
  record: ArticleRecord,
  stored: VersionedArticle,
  changedAt: number | null,
): ArticleRecord {
  const { title, excerpt, history } = stored;
  const isSame = title === record.title && excerpt === (record.excerpt ?? "");
  const versions =
    isSame || changedAt === null
      ? history
      : bounded([...history, { title, excerpt, replaced: changedAt }], record.title);
  const written = versions.map((version) =>
    present({
      title: version.title,
      excerpt: version.excerpt || undefined,
      replacedDateTime: new Date(version.replaced).toISOString(),
    }),
  );
  return written.length === 0 ? record : { ...record, history: written };
}

/** As many versions as a record may have. Those go first that differ from the next one in figures or tags only; never the first. */
function bounded(versions: readonly EarlierVersion[], latest: string): readonly EarlierVersion[] {
  if (versions.length <= MAX_EARLIER_VERSIONS) return versions;
  const quiet = versions.findIndex(
    ({ title }, i) => i > 0 && isQuietChange(title, versions[i + 1]?.title ?? latest),
  );
  return versions.toSpliced(quiet === -1 ? 1 : quiet, 1);
}
