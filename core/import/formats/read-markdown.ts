import { readMarkdownRecord } from "../../record/read-markdown-record.ts";
import { readRecord } from "../../record/read-record.ts";
import { mappingFor } from "../objects/object-records.ts";
import { RenamedRecords } from "../objects/renamed-records.ts";
import type { Events } from "../run/read-event.ts";
import type { ReadRun } from "../run/read-run.ts";
import { ReadFault } from "../text/read-fault.ts";
import type { TextFile } from "./text-file.ts";

/** Reads the one record of a Markdown file, from its front matter or from a list of fields under its title. */
export async function* readMarkdown({ path, blocks }: TextFile, run: ReadRun): Events {
  const texts: string[] = [];
  let length = 0;
  for await (const { text } of blocks) {
    length += text.length;
    if (length > run.limits.markdownBytes)
      throw new ReadFault(`expected at most ${run.limits.markdownBytes} bytes of Markdown`);
    texts.push(text);
  }
  const text = texts.join("");
  const renamed = new RenamedRecords(mappingFor([], run), run);
  const result = hasFieldList(text)
    ? readRecord(renamed.of(listedFields(text)), { file: path, lineOf: () => 1 })
    : readMarkdownRecord(path, text, (value) => renamed.of(value));
  run.record(path, 1, result, length);
  if (run.isFull) yield* run.batch();
}

/** A field in a list, as note-taking programs write it: `- URL: https://…`. */
const FIELD = /^[-*] (?:\*\*)?([\p{L}][\p{L} _-]{0,40}?)(?:\*\*)?::?(?:\*\*)? +(.+)$/gmu;
/** The part of a file in which the fields are, in UTF-16 code units. */
const MAX_LIST = 10_000;

/** Whether a Markdown file starts with a title and has an address in a list of fields, as Readwise writes it. */
export function hasFieldList(text: string): boolean {
  return (
    /^# \S/.test(text) &&
    [...text.slice(0, MAX_LIST).matchAll(FIELD)].some(
      ([, name = "", value = ""]) => /^(?:url|link)$/i.test(name) && /^https?:\/\//i.test(value),
    )
  );
}

function listedFields(text: string): Map<string, string> {
  const [, title = ""] = /^# (.*)/.exec(text) ?? [];
  const fields = Array.from(
    text.slice(0, MAX_LIST).matchAll(FIELD),
    ([, name = "", value = ""]): [string, string] => [name, value.replace(/\[\[|\]\]/g, "").trim()],
  );
  return new Map([["title", title], ...fields]);
}
