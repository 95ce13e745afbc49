import { UnreadableStoriesError } from "../../core/story-index/story-index-reader.ts";
import type { LiveArticles } from "../feeds/live/live-articles.ts";
import { keepGrown, readFollows } from "../storage/follows-store.ts";
import { keepKnownStories, readKnownStories } from "../storage/known-stories.ts";
import { settingsItem, todayVisitItem } from "../storage/stored-items.ts";
import { readOutlets } from "../storage/subscriptions-store.ts";
import { Emitter } from "../store/emitter.ts";
import { LiveStories } from "../today/live-stories.ts";
import { Today } from "../today/today.ts";
import type { DataChange } from "./data-change.ts";
import type { SharedDeps } from "./service-deps.ts";

/** The stories of the day, which follow every change of the data. */
export function createToday(
  shared: SharedDeps,
  live: LiveArticles,
  dataChanged: Emitter<DataChange>,
  progressed: Emitter<void>,
): Today {
  const { ledger, now, pause } = shared;
  const storiesChanged = new Emitter<void>();
  const liveStories = new LiveStories({
    ...shared,
    openSegments: async () => live.openSegments(await ledger.store(), await ledger.rows()),
    states: () => live.states(),
    onUnreadable: (error, generation) =>
      error instanceof UnreadableStoriesError
        ? ledger.dropStories(error.dataSet)
        : ledger.markDamaged(generation),
    onChange: () => void storiesChanged.emit(),
    readKnown: readKnownStories,
    keepKnown: keepKnownStories,
  });
  const today = new Today({
    live: liveStories,
    readOutlets,
    readPreferences: async () => (await settingsItem.read()).outletPreferences,
    readFollows,
    keepGrown,
    readLastVisit: () => todayVisitItem.read(),
    now,
    pause,
  });
  storiesChanged.on(() => {
    today.changed();
    void progressed.emit();
  });
  dataChanged.on((cause) => {
    if (cause === "live" || cause === "damage") liveStories.outdate();
    today.changed();
  });
  return today;
}
