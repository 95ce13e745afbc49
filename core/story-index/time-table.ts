import { HOUR } from "../durations.ts";
import { sealBytes } from "../segment/block-codec.ts";
import { ByteCursor } from "./byte-cursor.ts";
import { ByteWriter } from "./byte-writer.ts";

/** The most points of the table. With two or three bytes each it stays one small block at any size. */
const MAX_POINTS = 8192;

/**
 * Tells when articles were published, by their ordinals. It stores the hour at regular ordinals and interpolates
 * between them, so that postings need no times of their own.
 */
export class TimeTable {
  /** The number of articles without a time; they come first. */
  readonly #undated: number;
  readonly #articles: number;
  /** The number of ordinals from one point to the next. */
  readonly #step: number;
  /** Hours since 1970 at the points, in rising order. The last one is that of the last article. */
  readonly #hours: readonly number[];

  private constructor(undated: number, articles: number, step: number, hours: readonly number[]) {
    this.#undated = undated;
    this.#articles = articles;
    this.#step = step;
    this.#hours = hours;
  }

  /** @param times of the dated articles, ms since 1970, in rising order */
  static of(undated: number, times: ArrayLike<number>): TimeTable {
    const step = Math.max(1, Math.ceil(times.length / MAX_POINTS));
    const hours: number[] = [];
    for (let i = 0; i < times.length; i += step) hours.push(hourOf(times[i] ?? 0));
    if (times.length > 0) hours.push(hourOf(times[times.length - 1] ?? 0));
    return new TimeTable(undated, undated + times.length, step, hours);
  }

  /** The time of an article, ms since 1970, to about an hour; `null` for an article without a time. */
  timeOf(ordinal: number): number | null {
    if (ordinal < this.#undated) return null;
    const point = (ordinal - this.#undated) / this.#step;
    const before = this.#hours[Math.floor(point)] ?? 0;
    const after = this.#hours[Math.floor(point) + 1] ?? before;
    return (before + (after - before) * (point % 1)) * HOUR;
  }

  /** The ordinal at which the articles of a time begin, to within a step; for `null` the end. */
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

  /** An ordinal from which on all articles of a time (ms since 1970) and later are found, among a few earlier ones. */
  ordinalBefore(time: number): number {
    return Math.max(this.#undated, this.ordinalAt(time - HOUR) - this.#step);
  }

  encode(): Uint8Array<ArrayBuffer> {
    const writer = new ByteWriter();
    for (const number of [this.#undated, this.#articles, this.#step, this.#hours.length])
      writer.varint(number);
    // The first hour may be negative (before 1970), so it is written as a float; the others as differences.
    writer.float64(this.#hours[0] ?? 0);
    for (let i = 1; i < this.#hours.length; i++)
      writer.varint((this.#hours[i] ?? 0) - (this.#hours[i - 1] ?? 0));
    return sealBytes(writer.take());
  }

  /** @param bytes what `encode` has returned, unsealed */
  static read(bytes: Uint8Array): TimeTable {
    const cursor = new ByteCursor(bytes);
    const undated = cursor.varint();
    const articles = cursor.varint();
    const step = cursor.varint();
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
