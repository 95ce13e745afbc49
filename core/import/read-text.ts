import { shortValue } from "../record/problem.ts";
import { readMarkdownRecord } from "../record/read-markdown.ts";
import { readRecord } from "../record/read-record.ts";
import { JsonRecords } from "./json-records.ts";
import type { ReadEvent } from "./run/read-event.ts";
import type { ReadRun } from "./run/read-run.ts";
import { RenamedRecords } from "./tables/renamed-record.ts";
import type { TextBlock } from "./text/decode-text.ts";
import { isShallow, MAX_JSON_DEPTH } from "./text/json-depth.ts";
import { LineSplitter } from "./text/line-splitter.ts";
import { NO_ARTICLES, ReadFault } from "./text/read-fault.ts";

/** The events of reading a text file. Throws `ReadFault` where the file cannot be read any further. */
export type TextEvents = AsyncGenerator<ReadEvent, void, undefined>;

/** Reads the one record of a Markdown file. */
export async function* readMarkdown(
  file: string,
  blocks: AsyncIterable<TextBlock>,
  run: ReadRun,
): TextEvents {
  const texts: string[] = [];
  let length = 0;
  for await (const { text } of blocks) {
    length += text.length;
    if (length > run.limits.markdownBytes)
      throw new ReadFault(`expected at most ${run.limits.markdownBytes} bytes of Markdown`);
    texts.push(text);
  }
  run.record(file, 1, readMarkdownRecord(file, texts.join("")), length);
  if (run.isFull) yield* run.batch();
}

/** Reads a record from each line. */
export async function* readJsonLines(
  file: string,
  blocks: AsyncIterable<TextBlock>,
  run: ReadRun,
): TextEvents {
  const { lineLength } = run.limits;
  const splitter = new LineSplitter(lineLength);
  const renamed = new RenamedRecords();
  const take = (text: string | null, line: number) => {
    const value = text === null ? undefined : parsed(text);
    if (text === null)
      run.reject(file, line, `expected a line of at most ${lineLength} characters`);
    else if (value === undefined) run.reject(file, line, "expected JSON", shortValue(text));
    else if (value === TOO_DEEP)
      run.reject(file, line, `expected at most ${MAX_JSON_DEPTH} levels`);
    else {
      const result = readRecord(renamed.of(value), { file, lineOf: () => line });
      run.record(file, line, result, text.length);
    }
  };
  for await (const block of blocks) {
    for (const { text, number } of splitter.push(block)) {
      take(text, number);
      if (run.isFull) yield* run.batch();
    }
    if (run.isFull) yield* run.batch();
  }
  for (const { text, number } of splitter.end()) take(text, number);
}

const TOO_DEEP = Symbol("too deep");

/** Parsed JSON; `undefined` for other text. `JSON.parse` treats `__proto__` as a key like any other. */
function parsed(text: string): unknown {
  if (!isShallow(text)) return TOO_DEEP;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Every record has at least one of these fields. An object without any is no data. */
const RECORD_MARKS = ["title", "webUrl", "originalUrl", "provider"];

/**
 * Reads the records of a JSON text of any size.
 *
 * @param isAmongOthers whether a file with an object of another kind may be skipped
 */
export async function* readJson(
  file: string,
  blocks: AsyncIterable<TextBlock>,
  run: ReadRun,
  isAmongOthers: boolean,
): TextEvents {
  const json = new JsonRecords(run.limits.lineLength);
  const renamed = new RenamedRecords();
  let count = 0;
  const take = function* () {
    for (const { value: found, line, lines, length, isRoot } of json.taken()) {
      count++;
      const value = renamed.of(found);
      if (isRoot && value instanceof Map && !RECORD_MARKS.some((name) => value.has(name))) {
        if (isAmongOthers) run.skip(file);
        else if (holdsEmptyList(value)) run.reject(file, line, NO_ARTICLES);
        else run.reject(file, line, EXPECTED_LIST, shortValue([...value.keys()]));
        continue;
      }
      const lineOf = (path: string) => lines.get(/^[^.[]*/.exec(path)?.[0] ?? "") ?? line;
      run.record(file, line, readRecord(value, { file, lineOf }), length);
      if (run.isFull) yield* run.batch();
    }
  };
  try {
    for await (const block of blocks) {
      json.push(block);
      yield* take();
    }
    json.end();
  } catch (error) {
    yield* take();
    throw error;
  }
  if (count === 0) run.empty(file, isAmongOthers);
}

const EXPECTED_LIST =
  "expected a list of records, an object with one in it or in an object in it, or a record";

function holdsEmptyList(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value instanceof Map && value.values().some(holdsEmptyList);
}
