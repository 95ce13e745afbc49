import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { LiveStatus } from "../../core/protocol/live-status.ts";
import type { TodayAnswer, TodayState } from "../../core/protocol/today.ts";
import type { StoryChoice } from "../../core/today/story-choice.ts";
import type { TodayStory } from "../../core/today/today-story.ts";
import type { Send, Subscribe } from "../kit/deps.ts";
import { useLocale } from "../kit/locale.ts";
import type { ShowToast } from "../kit/use-toast.ts";
import { withSameObjects } from "./same-objects.ts";

/** What the page uses of the browser. */
export interface TodayDeps {
  readonly send: Send;
  readonly subscribeToLiveStatus: Subscribe<LiveStatus>;
  readonly subscribeToToday: Subscribe<TodayState>;
}

/** What is shown at first, and what each "Show more" adds. */
const STEP = 100;

const FIRST_CHOICE: StoryChoice = {
  span: "day",
  section: "shared",
  without: null,
  order: "originals",
};

/** The stories that are shown, kept up to date, and what the user can do with them. */
export function useToday(
  { send, subscribeToLiveStatus, subscribeToToday }: TodayDeps,
  showToast: ShowToast,
) {
  const { text, language } = useLocale();
  const [choice, setChoice] = useState(FIRST_CHOICE);
  const [most, setMost] = useState(STEP);
  const [answer, setAnswer] = useState<TodayAnswer | null>(null);
  const [isFailed, setFailed] = useState(false);
  const [state, setState] = useState<TodayState | null>(null);
  const [live, setLive] = useState<LiveStatus | null>(null);
  /** When the user looked before this page was opened; what came since is new for as long as the page is open. */
  const since = useRef<number | null>(null);
  const latest = useRef(0);

  const load = useCallback(async () => {
    const request = ++latest.current;
    const result = await send({
      type: "today.stories",
      choice,
      language: language.split("-")[0] ?? "",
      since: since.current,
      most,
    });
    if (request !== latest.current) return;
    setFailed(!result.ok);
    if (!result.ok) return;
    setAnswer((before) => withSameObjects(before, result.value));
    if (since.current !== null) return;
    since.current = result.value.lookedAt ?? 0;
    void send({ type: "today.looked" });
  }, [choice, language, most, send]);

  const revision = state?.revision;
  // Another revision is another answer.
  useEffect(() => {
    if (revision !== undefined) void load();
  }, [load, revision]);
  useEffect(
    () =>
      subscribeToToday((result) => {
        if (result.ok) setState(result.value);
        else setFailed(true);
      }),
    [subscribeToToday],
  );
  useEffect(
    () =>
      subscribeToLiveStatus((result) => {
        if (result.ok) setLive(result.value);
      }),
    [subscribeToLiveStatus],
  );

  const change = (changes: Partial<StoryChoice>) => {
    setChoice((before) => ({ ...before, ...changes }));
    setMost(STEP);
  };
  const follow = async ({ follow: id, points }: TodayStory) => {
    const articles = points.map(({ url, title, outlet, published }) => ({
      ...{ url, title, outlet, published },
    }));
    const result = await (id === null
      ? send({ type: "today.follow", articles })
      : send({ type: "today.unfollow", id }));
    if (!result.ok) return showToast({ message: text("failedUnavailable") });
    if (result.value === false) return showToast({ message: text("followsFull") });
    if (id !== null)
      showToast({
        message: text("followEnded"),
        undo() {
          showToast(null);
          void send({ type: "today.follow", articles });
        },
      });
    await load();
  };
  const checkNow = async () => {
    const { ok } = await send({ type: "outlets.poll", ids: null });
    if (!ok) showToast({ message: text("failedUnavailable") });
  };
  return {
    ...{ choice, answer, isFailed, live, load, change, follow, checkNow },
    progress: state?.progress ?? null,
    showMore: () => setMost((before) => before + STEP),
    openOptions: () => void send({ type: "options.open" }),
  };
}
