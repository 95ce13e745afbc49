import { useEffect, useState } from "preact/hooks";
import type { TodayAnswer, TodayState } from "../../core/protocol/today.ts";
import type { Send, Subscribe } from "../kit/deps.ts";
import { useLocale } from "../kit/locale.ts";

/** What the stories of the introduction need of the browser. */
export interface FirstStoriesDeps {
  readonly send: Send;
  readonly subscribeToToday: Subscribe<TodayState>;
}

/** Stories that are shown. */
const MOST = 6;

/** The stories that two or more of the user's outlets have, the widest first; `null` until they are known. */
export function useFirstStories({ send, subscribeToToday }: FirstStoriesDeps) {
  const { language } = useLocale();
  const [state, setState] = useState<TodayState | null>(null);
  const [answer, setAnswer] = useState<TodayAnswer | null>(null);
  useEffect(() => subscribeToToday((one) => one.ok && setState(one.value)), [subscribeToToday]);
  const revision = state?.revision;
  useEffect(() => {
    if (revision === undefined) return;
    let isCurrent = true;
    const request = send({
      type: "today.stories",
      choice: { span: "three-days", section: "shared", without: null, order: "originals" },
      language: language.split("-")[0] ?? "",
      // Nothing is called new here, nor has the user looked at the page "Today".
      since: 0,
      most: MOST,
    });
    void request.then((one) => {
      if (isCurrent && one.ok) setAnswer(one.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [send, language, revision]);
  return { answer, isFinding: state === null || state.progress !== null };
}
