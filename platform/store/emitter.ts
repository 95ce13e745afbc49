type Listener<Event> = (event: Event) => void | Promise<void>;

/** Calls listeners with events. If one fails, that is reported, and the others are called all the same. */
export class Emitter<Event> {
  readonly #listeners: Listener<Event>[] = [];

  on(listener: Listener<Event>): void {
    this.#listeners.push(listener);
  }

  /** Settles when all listeners are done. */
  async emit(event: Event): Promise<void> {
    const told = this.#listeners.map(async (listener) => listener(event));
    for (const { reason, status } of (await Promise.allSettled(told)) as PromiseRejectedResult[])
      if (status === "rejected") console.error("Second Source:", reason);
  }
}
