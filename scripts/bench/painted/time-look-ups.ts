/** Key of `storage.session` under which the background keeps the times of the last look-up. */
export const LOOK_UP_TIMES = "benchmark.lookUp";

/** When the background was asked about a page, and when it answered; ms since 1970. */
export interface LookUpTimes {
  readonly askedAt: number;
  readonly answeredAt: number;
}

type Listener = (message: unknown, sender: unknown, respond: (answer: unknown) => void) => unknown;

interface Extension {
  readonly runtime: { readonly onMessage: { addListener(listener: Listener): void } };
  readonly storage: { readonly session: { set(values: object): Promise<void> } };
}

/** Name of the function that the background of the measured copy calls in place of `runtime.onMessage.addListener`. */
export const ADD_TIMED_LISTENER = "addTimedListener";

/**
 * Runs first in the background: times how long it takes to answer `page.seen`, from the message's
 * arrival to the answer that is sent. The times are kept a moment later, out of the way of what follows.
 *
 * Its source text is written into a copy of the extension, so it uses nothing from outside itself.
 */
export function timeLookUps(): void {
  const scope = globalThis as unknown as {
    browser?: Extension;
    chrome: Extension;
    addTimedListener(listener: Listener): void;
  };
  const { runtime, storage } = scope.browser ?? scope.chrome;
  const now = () => performance.timeOrigin + performance.now();
  scope.addTimedListener = (listener) =>
    runtime.onMessage.addListener((message, sender, respond) => {
      if ((message as { type?: string }).type !== "page.seen")
        return listener(message, sender, respond);
      const askedAt = now();
      return listener(message, sender, (answer) => {
        const answeredAt = now();
        respond(answer);
        const times = { askedAt, answeredAt };
        setTimeout(() => void storage.session.set({ "benchmark.lookUp": times }), 200);
      });
    });
}
