import { urlKey } from "../../../core/url/url-key.ts";
import { type Contestant, LATEST } from "./contestant.ts";
import { foundArticle, type KeptArticle, keptArticle } from "./kept-article.ts";
import { completed, openDatabase, settled } from "./plain-indexed-db.ts";
import { serveContestant } from "./serve-contestant.ts";

/** One object for each article in IndexedDB, found by two indexes. */
const objectPerArticle: Contestant = {
  async create() {
    const database = await open();
    return {
      async add(batch) {
        const transaction = database.transaction("articles", "readwrite", {
          durability: "relaxed",
        });
        const store = transaction.objectStore("articles");
        for (const record of batch) store.put(keptArticle(record));
        await completed(transaction);
      },
      async finish() {
        database.close();
      },
    };
  },
  async open() {
    const database = await open();
    const index = (name: string) =>
      database.transaction("articles").objectStore("articles").index(name);
    return {
      async byUrl(address) {
        const article = await settled<KeptArticle | undefined>(
          index("keys").get(urlKey(address) ?? ""),
        );
        return article?.record.title ?? null;
      },
      async isKnown(address) {
        return (await settled(index("keys").getKey(urlKey(address) ?? ""))) !== undefined;
      },
      byDomain(host) {
        const range = IDBKeyRange.bound([host], [host, []]);
        const request = index("domain").openCursor(range, "prev");
        const articles: KeptArticle[] = [];
        return new Promise((resolve, reject) => {
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            const cursor = request.result;
            if (cursor !== null) articles.push(cursor.value);
            if (cursor === null || articles.length === LATEST) resolve(articles.map(foundArticle));
            else cursor.continue();
          };
        });
      },
    };
  },
};

function open(): Promise<IDBDatabase> {
  return openDatabase("articles", (database) => {
    const store = database.createObjectStore("articles", { autoIncrement: true });
    store.createIndex("keys", "keys", { multiEntry: true });
    store.createIndex("domain", ["domain", "time"]);
  });
}

serveContestant(objectPerArticle);
