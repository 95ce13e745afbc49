import type { JSX, RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import type { ArticleCoverage, Coverage } from "../../core/coverage/coverage.ts";
import { shownHost } from "../../core/url/shown-host.ts";
import { LogoMark } from "../kit/icons.tsx";
import { type Locale, useLocale } from "../kit/locale.ts";

/** Of the tab that stands at the side, and of the one that lies at the foot of a small window. CSS pixels. */
const STANDING = { width: 44, height: 76 } as const;
const STANDING_WITH_TEXT = { width: 44, height: 180 } as const;
const LYING = { width: 96, height: 44 } as const;
const LYING_WITH_TEXT = { width: 200, height: 44 } as const;

interface Props {
  readonly coverage: Coverage | null;
  readonly isLying: boolean;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onSize: (size: { readonly width: number; readonly height: number }) => void;
  /** The user points at it, focuses it or presses it; "leave": points no longer. */
  readonly onUnfold: (by: "hover" | "focus" | "press" | "leave") => void;
}

/** The collapsed sidebar: how many articles there are, and who was first. */
export function SidebarTab({ coverage, isLying, button, onSize, onUnfold }: Props): JSX.Element {
  const locale = useLocale();
  const { text, number } = locale;
  const story = coverage?.kind === "article" ? coverage : null;
  const first = story && firstText(story, locale);
  const size = isLying
    ? first === null
      ? LYING
      : LYING_WITH_TEXT
    : first === null
      ? STANDING
      : STANDING_WITH_TEXT;
  useLayoutEffect(() => onSize(size), [size]);
  const onPoint = ({ pointerType }: PointerEvent) => {
    // Until the frame is as narrow as the tab, the pointer is still where the sidebar was that the user has just folded.
    const isAlone = innerWidth <= size.width;
    if (pointerType === "mouse" && isAlone && !isLying) onUnfold("hover");
  };
  return (
    <main>
      <h1 class="visually-hidden">Second Source</h1>
      <button
        type="button"
        class={isLying ? "tab tab-lying" : "tab"}
        title={first ?? text("expand")}
        aria-expanded="false"
        ref={button}
        onClick={() => onUnfold("press")}
        onPointerEnter={onPoint}
        onPointerMove={onPoint}
        onPointerLeave={() => onUnfold("leave")}
        onFocus={({ currentTarget }) => {
          // Not when the user has just folded it, nor for a press.
          if (currentTarget.matches(":focus-visible") && !isLying) onUnfold("focus");
        }}
      >
        <LogoMark size={20} />
        <span class="visually-hidden">{text("expand")}</span>
        {story !== null && <span class="tab-count">{number(story.related.length)}</span>}
        {first !== null && (
          <span class="tab-first" dir="auto">
            {first}
          </span>
        )}
      </button>
    </main>
  );
}

/** Who had the story first; `null` where that is not known. */
function firstText({ page, related }: ArticleCoverage, { text }: Locale): string | null {
  if (page.isFirst) return text("tabFirstHere");
  const first = related
    .flatMap((article) => [article, ...article.copies])
    .find(({ isFirst }) => isFirst);
  return first === undefined ? null : text("tabFirst", shownHost(first.outlet.name));
}
