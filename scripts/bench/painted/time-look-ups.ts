/** Key of `storage.session` under which the background keeps the time of the last look-up, ms. */
export const LOOK_UP_TIME = "benchmark.lookUp";

type Listener = (message: unknown, sender: unknown, respond: (answer: unknown) => void) => unknown;

interface Extension {
  readonly runtime: { readonly onMessage: { addListener(listener: Listener): void } };
  readonly storage: { readonly session: { set(values: object): Promise<void> } };
}

/**
 * Runs first in the background: times how long it takes to answer `page.seen`, from the message's
 * arrival to the answer that is sent. The time is kept a moment later, out of the way of what follows.
 *
 * Its source text is written into a copy of the extension, so it uses nothing from outside itself.
 */
export function timeLookUps(): void {
  const scope = globalThis as unknown as { browser?: Extension; chrome: Extension };
  const { runtime, storage } = scope.browser ?? scope.chrome;
  const { onMessage } = runtime;
  const addListener = onMessage.addListener.bind(onMessage);
  onMessage.addListener = (listener) =>
    addListener((message, sender, respond) => {
      if ((message as { type?: string }).type !== "page.seen")
        return listener(message, sender, respond);
      const start = performance.now();
      return listener(message, sender, (answer) => {
        const ms = performance.now() - start;
        respond(answer);
        setTimeout(() => void storage.session.set({ "benchmark.lookUp": ms }), 300);
      });
    });
}
