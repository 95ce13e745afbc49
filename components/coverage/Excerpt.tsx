import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useLocale } from "../kit/locale.ts";

interface Props {
  readonly text: string;
  /** Id of the article's title, which tells buttons of several articles apart. */
  readonly titleId: string;
}

/** What an article begins with: three lines, and a button for the others where there are any. */
export function Excerpt({ text: excerpt, titleId }: Props): JSX.Element {
  const { text } = useLocale();
  const [isCut, setCut] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null || isOpen) return;
    // The width of the view, and with it the number of lines, changes.
    const observer = new ResizeObserver(() =>
      setCut(element.scrollHeight > element.clientHeight + 1),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [isOpen]);
  return (
    <div class={isOpen ? "excerpt-box excerpt-open" : "excerpt-box"} dir="auto">
      <p ref={place} class="excerpt">
        {excerpt}
      </p>
      {isCut && (
        <button
          type="button"
          class="excerpt-more"
          aria-expanded={isOpen}
          aria-describedby={titleId}
          onClick={() => setOpen(!isOpen)}
        >
          {text(isOpen ? "excerptLess" : "excerptMore")}
        </button>
      )}
    </div>
  );
}
