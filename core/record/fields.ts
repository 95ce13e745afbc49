/** Named values out of a `Map` (YAML) or a plain object (JSON), with the path of each for problem reports. */
export class Fields {
  readonly #entries: ReadonlyMap<unknown, unknown>;
  readonly path: string;
  constructor(entries: ReadonlyMap<unknown, unknown>, path: string) {
    this.#entries = entries;
    this.path = path;
  }
  /** `null` for a value that has no named fields, such as a list or a text. */
  static of(value: unknown, path: string): Fields | null {
    if (value instanceof Map) return new Fields(value, path);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    return new Fields(new Map(Object.entries(value)), path);
  }
  /** The value of a field; `undefined` when it is absent or `null`. */
  get(name: string): unknown {
    return this.#entries.get(name) ?? undefined;
  }
  /** The path of a field: `related[2].webUrl`. */
  at(name: string): string {
    return this.path === "" ? name : `${this.path}.${name}`;
  }
  names(): string[] {
    return Array.from(this.#entries.keys(), String);
  }
}
