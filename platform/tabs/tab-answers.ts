import type { Coverage } from "../../core/coverage/coverage.ts";
import { MINUTE } from "../../core/durations.ts";
import type { PageFacts } from "../../core/page/page-facts.ts";
import { forgetPage, recallPage, rememberPage, type TabPage } from "./tab-pages.ts";

/** What a look-up found for a page. */
export interface PageAnswer {
  /** The page's own address; empty when the tab shows none. */
  readonly address: string;
  readonly coverage: Coverage;
  /** What the page itself says of its article; `null` when it is none. */
  readonly facts: PageFacts | null;
}

interface KeptAnswer {
  readonly page: TabPage;
  /** `null` once what look-ups read has changed. */
  readonly answer: Promise<PageAnswer> | null;
}

/**
 * An answer that no view shows is disposed of after this time, ms. Its tab may show another site by then, which the
 * extension does not notice if its content script does not run there.
 */
const DISPOSE_AFTER_MS = MINUTE;

/** Of a tab that shows no page that is known of. */
export const NO_ANSWER: PageAnswer = { address: "", coverage: { kind: "none" }, facts: null };

/**
 * The answer for the page that each tab shows, so that a shown page is looked up once, however many
 * views show its answer.
 *
 * Answers say what somebody reads, so they are kept in memory only: until the worker ends, half a minute after its
 * last work, or until no view has shown them for a minute. A view that asks later has the page looked up again, from
 * what `tab-pages.ts` remembers.
 */
export class TabAnswers {
  readonly #lookUp: (page: TabPage) => Promise<PageAnswer>;
  readonly #isShown: (tab: number) => boolean;
  readonly #kept = new Map<number, KeptAnswer>();

  /** @param isShown whether a view that is open shows the answer of a tab */
  constructor(lookUp: (page: TabPage) => Promise<PageAnswer>, isShown: (tab: number) => boolean) {
    this.#lookUp = lookUp;
    this.#isShown = isShown;
  }

  /** The answer for the page that a tab shows now; looked up unless that is the page it showed last. */
  answer(tab: number, page: TabPage): Promise<PageAnswer> {
    const kept = this.#kept.get(tab);
    if (kept?.answer && isSamePage(kept.page, page)) return kept.answer;
    const answer = this.#lookUp(page);
    const next = { page, answer };
    this.#kept.set(tab, next);
    this.#scheduleDisposal(tab, next);
    answer.catch(() => {
      if (this.#kept.get(tab) === next) this.#kept.delete(tab);
    });
    return answer;
  }

  #scheduleDisposal(tab: number, kept: KeptAnswer): void {
    setTimeout(() => {
      if (this.#kept.get(tab) !== kept) return;
      if (this.#isShown(tab)) this.#scheduleDisposal(tab, kept);
      else this.#kept.delete(tab);
    }, DISPOSE_AFTER_MS);
  }

  /** The answer that is kept of a tab, or that no page is known of it; `null` where its page would have to be looked up. */
  async kept(tab: number): Promise<PageAnswer | null> {
    const kept = this.#kept.get(tab);
    if (kept !== undefined) return kept.answer;
    return (await recallPage(tab)) === null ? NO_ANSWER : null;
  }

  /** The answer for the page that a tab last showed; looked up unless it is kept. */
  async last(tab: number): Promise<PageAnswer> {
    const page = this.#kept.get(tab)?.page ?? (await recallPage(tab));
    return page === null ? NO_ANSWER : this.answer(tab, page);
  }

  /** Keeps a tab's page for views that ask a later worker. */
  async remember(tab: number, page: TabPage): Promise<void> {
    await rememberPage(tab, page);
  }

  /** Forgets a tab that is closed, or shows a page on which the extension stays away. */
  async forget(tab: number): Promise<void> {
    this.#kept.delete(tab);
    await forgetPage(tab);
  }

  /** Drops all answers, and keeps which page each tab shows: what look-ups read has changed. */
  outdate(): void {
    for (const [tab, { page }] of this.#kept) {
      const kept = { page, answer: null };
      this.#kept.set(tab, kept);
      this.#scheduleDisposal(tab, kept);
    }
  }
}

function isSamePage(one: TabPage, other: TabPage): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
