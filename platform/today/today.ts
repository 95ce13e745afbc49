import { DAY } from "../../core/durations.ts";
import type { OutletPreference } from "../../core/outlets/outlet-preference.ts";
import type { OutletSubscription } from "../../core/outlets/subscription.ts";
import type { TodayAnswer, TodayOutlet, TodayState } from "../../core/protocol/today.ts";
import { chooseStories, isOfSection, primaryLanguage } from "../../core/today/choose-stories.ts";
import { FoldedStories } from "../../core/today/folded-stories.ts";
import { expiredStory, type Follow, followFinder, grownFollow } from "../../core/today/follows.ts";
import { namesWith, outletRanks } from "../../core/today/outlet-ranks.ts";
import { outletRecords } from "../../core/today/outlet-records.ts";
import { LONGEST_SPAN_MS, spanStart } from "../../core/today/spans.ts";
import type { StoryChoice } from "../../core/today/story-choice.ts";
import type { TodayArticle } from "../../core/today/today-article.ts";
import { type StoryContext, type TodayStory, todayStory } from "../../core/today/today-story.ts";
import { mainHost } from "../../core/url/outlet-domains.ts";
import type { LiveStories } from "./live-stories.ts";

/** What the answer to Today needs. */
export interface TodayDeps {
  readonly live: Pick<LiveStories, "stories" | "progress" | "refresh" | "outdate">;
  readOutlets(): Promise<readonly OutletSubscription[]>;
  readPreferences(): Promise<readonly OutletPreference[]>;
  readFollows(): Promise<readonly Follow[]>;
  /** Keeps followed stories that have got new articles. */
  keepGrown(follows: readonly Follow[]): Promise<void>;
  readLastVisit(): Promise<number | null>;
  now(): number;
  /** Lets other work run now and then. */
  pause(): Promise<void>;
}

/** What a view asks for. */
export interface TodayQuestion extends StoryChoice {
  /** Primary subtag of the user's language: its outlets' headlines are preferred. */
  readonly language: string;
  /** What came since then is new, ms since 1970; `null`: since the user last looked. */
  readonly since: number | null;
  /** Most stories to send. */
  readonly most: number;
}

/** The stories of the user's live outlets, as the page "Today" asks for them. */
export class Today {
  readonly #deps: TodayDeps;
  readonly #folded = new FoldedStories();
  #revision = 0;
  /** The longest time that was asked for, ms. */
  #length = 2 * DAY;

  constructor(deps: TodayDeps) {
    this.#deps = deps;
  }

  /** Stories may have changed: outlets or follows have changed, or articles have arrived. */
  changed(): void {
    this.#revision++;
  }

  /** The state, for a view that is open: stories that are outdated are brought up to date. */
  state(): TodayState {
    const { live, now } = this.#deps;
    live.refresh(now() - this.#length);
    return { revision: this.#revision, progress: live.progress };
  }

  async answer(question: TodayQuestion): Promise<TodayAnswer> {
    const { live, now, pause } = this.#deps;
    const [all, preferences, follows, lastVisit] = await Promise.all([
      this.#deps.readOutlets(),
      this.#deps.readPreferences(),
      this.#deps.readFollows(),
      this.#deps.readLastVisit(),
    ]);
    const outlets = outletsOf(all);
    const lookedAt = question.since ?? lastVisit;
    const from = spanStart(question.span, now());
    const needed = question.section === "following" ? now() - LONGEST_SPAN_MS : from;
    // Of a story that began the evening before, its first articles are compared too.
    this.#length = Math.max(this.#length, now() - needed);
    const nameOf = namesOf(all);
    const isPicked = ({ outlet }: TodayArticle) => nameOf(outlet) !== null;
    const found = live.stories(now() - this.#length, isPicked);
    const find = followFinder(follows);
    const context = {
      lookedAt,
      nameOf: (outlet: TodayArticle["outlet"]) => nameOf(outlet) ?? outlet.name,
      rankOf: outletRanks(outlets, preferences, namesInLanguage(outlets, question.language)),
    };
    const stories: TodayStory[] = [];
    const followed = new Map<string, TodayStory>();
    const grown: Follow[] = [];
    let articles = 0;
    for (const folded of await this.#folded.of(found, pause)) {
      const follow = find(folded.articles.map(({ key }) => key));
      const story = todayStory(folded, { ...context, follow: follow?.id ?? null });
      // A story that continues is shown from its beginning.
      const inSpan = folded.articles.filter(({ published }) => published >= from).length;
      if (inSpan > 0) stories.push(story);
      articles += inSpan;
      await pause();
      if (follow === undefined) continue;
      followed.set(follow.id, story);
      const after = grownFollow(
        follow,
        folded.articles.map((one) => referenceOf(one, context)),
      );
      if (after !== follow) grown.push(after);
    }
    if (grown.length > 0) await this.#deps.keepGrown(grown);
    const hiddenNames = namesWith("hidden", outlets, preferences);
    const isHidden = (story: TodayStory) => story.outlets.every((name) => hiddenNames.has(name));
    const shown = question.withHidden ? stories : stories.filter((story) => !isHidden(story));
    const following = follows.map((one) => followed.get(one.id) ?? expiredStory(one));
    const chosen = chooseStories(
      question.section === "following" ? following : shown,
      question,
      outlets,
    );
    return {
      outlets,
      articles,
      stories: chosen.slice(0, question.most),
      total: chosen.length,
      shared: shown.filter((story) => isOfSection(story, "shared")).length,
      single: shown.filter((story) => isOfSection(story, "single")).length,
      changed: shown.filter((story) => isOfSection(story, "changed")).length,
      hidden: stories.filter(isHidden).length,
      preferences,
      following: following.length,
      followingNew: following.filter(({ fresh }) => fresh > 0).length,
      records: outletRecords(stories),
      lookedAt,
    };
  }
}

/** The outlets that the user has, each once, sorted by name. */
function outletsOf(all: readonly OutletSubscription[]): TodayOutlet[] {
  const byName = new Map(
    all
      .filter(({ removedAt }) => removedAt === null)
      .map(({ name, domains, country, language }) => [name, { name, domains, country, language }]),
  );
  return [...byName.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * A function that gives the name by which the user has the outlet of an article, which may have had another name when the
 * article came; `null` where the user does not have it.
 */
function namesOf(
  all: readonly OutletSubscription[],
): (outlet: TodayArticle["outlet"]) => string | null {
  const byDomain = new Map<string, OutletSubscription[]>();
  for (const outlet of all.filter(({ removedAt }) => removedAt === null))
    for (const domain of new Set(outlet.domains.map(mainHost)))
      byDomain.set(domain, [...(byDomain.get(domain) ?? []), outlet]);
  return ({ domain, name }) => {
    const own = byDomain.get(mainHost(domain)) ?? [];
    return (own.find((one) => one.name === name) ?? own[0])?.name ?? null;
  };
}

function namesInLanguage(outlets: readonly TodayOutlet[], language: string): Set<string> {
  return new Set(
    outlets.filter((one) => primaryLanguage(one.language) === language).map(({ name }) => name),
  );
}

function referenceOf(
  { key, url, title, outlet, published }: TodayArticle,
  { nameOf }: Pick<StoryContext, "nameOf">,
) {
  return { key, url, title, outlet: nameOf(outlet), published };
}
