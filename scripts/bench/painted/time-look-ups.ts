import type { PaintTimes } from "./note-paint.ts";

/** Type of the message by which the background of the measured copy is asked for the times of the last visit. */
export const ASK_FOR_TIMES = "benchmark.times";

/** Times of a visit that has shown a list. */
export type VisitTimes = LookUpTimes & PaintTimes;

/** When the background was asked about a page, and when it answered; ms since 1970. */
export interface LookUpTimes {
  readonly askedAt: number;
  readonly answeredAt: number;
}

type Listener = (message: unknown, sender: unknown, respond: (answer: unknown) => void) => unknown;

interface Extension {
  readonly runtime: { readonly onMessage: { addListener(listener: Listener): void } };
}

/** Name of the function that the background of the measured copy calls in place of `runtime.onMessage.addListener`. */
export const ADD_TIMED_LISTENER = "addTimedListener";

/**
 * Runs first in the background: times how long it takes to answer `page.seen`, from the message's
 * arrival to the answer that is sent. Keeps that with what the sidebar's frame notes, until it is asked.
 *
 * Its source text is written into a copy of the extension, so it uses nothing from outside itself.
 */
export function timeLookUps(): void {
  const scope = globalThis as unknown as {
    browser?: Extension;
    chrome: Extension;
    addTimedListener(listener: Listener): void;
  };
  const now = () => performance.timeOrigin + performance.now();
  let lookUp: LookUpTimes | null = null;
  let visit: VisitTimes | null = null;
  scope.addTimedListener = (listener) =>
    (scope.browser ?? scope.chrome).runtime.onMessage.addListener((message, sender, respond) => {
      const { type } = message as { type?: string };
      if (type === "benchmark.painted" && lookUp !== null)
        visit = { ...lookUp, ...(message as PaintTimes) };
      if (type === "benchmark.times") {
        respond(visit);
        visit = null;
      }
      if (type?.startsWith("benchmark.")) return undefined;
      if (type !== "page.seen") return listener(message, sender, respond);
      const askedAt = now();
      return listener(message, sender, (answer) => {
        lookUp = { askedAt, answeredAt: now() };
        respond(answer);
      });
    });
}
