import type { JSX, RefObject, VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
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

/** Stories that are drawn at once: about as many as a large screen shows. More in one task would make it long. */
const AT_ONCE = 12;

/**
 * The stories as a list. Those beyond the first screen are drawn a few at a time, and only those that have changed are
 * drawn again.
 */
export function StoryList({ list, stories, outlets, onFollow }: Props): JSX.Element {
  const { text } = useLocale();
  const [drawn, setDrawn] = useState(AT_ONCE);
  const follow = useRef(onFollow);
  follow.current = onFollow;
  const cards = useRef(new Map<TodayStory, VNode>());
  const before = useRef(outlets);
  if (before.current !== outlets) cards.current.clear();
  before.current = outlets;

  useEffect(() => {
    if (drawn >= stories.length) return;
    const timer = setTimeout(() => setDrawn((count) => count + AT_ONCE));
    return () => clearTimeout(timer);
  }, [drawn, stories.length]);

  const shown = new Map<TodayStory, VNode>();
  for (const story of stories.slice(0, drawn))
    shown.set(
      story,
      cards.current.get(story) ?? (
        <StoryCard
          key={story.id}
          story={story}
          outlets={outlets}
          onFollow={(one) => follow.current(one)}
        />
      ),
    );
  cards.current = shown;
  return (
    <section ref={list} class="stories" aria-label={text("storiesLabel")}>
      {[...shown.values()]}
    </section>
  );
}
