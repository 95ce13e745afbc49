/** Without a terminal, a line is written this often, ms: a log of a run of hours stays readable. */
const EVERY = 30_000;

/** Shows on stderr how far a long step is: in place on a terminal, else as lines of a log. */
export class Progress {
  readonly #what: string;
  readonly #total: number;
  #last = Date.now();

  constructor(what: string, total: number) {
    this.#what = what;
    this.#total = total;
  }

  show(done: number): void {
    const isTerminal = process.stderr.isTTY;
    if (!isTerminal && Date.now() - this.#last < EVERY) return;
    this.#last = Date.now();
    const percent = this.#total === 0 ? 100 : Math.floor((done / this.#total) * 100);
    const text = `${this.#what}: ${done} of ${this.#total}, ${percent} %`;
    process.stderr.write(isTerminal ? `\r\u001b[K${text}` : `${text}\n`);
  }

  /** Clears the line on the terminal. */
  end(): void {
    if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
  }
}
