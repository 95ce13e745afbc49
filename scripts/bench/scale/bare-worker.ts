import { bareReader } from "./plain-indexed-db.ts";
import { serveContestant } from "./serve-contestant.ts";

/** Opens a database and reads one value: what no store can do without. */
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
