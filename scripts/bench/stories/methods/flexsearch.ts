import { Index } from "flexsearch";
import { type Method, RESULTS } from "./method.ts";

/** FlexSearch with its defaults, except that a title may lack some of the words: otherwise a headline finds nothing. */
export const flexSearch: Method = {
  name: "flexsearch",
  isSampled: true,
  async open(articles) {
    const index = new Index();
    for (const [place, { title }] of articles.entries()) index.add(place, title);
    return (query) => {
      const found = index.search(articles[query]?.title ?? "", { limit: RESULTS, suggest: true });
      return found.map(Number).filter((place) => place !== query);
    };
  },
};
