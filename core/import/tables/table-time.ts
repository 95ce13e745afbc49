import { feedTime } from "../../feeds/read/feed-time.ts";
import { dateTime } from "../../record/article-record.ts";
import { mendTime } from "../../record/time-text.ts";

/** Longest text that is examined, in UTF-16 code units. */
const MAX_LENGTH = 64;
/** A date with slashes or dashes in which the year comes last, perhaps with a time of day. */
const YEAR_LAST = /^(\d\d?)([/-])(\d\d?)\2(\d{4})(?:(?:,|T)?\s*(\d.*))?$/;
/** A day, and perhaps a time, without separators (ISO 8601, basic format): `20261127T100000Z`. */
const BASIC = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)Z?)?$/;
/** A month's name before the day: `November 27, 2026`. */
const MONTH_FIRST = /^(\p{L}{3,})\.?\s+(\d\d?)(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(.*))?$/u;
/** A date with a day: a year or a month alone is not enough. */
const DAY = /^\d{4}-\d\d-\d\d|^(?:\p{L}+\.?,?\s+)?\d\d?[\s.-]+(?:de\s+)?\p{L}{3,}/u;
/** A date of the format, a time of day and the name of a zone, which mail writes with the name of the month. */
const WITH_ZONE = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d:\S+ [a-z]+)$/i;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** A time of day, perhaps on a clock of twelve hours and with a zone: `8:05 PM EST`. */
const TIME_OF_DAY = /^(\d\d?):(\d\d(?::\d\d(?:\.\d+)?)?)\s*(?:([ap])\.?m\.?)?\s*(.*)$/i;

/**
 * Reads the times of one column, in the notations that are usual in tables. Whether the day or the month comes first in
 * `03/10/2024` is known once a day above 12 was seen in the column.
 */
export class TableTimes {
  #order: "day-first" | "month-first" | "mixed" | null = null;

  /** Learns the order of day and month from a cell. */
  learn(cell: string): void {
    const shown = orderShown(YEAR_LAST.exec(cell.trim().slice(0, MAX_LENGTH)));
    if (shown !== null)
      this.#order = this.#order === null || this.#order === shown ? shown : "mixed";
  }

  /**
   * The time in the notation of the format; the cell unchanged when it cannot be read, or is in a notation that is to be
   * reported as repaired.
   *
   * @param timeOfDay the cell of a column of its own for the time of day; empty when there is none
   */
  read(cell: string, timeOfDay: string): string {
    const text = cell.trim();
    if (text.length > MAX_LENGTH) return cell;
    if (/^\d{4}-\d\d-\d\d[T ]\d/.test(text)) {
      const exact = valid(mendTime(text));
      if (exact !== null) return exact;
    }
    if (/^-?\d{9,}(?:\.\d+)?$/.test(text) && !BASIC.test(text))
      return valid(mendTime(text)) ?? cell;
    this.learn(text);
    const day = this.#inOrder(text);
    const joined =
      TIME_OF_DAY.test(timeOfDay.trim()) && !day.includes(":") ? `${day} ${timeOfDay.trim()}` : day;
    if (/^\d{4}-/.test(joined)) {
      const exact = valid(mendTime(joined));
      if (exact !== null) return exact;
    }
    // What `readRecord` can mend by itself is left to it, since it reports that.
    if (joined === text && valid(mendTime(text)) !== null) return cell;
    if (!DAY.test(joined)) return cell;
    const time = feedTime(inWords(on24Hours(joined)));
    return time === null ? cell : new Date(time).toISOString();
  }

  /** The text with its date as year, month, day or with the name of the month after the day, where that is certain. */
  #inOrder(text: string): string {
    const basic = BASIC.exec(text);
    if (basic !== null) {
      const [, year, month, day, hour, minute, second] = basic;
      const time = hour === undefined ? "" : `T${hour}:${minute}:${second}Z`;
      return `${year}-${month}-${day}${time}`;
    }
    const named = MONTH_FIRST.exec(text);
    if (named !== null) {
      const [, month, day, year, time = ""] = named;
      return `${day} ${month} ${year} ${time}`.trim();
    }
    const slashed = YEAR_LAST.exec(text);
    const order = orderShown(slashed) ?? this.#order;
    if (slashed === null || order === null || order === "mixed")
      return text.replace(/^(\d{4})\/(\d\d?)\/(\d\d?)(?!\d)/, (_, year, month, day) =>
        [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-"),
      );
    const [, first = "", , second = "", year, time] = slashed;
    const [day, month] = order === "day-first" ? [first, second] : [second, first];
    const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    return time === undefined ? date : `${date} ${time}`;
  }
}

/** The order of day and month that a day above 12 shows. */
function orderShown(date: RegExpExecArray | null): "day-first" | "month-first" | null {
  const [, first = 0, , second = 0] = date ?? [];
  if (Number(first) > 12) return "day-first";
  return Number(second) > 12 ? "month-first" : null;
}

function valid(time: string): string | null {
  return dateTime.safeParse(time).success ? time : null;
}

/** A time whose time of day is on a clock of twelve hours, on one of 24 hours. */
function on24Hours(text: string): string {
  const at = text.search(/\d\d?:\d\d/);
  const found = at < 0 ? null : TIME_OF_DAY.exec(text.slice(at));
  if (found === null) return text;
  const [, hour = "", rest = "", half, zone = ""] = found;
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  return `${text.slice(0, at)}${String(hours).padStart(2, "0")}:${rest} ${zone}`.trim();
}

/** A time with a named zone in the notation of mail, which has such zones; other text unchanged. */
function inWords(text: string): string {
  return text.replace(
    WITH_ZONE,
    (_, year, month, day, time) => `${day} ${MONTHS[Number(month) - 1]} ${year} ${time}`,
  );
}
