import type { Correction } from "../../core/corrections/corrections.ts";
import {
  isChangingByItself,
  isFetching,
  isPolling,
} from "../../core/protocol/changing-by-itself.ts";
import type { LiveStatus } from "../../core/protocol/live-status.ts";
import type { PublishedSets } from "../../core/protocol/published-status.ts";
import type { Status, TabCoverage } from "../../core/protocol/responses.ts";
import type { TodayState } from "../../core/protocol/today.ts";
import {
  UPDATES_OF,
  type UpdateType,
  type ViewUpdate,
  type ViewUpdates,
} from "../../core/protocol/view-updates.ts";
import { settled } from "../messages/message-server.ts";
import type { OpenView, ViewPorts } from "../messages/view-ports.ts";
import { oneAtATime } from "./one-at-a-time.ts";

/** While work is under way, its progress is read this often, and sent if it has changed, ms. */
const PROGRESS_EVERY_MS = 500;
/** Changes that come together are sent together, ms. */
const TOGETHER_MS = 50;

type StateType = Exclude<UpdateType, "answer">;
type Value<Type extends UpdateType> = Extract<ViewUpdates[Type], { ok: true }>["value"];

/** What is sent to views. */
export interface ViewUpdaterDeps {
  readonly ports: Pick<ViewPorts, "open" | "announce">;
  /** The answer for the page of a view's tab. */
  answer(view: OpenView): Promise<TabCoverage>;
  /** The same where it needs no look-up, else `null`. */
  keptAnswer(view: OpenView): Promise<TabCoverage | null>;
  status(): Promise<Status>;
  outlets(): Promise<LiveStatus>;
  published(): Promise<PublishedSets>;
  corrections(): Promise<readonly Correction[]>;
  today(): Promise<TodayState>;
}

/** Sends open views what they show, when they connect and whenever it has changed. */
export class ViewUpdater {
  readonly #deps: ViewUpdaterDeps;
  /** How each view is sent its answer. */
  readonly #answers = new WeakMap<OpenView, () => Promise<void>>();
  readonly #states: Readonly<Record<StateType, () => Promise<void>>>;
  readonly #scheduled = new Map<UpdateType, { at: number; timer: ReturnType<typeof setTimeout> }>();

  constructor(deps: ViewUpdaterDeps) {
    this.#deps = deps;
    this.#states = {
      status: this.#stateSender("status", deps.status, isChangingByItself),
      outlets: this.#stateSender("outlets", deps.outlets, isPolling),
      published: this.#stateSender("published", deps.published, isFetching),
      corrections: this.#stateSender("corrections", deps.corrections, () => false),
      today: this.#stateSender("today", deps.today, ({ progress }) => progress !== null),
    };
  }

  /** Sends a view that has just connected all that it shows. */
  subscribed(view: OpenView): void {
    for (const type of UPDATES_OF[view.subscription.view])
      if (type === "answer") void this.#sendAnswer(view);
      else void this.#states[type]();
  }

  /**
   * The answer of some views may be another now.
   *
   * @returns settles when they have been sent it
   */
  async answerChanged(isOf: (view: OpenView) => boolean = () => true): Promise<void> {
    const views = this.#viewsOf("answer").filter(isOf);
    await Promise.all(views.map((view) => this.#sendAnswer(view)));
  }

  /** The user's corrections have changed, and answers with them; settles when the new answers are sent. */
  async correctionsChanged(): Promise<void> {
    this.#deps.ports.announce();
    await Promise.all([this.answerChanged(), this.#states.corrections()]);
  }

  /** Settings, data sets, outlets or the work on them may have changed. */
  stateChanged(): void {
    this.#deps.ports.announce();
    for (const type of ["answer", "status", "outlets", "published", "today"] as const)
      this.#schedule(type, TOGETHER_MS);
  }

  /**
   * What look-ups read has changed. The sidebar of a page is updated when its content script asks again, which in a
   * hidden tab it does only once the tab is shown.
   */
  dataChanged(): void {
    this.stateChanged();
    void this.answerChanged(({ subscription }) => subscription.view !== "sidebar");
  }

  #viewsOf(type: UpdateType): OpenView[] {
    const isShown = ({ subscription }: OpenView) => UPDATES_OF[subscription.view].includes(type);
    return this.#deps.ports.open().filter(isShown);
  }

  #sendAnswer(view: OpenView): Promise<void> {
    const send =
      this.#answers.get(view) ??
      oneAtATime(async () => {
        const result = await settled("answer", () => this.#deps.answer(view));
        view.send({ type: "answer", result });
      });
    this.#answers.set(view, send);
    return send();
  }

  /** With the settings as they are now. */
  async #sendKeptAnswers(): Promise<void> {
    for (const view of this.#viewsOf("answer")) {
      const result = await settled("answer", () => this.#deps.keptAnswer(view));
      const { value } = result.ok ? result : { value: null };
      if (value !== null) view.send({ type: "answer", result: { ok: true, value } });
    }
  }

  /** @param isMoving whether it will change soon by itself */
  #stateSender<Type extends StateType>(
    type: Type,
    read: () => Promise<Value<Type>>,
    isMoving: (value: Value<Type>) => boolean,
  ): () => Promise<void> {
    return oneAtATime(async () => {
      if (this.#viewsOf(type).length === 0) return;
      const result = await settled(type, read);
      for (const view of this.#viewsOf(type)) view.send({ type, result } as ViewUpdate);
      // On a full disk one answer may fail just when an import begins: without another, the view would never show
      // the import and its failure.
      if (!result.ok || isMoving(result.value)) this.#schedule(type, PROGRESS_EVERY_MS);
    });
  }

  /** Sends it in `wait` ms, unless it is scheduled earlier already. */
  #schedule(type: UpdateType, wait: number): void {
    const at = Date.now() + wait;
    const before = this.#scheduled.get(type);
    if (this.#viewsOf(type).length === 0 || (before !== undefined && before.at <= at)) return;
    clearTimeout(before?.timer);
    const timer = setTimeout(() => {
      this.#scheduled.delete(type);
      void (type === "answer" ? this.#sendKeptAnswers() : this.#states[type]());
    }, wait);
    this.#scheduled.set(type, { at, timer });
  }
}
