import type { Frame, Page } from "puppeteer-core";
import type { View } from "./driven-browser.ts";

/** A view that a driver can evaluate in. */
export function viewIn(
  target: Pick<Page | Frame, "evaluate">,
  documentExpression = "document",
): View {
  return {
    run: (action, ...args) =>
      target.evaluate(
        `(${action.toString()})(${[documentExpression, ...args.map((arg) => JSON.stringify(arg))].join(", ")})`,
      ) as ReturnType<View["run"]> as never,
  };
}

/**
 * How many articles of a list lie whole in the part of a view that is seen, above what stays at its foot.
 *
 * @param height of what is seen, CSS pixels; default the view's own
 */
export function wholeCards(view: View, height?: number): Promise<number> {
  return view.run((document, given) => {
    const foot = document.querySelector<HTMLElement>(".popup-foot")?.offsetHeight ?? 0;
    const end = (given ?? document.documentElement.clientHeight) - foot;
    return Array.from(document.querySelectorAll(".cards .card")).filter((card) => {
      const { top, bottom, height } = card.getBoundingClientRect();
      return height > 0 && top >= 0 && bottom <= end;
    }).length;
  }, height);
}
