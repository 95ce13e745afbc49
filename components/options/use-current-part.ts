import { useEffect, useState } from "preact/hooks";

/** A part counts as read once its beginning is above this share of the window's height. */
const LINE = 0.3;

/**
 * Which part of the page is in view, as the user scrolls: at the end of the page it is the last one, however short.
 *
 * @param ids of the parts' elements from top to bottom; the same array each time
 */
export function useCurrentPart<Id extends string>(ids: readonly Id[]): Id | undefined {
  const [current, setCurrent] = useState(ids[0]);
  useEffect(() => {
    const update = () => {
      const { scrollTop, clientHeight, scrollHeight } = document.documentElement;
      if (scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 1)
        return setCurrent(ids.at(-1));
      const isPassed = (id: string) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top;
        return top !== undefined && top < clientHeight * LINE;
      };
      setCurrent(ids.findLast(isPassed) ?? ids[0]);
    };
    update();
    document.addEventListener("scroll", update, { passive: true });
    return () => document.removeEventListener("scroll", update);
  }, [ids]);
  return current;
}
