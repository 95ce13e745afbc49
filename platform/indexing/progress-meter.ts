/** The speed is measured at most this often, ms. */
const MARK_EVERY_MS = 500;
/** The speed is that of the last so many ms. */
const SPEED_OVER_MS = 5000;

/** How far a job is and how fast it goes. */
export class ProgressMeter {
  readonly name: string;
  readonly total: number;
  readonly #now: () => number;
  readonly #marks: { readonly time: number; readonly done: number }[] = [];
  #done: number;

  /**
   * @param done what an earlier run of the same job has done already
   * @param now ms
   */
  constructor(
    name: string,
    { done, total }: Pick<ProgressMeter, "done" | "total">,
    now: () => number,
  ) {
    this.name = name;
    this.total = total;
    this.#done = done;
    this.#now = now;
  }

  get done(): number {
    return this.#done;
  }

  /** Records per second; `null` until it can be measured. */
  get perSecond(): number | null {
    const [first] = this.#marks;
    const last = this.#marks.at(-1);
    if (first === undefined || last === undefined || last.time === first.time) return null;
    return ((last.done - first.done) * 1000) / (last.time - first.time);
  }

  set(done: number): void {
    this.#done = done;
    const time = this.#now();
    const last = this.#marks.at(-1);
    if (last === undefined || time - last.time >= MARK_EVERY_MS) this.#marks.push({ time, done });
    while ((this.#marks[0]?.time ?? time) < time - SPEED_OVER_MS) this.#marks.shift();
  }
}
