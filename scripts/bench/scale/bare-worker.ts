import { bareReader } from "./plain-indexed-db.ts";
import { serveContestant } from "./serve-contestant.ts";

/** Opens a database and reads one value: the least that any store has to do. */
serveContestant({
  async open() {
    const read = await bareReader();
    return {
      async byUrl() {
        await read();
        return null;
      },
      isKnown: async () => false,
      byDomain: async () => [],
    };
  },
});
