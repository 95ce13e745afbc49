/** Random choices that are the same in every run. */
export interface Random {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  of<Value>(values: readonly Value[]): Value;
  /** The values in another order (Fisher–Yates). */
  shuffled<Value>(values: readonly Value[]): Value[];
}

/** Source: mulberry32, Tommy Ettinger (public domain). */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  const of = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value;
  return {
    below,
    of,
    shuffled(values) {
      const order = [...values];
      for (let i = order.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [order[i], order[j]] = [order[j] as (typeof order)[0], order[i] as (typeof order)[0]];
      }
      return order;
    },
  };
}
