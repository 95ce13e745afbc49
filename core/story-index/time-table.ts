import { sealBytes, unsealBytes } from "../segment/block-codec.ts";
import { ByteCursor } from "./byte-cursor.ts";
import { ByteWriter } from "./byte-writer.ts";

const HOUR = 3_600_000;
/** Points of the table: with two bytes or three for each it stays one small block at any size. */
const MAX_POINTS = 8192;

/**
 * When articles were published, by ordinal: of every so many ordinals the hour, between them by
 * interpolation. Spares each posting a time of its own.
 */
export class TimeTable {
  /** Articles without a time; they come first. */
  readonly #undated: number;
  readonly #articles: number;
  /** Ordinals from one point to the next. */
  readonly #step: number;
  /** Hours since 1970, rising; the last one is of the last article. */
  readonly #hours: readonly number[];

  private constructor(undated: number, articles: number, step: number, hours: readonly number[]) {
    this.#undated = undated;
    this.#articles = articles;
    this.#step = step;
    this.#hours = hours;
  }

  /** @param times ms since 1970, rising, of the dated articles */
  static of(undated: number, times: ArrayLike<number>): TimeTable {
    const step = Math.max(1, Math.ceil(times.length / MAX_POINTS));
    const hours: number[] = [];
    for (let i = 0; i < times.length; i += step) hours.push(hourOf(times[i] ?? 0));
    if (times.length > 0) hours.push(hourOf(times[times.length - 1] ?? 0));
    return new TimeTable(undated, undated + times.length, step, hours);
  }

  /** ms since 1970 to about an hour, or `null` for an article without a time. */
  timeOf(ordinal: number): number | null {
    if (ordinal < this.#undated) return null;
    const point = (ordinal - this.#undated) / this.#step;
    const before = this.#hours[Math.floor(point)] ?? 0;
    const after = this.#hours[Math.floor(point) + 1] ?? before;
    return (before + (after - before) * (point % 1)) * HOUR;
  }

  /** The ordinal at which articles of a time begin, within a step; of `null`, the end. */
  ordinalAt(time: number | null): number {
    if (time === null) return this.#articles;
    const hour = time / HOUR;
    let low = 0;
    let high = this.#hours.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#hours[middle] ?? 0) < hour) low = middle + 1;
      else high = middle;
    }
    return Math.min(this.#articles, this.#undated + low * this.#step);
  }

  encode(): Uint8Array<ArrayBuffer> {
    const writer = new ByteWriter();
    for (const number of [this.#undated, this.#articles, this.#step, this.#hours.length])
      writer.varint(number);
    // Hours before 1970 are negative: the first comes as it is, the others by what they rise.
    writer.float64(this.#hours[0] ?? 0);
    for (let i = 1; i < this.#hours.length; i++)
      writer.varint((this.#hours[i] ?? 0) - (this.#hours[i - 1] ?? 0));
    return sealBytes(writer.take());
  }

  /** @throws DamagedBlockError */
  static decode(name: string, bytes: Uint8Array): TimeTable {
    const cursor = new ByteCursor(unsealBytes(name, bytes));
    const [undated, articles, step] = [cursor.varint(), cursor.varint(), cursor.varint()];
    const points = cursor.varint();
    const hours: number[] = [];
    let hour = cursor.float64();
    for (let i = 0; i < points; i++) {
      if (i > 0) hour += cursor.varint();
      hours.push(hour);
    }
    return new TimeTable(undated, articles, step, hours);
  }
}

function hourOf(time: number): number {
  return Math.floor(time / HOUR);
}
