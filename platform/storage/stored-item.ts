import browser from "webextension-polyfill";
import { createInTurn } from "./in-turn.ts";

/** How a value lies in the browser's storage. */
export interface StoredShape<Value> {
  /** Where nothing is stored, or nothing that can be read. */
  readonly fallback: Value;
  /** @returns `undefined` when what is stored cannot be read at all */
  parse(stored: unknown): Value | undefined;
  /**
   * What is stored for a value in the place of `stored`: whatever of that cannot be read stays in it. By default
   * the value alone.
   */
  merge?(value: Value, stored: unknown): unknown;
  /** Whether every part of what is stored could be read; by default it could when `parse` can. */
  isWhole?(stored: unknown): boolean;
}

/** A value under one key of the browser's storage, which only the background writes. */
export interface StoredItem<Value> {
  read(): Promise<Value>;
  /** Changes the value, one change after the other, and gives the new one. */
  change(change: (value: Value) => Value | Promise<Value>): Promise<Value>;
  /** Forgets the value, and what was set aside of it, once the changes before are made. */
  remove(): Promise<void>;
  /** Whether nothing was or is stored that cannot be read. */
  isReadable(): Promise<boolean>;
}

/**
 * A typed value of the browser's storage. What cannot be read is never lost: the first change sets it aside,
 * verbatim, in a list under `KEY.unreadable`.
 *
 * @param area `session` forgets when the browser ends
 */
export function storedItem<Value>(
  key: string,
  shape: StoredShape<Value>,
  area: "local" | "session" = "local",
): StoredItem<Value> {
  const aside = `${key}.unreadable`;
  const { fallback, parse, merge = (value) => value, isWhole = () => true } = shape;
  const inTurn = createInTurn();
  const load = async () => {
    const { [key]: stored } = await browser.storage[area].get(key);
    return { stored, parsed: stored === undefined ? fallback : parse(stored) };
  };
  return {
    read: async () => (await load()).parsed ?? fallback,
    change: (change) =>
      inTurn(async () => {
        const { stored, parsed } = await load();
        const value = await change(parsed ?? fallback);
        const items: Record<string, unknown> = {};
        if (parsed === undefined) {
          const { [aside]: before } = await browser.storage[area].get(aside);
          items[aside] = [...(Array.isArray(before) ? before : []), stored];
        }
        items[key] = merge(value, parsed === undefined ? undefined : stored);
        await browser.storage[area].set(items);
        return value;
      }),
    remove: () => inTurn(() => browser.storage[area].remove([key, aside])),
    async isReadable() {
      const { [key]: stored, [aside]: before } = await browser.storage[area].get([key, aside]);
      if (before !== undefined) return false;
      return stored === undefined || (parse(stored) !== undefined && isWhole(stored));
    },
  };
}

/**
 * The shape of a list. An entry that cannot be read is left out, and stays in what is stored, after the others.
 *
 * @param parseEntry `undefined` for an entry that cannot be read
 */
export function listOf<Entry>(
  parseEntry: (stored: unknown) => Entry | undefined,
): StoredShape<readonly Entry[]> {
  const isUnreadable = (entry: unknown) => parseEntry(entry) === undefined;
  return {
    fallback: [],
    parse: (stored) =>
      Array.isArray(stored) ? stored.flatMap((entry) => parseEntry(entry) ?? []) : undefined,
    merge: (entries, stored) => [
      ...entries,
      ...(Array.isArray(stored) ? stored.filter(isUnreadable) : []),
    ],
    isWhole: (stored) => Array.isArray(stored) && !stored.some(isUnreadable),
  };
}
