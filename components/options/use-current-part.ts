import { useEffect, useState } from "preact/hooks";

/** A part counts as read once its beginning is above this share of the window's height. */
const LINE = 0.3;

/**
 * Which part of the page is in view, as the user scrolls. Of several it is the one that the user jumped to, or else the
 * last one: at the end of the page the last parts may be too short to reach the top.
 *
 * @param ids of the parts' elements from top to bottom; the same array each time
 */
export function useCurrentPart<Id extends string>(ids: readonly Id[]): Id | undefined {
  const [current, setCurrent] = useState(ids[0]);
  useEffect(() => {
    const update = () => {
      const { scrollTop, clientHeight, scrollHeight } = document.documentElement;
      const isAbove = (id: string, line: number) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top;
        return top !== undefined && top < line;
      };
      const isAtEnd = scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 1;
      const jumpedTo = ids.find((id) => location.hash === `#${id}`);
      const line = isAtEnd ? clientHeight : clientHeight * LINE;
      const isJump = jumpedTo !== undefined && !isAbove(jumpedTo, 0) && isAbove(jumpedTo, line);
      setCurrent(isJump ? jumpedTo : (ids.findLast((id) => isAbove(id, line)) ?? ids[0]));
    };
    update();
    document.addEventListener("scroll", update, { passive: true });
    addEventListener("hashchange", update);
    return () => {
      document.removeEventListener("scroll", update);
      removeEventListener("hashchange", update);
    };
  }, [ids]);
  return current;
}
