import { useCallback, useEffect, useState } from "preact/hooks";
import type { Coverage } from "../../core/coverage/coverage.ts";
import type { ReadArticles } from "../articles/read-articles.ts";
import type { Send } from "../kit/deps.ts";

const NONE: ReadonlySet<string> = new Set();

/**
 * Which articles of an answer the user has read.
 *
 * @param send `null` where the view keeps nothing for the user
 * @param isKept whether the user wants what is read to be kept
 */
export function useReadArticles(
  send: Send | null,
  coverage: Coverage | null,
  isKept: boolean,
): ReadArticles {
  const [urls, setUrls] = useState(NONE);
  const listed = isKept && coverage !== null ? listedUrls(coverage) : "";
  const load = useCallback(async () => {
    if (send === null || listed === "") return setUrls(NONE);
    const answer = await send({ type: "readings.among", urls: listed.split("\n") });
    if (answer.ok) setUrls(new Set(answer.value));
  }, [send, listed]);
  useEffect(() => void load(), [load]);
  const forget = async (url: string) => {
    if (send === null) return;
    await send({ type: "readings.remove", urls: [url] });
    await load();
  };
  return { isRead: (url) => urls.has(url), onForget: (url) => void forget(url) };
}

/** The addresses of all articles that are listed, a line each: another text where they are others. */
function listedUrls(coverage: Coverage): string {
  if (coverage.kind === "none") return "";
  const entries = coverage.kind === "article" ? coverage.related : coverage.latest;
  return [...entries, ...coverage.sameTopic].map(({ url }) => url).join("\n");
}
