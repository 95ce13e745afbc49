import type { OutletSubscription } from "../../core/outlets/subscription.ts";
import { searchArticles } from "../../core/search/search-articles.ts";
import { primaryLanguage } from "../../core/today/choose-stories.ts";
import type { Handlers } from "../messages/message-server.ts";
import { addFollow, addFollows, readFollows, removeFollow } from "../storage/follows-store.ts";
import { todayVisitItem } from "../storage/stored-items.ts";
import { readOutlets } from "../storage/subscriptions-store.ts";
import type { Services } from "./services.ts";

type TodayRequests =
  | "today.stories"
  | "today.looked"
  | "today.follow"
  | "today.unfollow"
  | "follows.list"
  | "follows.add"
  | "search";

/** What the background does for the page "Today". */
export function createTodayHandlers({
  today,
  library,
  loadCountryNames,
  progressed,
}: Services): Pick<Handlers, TodayRequests> {
  const changed = async () => {
    today.changed();
    await progressed.emit();
  };
  return {
    "today.stories": ({ choice, language, since, most }) =>
      today.answer({ ...choice, language, since, most }),
    "today.looked": async () => {
      const now = Date.now();
      await todayVisitItem.change(() => now);
      return null;
    },
    "today.follow": async ({ articles }) => {
      const before = (await readFollows()).length;
      const follows = await addFollow(articles, crypto.randomUUID(), Date.now());
      await changed();
      return follows.length > before;
    },
    "today.unfollow": async ({ id }) => {
      await removeFollow(id);
      await changed();
      return null;
    },
    "follows.list": readFollows,
    "follows.add": async ({ follows }) => {
      const all = await addFollows(follows);
      await changed();
      return all;
    },
    search: async ({ question }) => {
      const [countries, outlets] = await Promise.all([loadCountryNames(), readOutlets()]);
      const languageOf = languagesOf(outlets);
      return library.lookUp(async (opening) => {
        const segments = await opening;
        const found = await searchArticles(question, segments, { countries, languageOf });
        const names = new Map(segments.map(({ meta }) => [meta.dataSet.id, meta.dataSet.name]));
        return { ...found, dataSets: [...names] };
      });
    },
  };
}

/** The language of each of the user's outlets, by its domain. */
function languagesOf(outlets: readonly OutletSubscription[]): (domain: string) => string | null {
  const languages = new Map(
    outlets.flatMap(({ domains, language }) =>
      domains.map((domain) => [domain, primaryLanguage(language) || null] as const),
    ),
  );
  return (domain) => languages.get(domain) ?? null;
}
