import type { JSX, RefObject, VNode } from "preact";
import { useEffect, useReducer, useRef } from "preact/hooks";
import type { TodayStory } from "../../core/today/today-story.ts";
import { useLocale } from "../kit/locale.ts";
import { StoryCard } from "./StoryCard.tsx";

interface Props {
  readonly list: RefObject<HTMLElement | null>;
  readonly stories: readonly TodayStory[];
  /** Names of the user's outlets; another array only where they are others. */
  readonly outlets: readonly string[];
  readonly onFollow: (story: TodayStory) => void;
}

/** Stories that are drawn in one task; the next ones follow in tasks of their own, between which the user is answered. */
const AT_ONCE = 4;

/** A card as it was drawn. */
interface Drawn {
  readonly story: TodayStory;
  readonly outlets: readonly string[];
  readonly card: VNode;
}

/**
 * The stories as a list, of which a few are drawn at a time. Only those that have changed are drawn again; until it is their
 * turn they stay as they were, so that nothing moves.
 */
export function StoryList({ list, stories, outlets, onFollow }: Props): JSX.Element {
  const { text } = useLocale();
  const [, drawMore] = useReducer((step: number) => step + 1, 0);
  const follow = useRef(onFollow);
  follow.current = onFollow;
  const cards = useRef(new Map<string, Drawn>());

  const drawn = new Map<string, Drawn>();
  let left = AT_ONCE;
  let isBehind = false;
  for (const story of stories) {
    const before = cards.current.get(story.id);
    if (before?.story === story && before.outlets === outlets) drawn.set(story.id, before);
    else if (left > 0) {
      left--;
      const card = (
        <StoryCard
          key={story.id}
          story={story}
          outlets={outlets}
          onFollow={(one) => follow.current(one)}
        />
      );
      drawn.set(story.id, { story, outlets, card });
    } else {
      isBehind = true;
      if (before !== undefined) drawn.set(story.id, before);
    }
  }
  cards.current = drawn;
  useEffect(() => {
    if (!isBehind) return;
    const timer = setTimeout(drawMore);
    return () => clearTimeout(timer);
  });

  return (
    <section ref={list} class="stories" aria-label={text("storiesLabel")}>
      {Array.from(drawn.values(), ({ card }) => card)}
    </section>
  );
}
