/**
 * Work in the background, one step after the other until nothing is left to do. It begins once the
 * worker has started up, and makes way for other work.
 */
export class BackgroundLoop {
  readonly #step: () => Promise<boolean>;
  readonly #stop: () => void;
  #loop: Promise<void> | null = null;
  #isStarted = false;
  #isMakingWay = false;
  /** There may be more to do since the loop last looked. */
  #isAskedFor = false;

  /**
   * @param step does something; `false` when there was nothing to do
   * @param stop ends a step that is under way
   */
  constructor(step: () => Promise<boolean>, stop: () => void) {
    this.#step = step;
    this.#stop = stop;
  }

  /** No step is to begin. */
  get isMakingWay(): boolean {
    return this.#isMakingWay;
  }

  /** Begins; once at the start of a worker, when what the one before left is in order. */
  start(): void {
    this.#isStarted = true;
    this.look();
  }

  /** Does what there is to do by now, unless other work is to be done first. */
  look(): void {
    if (!this.#isStarted || this.#isMakingWay) return;
    this.#isAskedFor = true;
    this.#loop ??= this.#run().finally(() => {
      this.#loop = null;
      if (this.#isAskedFor) this.look();
    });
  }

  /** Ends the step that is under way, and begins none until it may go on. */
  async makeWay(): Promise<void> {
    this.#isMakingWay = true;
    this.#isAskedFor = false;
    this.#stop();
    await this.#loop;
  }

  /** Goes on after it has made way. */
  goOn(): void {
    this.#isMakingWay = false;
    this.look();
  }

  /** Settles when nothing is left to do, or nothing more can be done. */
  async idle(): Promise<void> {
    while (this.#loop !== null) await this.#loop;
  }

  async #run(): Promise<void> {
    try {
      do this.#isAskedFor = false;
      while (!this.#isMakingWay && (await this.#step()));
    } catch (error) {
      console.error("Second Source:", error);
    }
  }
}
