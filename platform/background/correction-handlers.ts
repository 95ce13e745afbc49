import browser from "webextension-polyfill";
import { newCorrection } from "../../core/corrections/new-correction.ts";
import type { Handlers, Sender } from "../messages/message-server.ts";
import {
  addCorrections,
  clearCorrections,
  readKeptCorrections,
  removeCorrections,
} from "../storage/corrections-store.ts";
import type { OpenViews } from "./open-views.ts";

type CorrectionHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, "story.correct" | `corrections.${string}`>
>;

/** What the background does when the user says that an article tells another story, or takes it back. */
export function createCorrectionHandlers({
  answers,
  updates,
}: {
  readonly answers: Pick<OpenViews["answers"], "outdate">;
  readonly updates: Pick<OpenViews["updates"], "correctionsChanged">;
}): CorrectionHandlers {
  /** Settles when all open views show the answers that follow from it. */
  const changed = async <Value>(value: Value): Promise<Value> => {
    answers.outdate();
    await updates.correctionsChanged();
    return value;
  };
  return {
    "story.correct": async ({ page, articles, verdict }, sender) => {
      const at = Date.now();
      const pairs = articles
        .map((article) => newCorrection(page, article, at))
        .filter((pair) => pair !== null);
      if (verdict === null) await removeCorrections(pairs);
      else await addCorrections(pairs, (await isPrivate(sender)) ? "session" : "local");
      return changed(null);
    },
    "corrections.list": async () => (await readKeptCorrections()).pairs,
    "corrections.add": async ({ pairs }) => {
      // A time to come would keep a pair from ever being the oldest.
      const now = Date.now();
      const said = pairs.map((pair) => ({ ...pair, at: Math.min(pair.at, now) }));
      return changed((await addCorrections(said)).pairs);
    },
    "corrections.remove": async ({ pairs }) => changed((await removeCorrections(pairs)).pairs),
    "corrections.clear": async () => changed((await clearCorrections()).pairs),
  };
}

/** Whether it was said in a private window: the sidebar's tab, or the one under the popup. */
async function isPrivate({ tab }: Sender): Promise<boolean> {
  try {
    if (tab !== undefined) return (await browser.tabs.get(tab)).incognito;
    const [current] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    return current?.incognito ?? false;
  } catch {
    // The tab is gone by now: what is not known is not kept for good.
    return true;
  }
}
