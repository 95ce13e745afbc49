import MiniSearch from "minisearch";
import { timeCloseness } from "../../../../core/story/match/time-closeness.ts";
import type { LabelledArticle } from "../labels/labelled-articles.ts";
import { type Method, RESULTS } from "./method.ts";
import { STOP_WORDS } from "./stop-words.ts";

/** MiniSearch with its defaults: BM25+ over the titles. */
export const miniSearch: Method = {
  name: "minisearch",
  isSampled: false,
  async open(articles) {
    const index = new MiniSearch<{ id: number; title: string }>({ fields: ["title"] });
    index.addAll(articles.map(({ title }, id) => ({ id, title })));
    return (query) => firstOthers(index.search(articles[query]?.title ?? ""), query);
  },
};

/** MiniSearch without stop words. */
export const miniSearchWithoutStopWords: Method = {
  name: "minisearch-stop-words",
  isSampled: false,
  async open(articles) {
    const index = new MiniSearch<{ id: number; title: string }>({
      fields: ["title"],
      processTerm: withoutStopWords,
    });
    index.addAll(articles.map(({ title }, id) => ({ id, title })));
    return (query) => firstOthers(index.search(articles[query]?.title ?? ""), query);
  },
};

type Indexed = Pick<LabelledArticle, "title" | "excerpt"> & { id: number };

/**
 * MiniSearch tuned as well as we could: without stop words and accents, the excerpt as a second field with a third
 * of the weight, and our closeness in time, which was better than `exp(-hours / 48)`.
 */
export const miniSearchTuned: Method = {
  name: "minisearch-tuned",
  isSampled: false,
  async open(articles) {
    const index = new MiniSearch<Indexed>({
      fields: ["title", "excerpt"],
      processTerm: (term) =>
        withoutStopWords(term.normalize("NFD").replace(/[\u0300-\u036f]/g, "")),
    });
    index.addAll(articles.map(({ title, excerpt }, id) => ({ id, title, excerpt })));
    return (query) => {
      const { title = "", published = null } = articles[query] ?? {};
      const found = index.search(title, {
        boost: { title: 3 },
        boostDocument: (id: number) => timeCloseness(published, articles[id]?.published ?? null),
      });
      return firstOthers(found, query);
    };
  },
};

function withoutStopWords(term: string): string | null {
  const word = term.toLowerCase();
  return STOP_WORDS.has(word) ? null : word;
}

function firstOthers(found: readonly { readonly id: number }[], query: number): number[] {
  return found
    .slice(0, RESULTS)
    .map(({ id }) => id)
    .filter((id) => id !== query);
}
