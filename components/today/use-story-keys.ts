import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** What keys do on the page. */
export interface StoryKeys {
  /** Contains the stories. */
  readonly list: RefObject<HTMLElement | null>;
  readonly search: RefObject<HTMLInputElement | null>;
  /** Follows a story, or lets go of it, by the story's id. */
  readonly onFollow: (id: string) => void;
}

/** J and K go to the next and the previous story, F follows the one that has the focus, / goes to the search. */
export function useStoryKeys({ list, search, onFollow }: StoryKeys): void {
  const follow = useRef(onFollow);
  follow.current = onFollow;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const links = Array.from(
        list.current?.querySelectorAll<HTMLElement>(".story .story-link") ?? [],
      );
      const story = document.activeElement?.closest<HTMLElement>(".story") ?? null;
      const at = links.findIndex((link) => story?.contains(link));
      if (key === "/") search.current?.focus();
      else if (key === "j") links[Math.min(at + 1, links.length - 1)]?.focus();
      else if (key === "k") links[Math.max(at - 1, 0)]?.focus();
      else if (key === "f" && story?.dataset["story"] !== undefined)
        follow.current(story.dataset["story"]);
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [list, search]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, select, textarea") !== null;
}
