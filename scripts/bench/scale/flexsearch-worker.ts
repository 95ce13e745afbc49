import "./window-for-flexsearch.ts";

import { Document, type DocumentData, type EnrichedResults, IndexedDB } from "flexsearch";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { urlKey } from "../../../core/url/url-key.ts";
import { type Contestant, LATEST } from "./contestant.ts";
import { foundArticle, keptArticle } from "./kept-article.ts";
import { serveContestant } from "./serve-contestant.ts";

/** How many batches a commit has: it reads and writes the list of every word and outlet of the batch again. */
const BATCHES_IN_COMMIT = 10;

/** An index in FlexSearch's own database, committed as it grows. */
const flexSearch: Contestant = {
  async create() {
    const index = await open();
    let batches = 0;
    return {
      async add(batch) {
        for (const record of batch) {
          const { keys, domain } = keptArticle(record);
          const document = { id: keys[0] ?? "", title: record.title, domain, record };
          index.add(document as unknown as DocumentData);
        }
        if (++batches % BATCHES_IN_COMMIT === 0) await index.commit();
      },
      async finish() {
        await index.commit();
      },
    };
  },
  async open() {
    const index = await open();
    const stored = async (address: string) =>
      (await index.get(urlKey(address) ?? "")) as unknown as { record: ArticleRecord } | null;
    return {
      async byUrl(address) {
        return (await stored(address))?.record.title ?? null;
      },
      async isKnown(address) {
        return (await stored(address)) !== null;
      },
      async byDomain(host) {
        const [found] = (await index.search({
          tag: { domain: host },
          limit: LATEST,
          enrich: true,
        })) as unknown as { result: EnrichedResults }[];
        return (found?.result ?? []).map(({ doc }) =>
          foundArticle(doc as unknown as { record: ArticleRecord }),
        );
      },
    };
  },
};

async function open() {
  const index = new Document<DocumentData, false, true>({
    document: { id: "id", index: ["title"], tag: ["domain"], store: true },
    commit: false,
  });
  await index.mount(new IndexedDB("flexsearch"));
  return index;
}

serveContestant(flexSearch);
