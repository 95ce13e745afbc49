import { newCorrection } from "../../core/corrections/new-correction.ts";
import type { Handlers } from "../messages/message-server.ts";
import {
  addCorrections,
  clearCorrections,
  readKeptCorrections,
  removeCorrections,
} from "../storage/corrections-store.ts";
import { isPrivateTab } from "../tabs/private-tab.ts";
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
    "story.correct": async ({ page, articles, verdict }, { tab }) => {
      const at = Date.now();
      const pairs = articles
        .map((article) => newCorrection(page, article, at))
        .filter((pair) => pair !== null);
      if (verdict === null) await removeCorrections(pairs);
      else await addCorrections(pairs, (await isPrivateTab(tab)) ? "session" : "local");
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
