type Listener<Event> = (event: Event) => void | Promise<void>;

/** Tells listeners of events. A listener that fails is reported, and keeps no other from being told. */
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
