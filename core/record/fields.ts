/** A field's value by name, from a `Map` (YAML) or a plain object (JSON). */
export class Fields {
  readonly #entries: ReadonlyMap<unknown, unknown>;
  readonly path: string;
  constructor(entries: ReadonlyMap<unknown, unknown>, path: string) {
    this.#entries = entries;
    this.path = path;
  }
  static of(value: unknown, path: string): Fields | null {
    if (value instanceof Map) return new Fields(value, path);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    return new Fields(new Map(Object.entries(value)), path);
  }
  /** `undefined` for an absent field and for YAML's and JSON's `null`. */
  get(name: string): unknown {
    return this.#entries.get(name) ?? undefined;
  }
  at(name: string): string {
    return this.path === "" ? name : `${this.path}.${name}`;
  }
  names(): string[] {
    return Array.from(this.#entries.keys(), String);
  }
}
