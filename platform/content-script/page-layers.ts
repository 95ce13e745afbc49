import { ancestorsOf, boxOfElement, contains } from "./dom-methods.ts";

/** Dialogs and players: they may not be covered, wherever they are. A player of its own makes has a canvas. */
const NOT_TO_BE_COVERED =
  "dialog, [role$=dialog], [aria-modal=true], video, audio, [allowfullscreen], [allow*=fullscreen], :has(> canvas)";

/**
 * The element around `element`, or itself, that may not be covered or that is laid over the page; `null` for what is
 * part of the page's layout.
 *
 * @param article what holds it is the page itself
 */
export function layerOf(element: Element, article: Element): Element | null {
  let positioned: Element | null = null;
  for (const one of [element, ...ancestorsOf(element)]) {
    if (contains(one, article)) break;
    const { position } = getComputedStyle(one);
    if (
      matches(one, NOT_TO_BE_COVERED) ||
      position === "fixed" ||
      (position === "sticky" && !isOfColumn(one))
    )
      return one;
    if (position === "static") continue;
    if (positioned !== null && isLaidOver(positioned, one)) return positioned;
    positioned = one;
  }
  return positioned !== null && isLaidOver(positioned, null) ? positioned : null;
}

/** Whether a sticky element is part of a column beside the article: narrow, and no low box with fields. */
function isOfColumn(sticky: Element): boolean {
  const { width, height } = boxOfElement(sticky);
  return width <= innerWidth / 2 && (height > innerHeight / 2 || !matches(sticky, ":has(input)"));
}

/**
 * Whether a positioned element is laid over the page and no column of it.
 *
 * @param outer the positioned element around it, `null` where there is none but the article's
 */
function isLaidOver(positioned: Element, outer: Element | null): boolean {
  const { position, zIndex } = getComputedStyle(positioned);
  const { top, height } = boxOfElement(positioned);
  // A menu hangs out of the head that it is in; a label lies within its picture.
  if (outer !== null) return Number(zIndex) > 0 && top + height / 2 > boxOfElement(outer).bottom;
  // Frameworks put what they lay over the page into an element without a size.
  return position === "absolute" ? zIndex !== "auto" || height < innerHeight : height === 0;
}

function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}
