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
