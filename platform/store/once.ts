/** A value that is made when it is first asked for, and kept until it is forgotten. A failure is not kept. */
export class Once<Value> {
  readonly #make: () => Promise<Value>;
  #kept: Promise<Value> | null = null;

  constructor(make: () => Promise<Value>) {
    this.#make = make;
  }

  /** `null` while nothing is kept. */
  get kept(): Promise<Value> | null {
    return this.#kept;
  }

  get(): Promise<Value> {
    return this.#kept ?? this.keep(this.#make());
  }

  /** Keeps another value from now on. */
  keep(value: Promise<Value>): Promise<Value> {
    this.#kept = value;
    value.catch(() => {
      if (this.#kept === value) this.#kept = null;
    });
    return value;
  }

  forget(): void {
    this.#kept = null;
  }
}
