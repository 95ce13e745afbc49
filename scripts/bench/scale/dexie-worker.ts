import { Dexie, type Table } from "dexie";
import { urlKey } from "../../../core/url/url-key.ts";
import { type Contestant, LATEST } from "./contestant.ts";
import { foundArticle, type KeptArticle, keptArticle } from "./kept-article.ts";
import { serveContestant } from "./serve-contestant.ts";

/** One object for each article, with Dexie. */
const dexie: Contestant = {
  async create() {
    const { database, articles } = open();
    return {
      async add(batch) {
        await articles.bulkAdd(batch.map(keptArticle));
      },
      async finish() {
        database.close();
      },
    };
  },
  async open() {
    const { articles } = open();
    return {
      async byUrl(address) {
        const article = await articles
          .where("keys")
          .equals(urlKey(address) ?? "")
          .first();
        return article?.record.title ?? null;
      },
      async isKnown(address) {
        return (
          (await articles
            .where("keys")
            .equals(urlKey(address) ?? "")
            .count()) > 0
        );
      },
      async byDomain(host) {
        const latest = await articles
          .where("[domain+time]")
          .between([host, Dexie.minKey], [host, Dexie.maxKey])
          .reverse()
          .limit(LATEST)
          .toArray();
        return latest.map(foundArticle);
      },
    };
  },
};

function open(): { database: Dexie; articles: Table<KeptArticle, number> } {
  const database = new Dexie("dexie", { chromeTransactionDurability: "relaxed" });
  database.version(1).stores({ articles: "++, *keys, [domain+time]" });
  return { database, articles: database.table("articles") };
}

serveContestant(dexie);
