import MiniSearch, { type Options } from "minisearch";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { urlKey } from "../../../core/url/url-key.ts";
import { type Contestant, LATEST } from "./contestant.ts";
import { foundArticle, keptArticle } from "./kept-article.ts";
import { completed, openDatabase, settled } from "./plain-indexed-db.ts";
import { serveContestant } from "./serve-contestant.ts";

interface Indexed {
  readonly id: string;
  readonly title: string;
  readonly domain: string;
  readonly time: number;
  readonly record: ArticleRecord;
}

const words = MiniSearch.getDefault("tokenize");
const OPTIONS: Options<Indexed> = {
  fields: ["title", "domain"],
  storeFields: ["time", "record"],
  tokenize: (text, field) => (field === "domain" ? [text] : words(text, field)),
};
/** UTF-16 code units of the index in one value: the whole index is too large for one IndexedDB value. */
const IN_VALUE = 2 ** 24;

/** An index in memory; on disk it is one JSON text. */
const miniSearch: Contestant = {
  async create() {
    const index = new MiniSearch(OPTIONS);
    return {
      async add(batch) {
        index.addAll(
          batch.map((record) => {
            const { keys, ...rest } = keptArticle(record);
            return { id: keys[0] ?? "", title: record.title, ...rest };
          }),
        );
      },
      async finish() {
        const text = JSON.stringify(index);
        const database = await open();
        const transaction = database.transaction("index", "readwrite", { durability: "relaxed" });
        for (let from = 0; from < text.length; from += IN_VALUE)
          transaction
            .objectStore("index")
            .put(text.slice(from, from + IN_VALUE), Math.floor(from / IN_VALUE));
        await completed(transaction);
        database.close();
      },
    };
  },
  async open() {
    const database = await open();
    const values = await settled<string[]>(
      database.transaction("index").objectStore("index").getAll(),
    );
    const index = MiniSearch.loadJSON(values.join(""), OPTIONS);
    const stored = (address: string) =>
      index.getStoredFields(urlKey(address) ?? "") as Pick<Indexed, "record"> | undefined;
    return {
      async byUrl(address) {
        return stored(address)?.record.title ?? null;
      },
      async isKnown(address) {
        return stored(address) !== undefined;
      },
      async byDomain(host) {
        const found = index.search(host, { fields: ["domain"], tokenize: (text) => [text] });
        found.sort((a, b) => b["time"] - a["time"]);
        return found.slice(0, LATEST).map((result) => foundArticle({ record: result["record"] }));
      },
    };
  },
};

function open(): Promise<IDBDatabase> {
  return openDatabase("minisearch", (database) => database.createObjectStore("index"));
}

serveContestant(miniSearch);
