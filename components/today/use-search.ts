import { useRef, useState } from "preact/hooks";
import { DAY } from "../../core/durations.ts";
import type { SearchAnswer } from "../../core/protocol/today.ts";
import type { SearchQuestion } from "../../core/search/search-question.ts";
import type { Send } from "../kit/deps.ts";

/** How far back a search goes, in days; 0 for any time. */
export const SEARCH_DAYS = [0, 1, 7, 30, 365] as const;
type SearchDays = (typeof SEARCH_DAYS)[number];

/** What the user looks for. */
export interface Search {
  readonly text: string;
  /** Domains of the outlet; none for all. */
  readonly domains: readonly string[];
  /** Primary subtag; empty for all. */
  readonly language: string;
  readonly days: SearchDays;
  readonly quality: SearchQuestion["quality"];
}

const NO_SEARCH: Search = { text: "", domains: [], language: "", days: 0, quality: "any" };

/** The search for articles: what is looked for, and what was found; `null` while nothing is searched. */
export function useSearch(send: Send, now: () => number) {
  const [search, setSearch] = useState(NO_SEARCH);
  const [found, setFound] = useState<SearchAnswer | "searching" | "failed" | null>(null);
  const latest = useRef(0);

  const run = async ({ text, domains, language, days, quality }: Search) => {
    const request = ++latest.current;
    if (text.trim() === "") return setFound(null);
    setFound((before) => before ?? "searching");
    const question: SearchQuestion = {
      text,
      domains: domains.length === 0 ? null : [...domains],
      language: language || null,
      from: days === 0 ? null : now() - days * DAY,
      to: null,
      quality,
    };
    const result = await send({ type: "search", question });
    if (request === latest.current) setFound(result.ok ? result.value : "failed");
  };
  const change = (changes: Partial<Search>) => {
    const after = { ...search, ...changes };
    setSearch(after);
    void run(after);
  };
  return { search, found, change, retry: () => void run(search), end: () => change(NO_SEARCH) };
}
