import type { ComponentChildren, JSX } from "preact";

/** Id of the text that describes a link which opens in a new tab; `renderView` draws it once. */
export const NEW_TAB_NOTE = "opens-new-tab";

interface Props {
  readonly url: string;
  readonly class?: string;
  readonly title?: string;
  readonly dir?: "auto";
  readonly tabIndex?: number;
  /** Marks it as a place that the arrow keys go to (`useRovingFocus`). */
  readonly "data-stop"?: string;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ComponentChildren;
}

/** A link to an article, which opens in a new tab. Screen readers say so, and the article's site learns nothing of the view. */
export function ArticleLink({ url, children, ...attributes }: Props): JSX.Element {
  return (
    <a
      {...attributes}
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      aria-describedby={NEW_TAB_NOTE}
    >
      {children}
    </a>
  );
}
