import { savedWith } from "../../core/saved/saved-story.ts";
import type { Handlers } from "../messages/message-server.ts";
import { addSaved, changeSaved, readSaved, removeSaved } from "../storage/saved-store.ts";

/** What the background does for the stories that the user saves. */
export const savedHandlers: Pick<Handlers, Extract<keyof Handlers, `saved.${string}`>> = {
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
};
