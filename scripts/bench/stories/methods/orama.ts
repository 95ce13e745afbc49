import { type Method, RESULTS } from "./method.ts";

/** The part of Orama that is used. The package is imported at run time, since it may not be installed. */
interface Orama {
  create(options: { schema: { title: "string" }; components: object }): object;
  insertMultiple(
    index: object,
    articles: readonly { id: string; title: string }[],
  ): Promise<unknown>;
  search(
    index: object,
    question: { term: string; limit: number },
  ): Promise<{ hits: readonly { id: string }[] }>;
}

const PACKAGE = "@orama/orama";

/** Orama's BM25 over the titles. Words of any script count: its own tokenizer drops letters of other languages. */
export const orama: Method = {
  name: "orama",
  isSampled: true,
  async open(articles) {
    const library = await load();
    if (library === null) return null;
    const tokenizer = {
      language: "english",
      normalizationCache: new Map(),
      tokenize: (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [],
    };
    const index = library.create({ schema: { title: "string" }, components: { tokenizer } });
    await library.insertMultiple(
      index,
      articles.map(({ title }, place) => ({ id: String(place), title })),
    );
    return async (query) => {
      const term = articles[query]?.title ?? "";
      const { hits } = await library.search(index, { term, limit: RESULTS });
      return hits.map(({ id }) => Number(id)).filter((place) => place !== query);
    };
  },
};

async function load(): Promise<Orama | null> {
  try {
    return (await import(PACKAGE)) as Orama;
  } catch {
    return null;
  }
}
