import type { BackupChanges } from "../../../core/backup/backup-changes.ts";
import type { ViewRequest } from "../../../core/protocol/requests.ts";
import type { Settings } from "../../../core/settings/settings.ts";
import type { Send } from "../../kit/deps.ts";

/** What came of it: whether all was answered, and the requests that take it back. */
interface Applied {
  readonly isWhole: boolean;
  readonly undo: readonly ViewRequest[];
}

/**
 * Makes the changes of a backup, one part after the other. A part that fails leaves the others: the same file can be imported
 * again.
 *
 * @param before the settings as they are
 */
export async function applyBackup(
  send: Send,
  {
    settings,
    sites,
    outletPreferences,
    corrections,
    follows,
    saved,
    readings,
    siteForms,
    outlets,
    published,
  }: BackupChanges,
  before: Settings,
): Promise<Applied> {
  const undo: ViewRequest[] = [];
  let isWhole = true;
  const run = async <Type extends ViewRequest["type"]>(
    request: Extract<ViewRequest, { type: Type }>,
  ) => {
    const answer = await send<Type>(request);
    if (!answer.ok) isWhole = false;
    return answer.ok ? answer.value : null;
  };
  const sitesOff = [...before.sitesOff, ...sites].sort();
  const change = {
    ...settings,
    ...(sites.length > 0 && { sitesOff }),
    ...(outletPreferences.length > 0 && {
      outletPreferences: [...before.outletPreferences, ...outletPreferences],
    }),
  };
  if (
    Object.keys(change).length > 0 &&
    (await run<"settings.change">({ type: "settings.change", change })) !== null
  ) {
    const isChanged = ([name]: readonly [string, unknown]) => Object.hasOwn(change, name);
    const values = Object.fromEntries(Object.entries(before).filter(isChanged));
    undo.push({ type: "settings.change", change: values });
  }
  if (
    corrections.length > 0 &&
    (await run<"corrections.add">({ type: "corrections.add", pairs: [...corrections] })) !== null
  ) {
    const pairs = corrections.map(({ page, article }) => ({ page, article }));
    undo.push({ type: "corrections.remove", pairs });
  }
  if (
    follows.length > 0 &&
    (await run<"follows.add">({ type: "follows.add", follows: [...follows] })) !== null
  )
    undo.push(...follows.map(({ id }) => ({ type: "today.unfollow", id }) as const));
  if (
    saved.length > 0 &&
    (await run<"saved.add">({ type: "saved.add", stories: [...saved] })) !== null
  )
    undo.push({ type: "saved.remove", ids: saved.map(({ id }) => id) });
  if (
    readings.length > 0 &&
    (await run<"readings.add">({ type: "readings.add", readings: [...readings] })) !== null
  )
    undo.push({ type: "readings.remove", urls: readings.map(({ url }) => url) });
  if (
    siteForms.length > 0 &&
    (await run<"siteForms.add">({ type: "siteForms.add", forms: [...siteForms] })) !== null
  )
    undo.push({ type: "siteForms.remove", sites: siteForms.map(({ site }) => site) });
  if (outlets.length > 0) {
    const status = await run<"outlets.add">({ type: "outlets.add", outlets: [...outlets] });
    const feeds = new Set(outlets.map(({ feed }) => feed));
    const added = (status?.outlets ?? []).filter(({ feed }) => feeds.has(feed));
    if (added.length > 0) undo.push({ type: "outlets.remove", ids: added.map(({ id }) => id) });
  }
  for (const { every, isEnabled, isPaused, ...wanted } of published) {
    const answer = await run<"published.add">({ type: "published.add", ...wanted });
    const added = answer?.sets.find(
      ({ address, removedAt }) => address === wanted.address && removedAt === null,
    );
    if (added === undefined) continue;
    const { id } = added;
    undo.push({ type: "published.remove", id });
    const changed = { every, isEnabled, isPaused };
    await run<"published.change">({ type: "published.change", id, change: changed });
  }
  return { isWhole, undo };
}
