import * as z from "zod/mini";
import { correctionSchema } from "../../core/corrections/correction-schema.ts";
import {
  type OutletSubscription,
  outletSubscription,
  type WantedOutlet,
  wantedOutlet,
} from "../../core/outlets/subscription.ts";
import { type CheckState, checkState } from "../../core/published/check-state.ts";
import {
  type PublishedSubscription,
  publishedSubscription,
} from "../../core/published/subscription.ts";
import { type Reading, reading } from "../../core/readings/reading.ts";
import { type SavedStory, savedStory } from "../../core/saved/saved-story.ts";
import { parseSettings } from "../../core/settings/settings.ts";
import { siteForm } from "../../core/settings/site-form.ts";
import { type Follow, follow } from "../../core/today/follows.ts";
import { type DataSetEntry, oldImport, parseDataSetEntry } from "./data-set-entry.ts";
import { normalizeFeedAddress } from "./normalize-feed-address.ts";
import { listOf, type StoredShape, storedItem } from "./stored-item.ts";

// Every key of `storage.local` and `storage.session`, but for `tab:ID` (`tabs/tab-pages.ts`).

/** The user's settings. A setting that cannot be read is kept as it is until the user sets it again. */
export const settingsItem = storedItem("settings", {
  fallback: parseSettings({}),
  parse: (stored) => (isObject(stored) ? parseSettings(stored) : undefined),
  merge(settings, stored) {
    const before: Readonly<Record<string, unknown>> = parseSettings(stored);
    const isNew = ([name, value]: readonly [string, unknown]) =>
      JSON.stringify(value) !== JSON.stringify(before[name]);
    return { ...objectOf(stored), ...Object.fromEntries(Object.entries(settings).filter(isNew)) };
  },
});

/** The data sets as the user wants them, in the order in which they were added. */
export interface DataSetList {
  readonly isBundledEnabled: boolean;
  readonly added: readonly DataSetEntry[];
}

const addedDataSets = listOf(parseDataSetEntry);
export const dataSetsItem = storedItem<DataSetList>("dataSets", {
  fallback: { isBundledEnabled: true, added: [] },
  parse(stored) {
    const { isBundledEnabled, added = [] } = objectOf(stored);
    const entries = isObject(stored) ? addedDataSets.parse(added) : undefined;
    return entries && { isBundledEnabled: isBundledEnabled !== false, added: entries };
  },
  merge: ({ isBundledEnabled, added }, stored) => ({
    isBundledEnabled,
    added: addedDataSets.merge?.(added, objectOf(stored)["added"]),
  }),
  isWhole: (stored) => addedDataSets.isWhole?.(objectOf(stored)["added"] ?? []) === true,
});

/** Written only before version 3 of the database. */
export const oldImportItem = storedItem("import", orNull(oldImport));

/** The outlets that the user picked. */
export const outletsItem = storedItem<readonly OutletSubscription[]>(
  "outlets",
  listOf((stored) => {
    const { data } = outletSubscription.safeParse(stored);
    return data === undefined || normalizeFeedAddress(data.feed) === null ? undefined : data;
  }),
);

/** The published data sets that the user subscribed to. */
export const publishedItem = storedItem<readonly PublishedSubscription[]>(
  "published",
  listOf((stored) => {
    const { data } = publishedSubscription.safeParse(stored);
    return data === undefined || normalizeFeedAddress(data.address) === null ? undefined : data;
  }),
);

/** How the last check of each went. What cannot be read is only checked again. */
export const publishedChecksItem = storedItem<readonly CheckState[]>(
  "publishedChecks",
  listOf((stored) => checkState.safeParse(stored).data),
);

const corrections = listOf((stored) => {
  const { data } = correctionSchema.safeParse(stored);
  return data?.page === data?.article ? undefined : data;
});
export const correctionsItem = storedItem("corrections", corrections);
/** What was said in a private window. */
export const privateCorrectionsItem = storedItem("corrections", corrections, "session");

const siteForms = listOf((stored) => siteForm.safeParse(stored).data);
/** How the user has left the sidebar on each site, the latest first. */
export const siteFormsItem = storedItem("siteForms", siteForms);
/** What was done in a private window. */
export const privateSiteFormsItem = storedItem("siteForms", siteForms, "session");

/** The notice that is shown until the user dismisses it. */
export const noticeItem = storedItem("notice", orNull(z.enum(["rebuilt", "in-memory"])));
/** Notices of a lasting state that the user has dismissed. */
export const dismissedNoticesItem = storedItem("noticesDismissed", {
  fallback: [],
  parse: (stored) => z.array(z.enum(["in-memory", "unreadable"])).safeParse(stored).data,
});

/** The introduction was opened by itself, which happens once. */
export const introductionShownItem = storedItem("introductionShown", flag());
/** The outlets as the user last chose them in the introduction; `null` until the user has changed something there. */
export const introductionChoiceItem = storedItem<readonly WantedOutlet[] | null>(
  "introductionChoice",
  orNull(z.array(wantedOutlet)),
);

/** A change of the content script's registration is under way. */
export const registrationPendingItem = storedItem("registrationPending", flag());

/** How the live outlets were after the last round of polls. */
export const liveSummaryItem = storedItem(
  "liveSummary",
  orNull(
    z.object({
      /** `localDay` of it. */
      day: z.string(),
      articlesToday: z.number(),
      lastSuccessAt: z.nullable(z.number()),
    }),
  ),
);

/** The link that the user asked about last, for the side panel of its tab. */
export const askedLinkItem = storedItem(
  "askedLink",
  orNull(z.object({ tab: z.number(), url: z.string(), text: z.string() })),
  "session",
);

/** The stories that the user follows. */
export const followsItem = storedItem<readonly Follow[]>(
  "follows",
  listOf((stored) => follow.safeParse(stored).data),
);

/** The stories that the user saved. */
export const savedItem = storedItem<readonly SavedStory[]>(
  "saved",
  listOf((stored) => savedStory.safeParse(stored).data),
);

/** What the user has read: empty unless the user wants it to be kept. */
export const readingsItem = storedItem<readonly Reading[]>(
  "readings",
  listOf((stored) => reading.safeParse(stored).data),
);

/** When the user last looked at today's stories, ms since 1970. */
export const todayVisitItem = storedItem("todayLook", orNull(z.number()));

/** Which story each live article is in, by a hash of its key: it can be computed again, but that takes a while. */
export const groupedArticlesItem = storedItem(
  "groupedArticles",
  orNull(z.object({ from: z.number(), keys: z.array(z.number()), stories: z.array(z.number()) })),
  "session",
);

/** When the browser was started as far as a worker has noticed, ms since 1970. */
export const browserStartItem = storedItem("startedAt", orNull(z.number()), "session");

function orNull<Value>(schema: z.ZodMiniType<Value>): StoredShape<Value | null> {
  return { fallback: null, parse: (stored) => schema.safeParse(stored).data };
}

function flag(): StoredShape<boolean> {
  return { fallback: false, parse: (stored) => z.boolean().safeParse(stored).data };
}

function isObject(stored: unknown): stored is Readonly<Record<string, unknown>> {
  return typeof stored === "object" && stored !== null && !Array.isArray(stored);
}

function objectOf(stored: unknown): Readonly<Record<string, unknown>> {
  return isObject(stored) ? stored : {};
}
