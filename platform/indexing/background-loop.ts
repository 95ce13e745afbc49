/**
 * Work in the background, one step after the other until nothing is left to do. It begins once the
 * worker has started up, and pauses for work that comes first.
 */
export abstract class BackgroundLoop {
  #loop: Promise<void> | null = null;
  #isStarted = false;
  #isPaused = false;
  /** There may be more to do since the last step began. */
  #isScheduled = false;

  /** Does something; `false` when there was nothing to do. */
  protected abstract step(): Promise<boolean>;

  /** Ends the step that is under way. */
  protected abstract stopStep(): void;

  /** Whether no step may begin. */
  protected get isPaused(): boolean {
    return this.#isPaused;
  }

  /** Begins; called once at the start of a worker, after it has cleaned up what the one before left. */
  start(): void {
    this.#isStarted = true;
    this.schedule();
  }

  /** Does the work that is due now, unless it has not started or is paused. */
  schedule(): void {
    if (!this.#isStarted || this.#isPaused) return;
    this.#isScheduled = true;
    this.#loop ??= this.#run().finally(() => {
      this.#loop = null;
      if (this.#isScheduled) this.schedule();
    });
  }

  /** Ends the step that is under way, and begins none before `resume`. */
  async pause(): Promise<void> {
    this.#isPaused = true;
    this.#isScheduled = false;
    this.stopStep();
    await this.#loop;
  }

  resume(): void {
    this.#isPaused = false;
    this.schedule();
  }

  /** Settles when no work is left, or none can be done. */
  async idle(): Promise<void> {
    while (this.#loop !== null) await this.#loop;
  }

  async #run(): Promise<void> {
    try {
      do this.#isScheduled = false;
      while (!this.#isPaused && (await this.step()));
    } catch (error) {
      console.error("Second Source:", error);
    }
  }
}
