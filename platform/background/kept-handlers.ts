import { readAmong } from "../../core/readings/reading.ts";
import { savedWith } from "../../core/saved/saved-story.ts";
import type { Handlers } from "../messages/message-server.ts";
import { addReadings, readReadings, removeReadings } from "../storage/readings-store.ts";
import { addSaved, changeSaved, readSaved, removeSaved } from "../storage/saved-store.ts";
import { settingsItem } from "../storage/stored-items.ts";

type KeptRequests = Extract<keyof Handlers, `${"saved" | "readings"}.${string}`>;

/** What the background does for what the user keeps: saved stories, and what was read. */
export const keptHandlers: Pick<Handlers, KeptRequests> = {
  "saved.list": readSaved,
  "saved.save": async ({ articles }) => {
    const id = crypto.randomUUID();
    const story = { id, articles, note: "", tags: [], savedAt: Date.now() };
    const stories = await addSaved([story]);
    return {
      id: savedWith(stories, story)?.id ?? null,
      isNew: stories.some((one) => one.id === id),
    };
  },
  "saved.add": ({ stories }) => addSaved(stories),
  "saved.change": ({ id, note, tags }) => changeSaved(id, { note, tags }),
  "saved.remove": ({ ids }) => removeSaved(ids),
  "readings.list": async () => ({
    readings: await readReadings(),
    isKept: (await settingsItem.read()).keepsReadings,
  }),
  "readings.among": async ({ urls }) =>
    (await settingsItem.read()).keepsReadings ? readAmong(await readReadings(), urls) : [],
  "readings.add": ({ readings }) => addReadings(readings),
  "readings.remove": ({ urls }) => removeReadings(urls),
};
