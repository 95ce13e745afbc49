import { shortValue } from "../../record/problem.ts";
import { JsonRecords } from "../objects/json-records.ts";
import { ObjectRecords } from "../objects/object-records.ts";
import type { Events } from "../run/read-event.ts";
import type { ReadRun } from "../run/read-run.ts";
import { isShallow, MAX_JSON_DEPTH } from "../text/json-depth.ts";
import { LineSplitter } from "../text/line-splitter.ts";
import type { TextFile } from "./text-file.ts";

/** Reads a record from each line. */
export async function* readJsonLines(
  { path, blocks, isAmongOthers }: TextFile,
  run: ReadRun,
): Events {
  const { lineLength } = run.limits;
  const splitter = new LineSplitter(lineLength);
  const objects = new ObjectRecords(path, run, isAmongOthers);
  const take = function* (text: string | null, line: number) {
    const value = text === null ? undefined : parsed(text);
    if (text === null)
      run.reject(path, line, `expected a line of at most ${lineLength} characters`);
    else if (value === undefined) run.reject(path, line, "expected JSON", shortValue(text));
    else if (value === TOO_DEEP)
      run.reject(path, line, `expected at most ${MAX_JSON_DEPTH} levels`);
    else
      yield* objects.add({
        value,
        line,
        lineOf: () => line,
        length: text.length,
        isWholeFile: false,
      });
    if (run.isFull) yield* run.batch();
  };
  try {
    for await (const block of blocks) {
      for (const { text, number } of splitter.push(block)) yield* take(text, number);
      if (run.isFull) yield* run.batch();
      if (objects.isUnknown) return;
    }
  } catch (error) {
    yield* objects.end();
    throw error;
  }
  for (const { text, number } of splitter.end()) yield* take(text, number);
  yield* objects.end();
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

/** Reads the records of a JSON text of any size. */
export async function* readJson({ path, blocks, isAmongOthers }: TextFile, run: ReadRun): Events {
  const json = new JsonRecords(run.limits.lineLength, run.columnsFor([]));
  const objects = new ObjectRecords(path, run, isAmongOthers);
  let count = 0;
  const take = function* () {
    for (const { value, line, lines, length, isRoot } of json.taken()) {
      count++;
      const lineOf = (field: string) => lines.get(/^[^.[]*/.exec(field)?.[0] ?? "") ?? line;
      yield* objects.add({ value, line, lineOf, length, isWholeFile: isRoot });
    }
  };
  try {
    for await (const block of blocks) {
      json.push(block);
      yield* take();
      if (objects.isUnknown) return;
    }
    json.end();
  } catch (error) {
    yield* take();
    yield* objects.end();
    throw error;
  }
  yield* take();
  yield* objects.end();
  if (count === 0) run.empty(path, isAmongOthers);
}
