import { newCorrection } from "../../core/corrections/new-correction.ts";
import { changeCorrections, clearCorrections, readCorrections } from "../corrections-store.ts";
import type { Handlers } from "./message-server.ts";

type CorrectionHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, "story.correct" | `corrections.${string}`>
>;

/** What the background does when the reader says that an article tells another story, or takes it back. */
export function createCorrectionHandlers(): CorrectionHandlers {
  return {
    "story.correct": async ({ page, articles, verdict }) => {
      const at = Date.now();
      const pairs = articles
        .map((article) => newCorrection(page, article, at))
        .filter((pair) => pair !== null);
      await changeCorrections((before) =>
        verdict === null ? before.without(pairs) : before.with(pairs),
      );
      return null;
    },
    "corrections.list": async () => (await readCorrections()).pairs,
    "corrections.add": async ({ pairs }) => {
      // A time to come would keep a pair from ever being the oldest.
      const now = Date.now();
      const said = pairs.map((pair) => ({ ...pair, at: Math.min(pair.at, now) }));
      return (await changeCorrections((before) => before.with(said))).pairs;
    },
    "corrections.remove": async ({ pairs }) =>
      (await changeCorrections((before) => before.without(pairs))).pairs,
    "corrections.clear": async () => (await clearCorrections()).pairs,
  };
}
