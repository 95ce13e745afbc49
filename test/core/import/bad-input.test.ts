import { describe, expect, test } from "vitest";
import { readFiles } from "../../../core/import/read-files.ts";
import { articleRecord } from "../../../core/record/article-record.ts";
import { sampleOf } from "../../sample.ts";
import { zipOf } from "./archives.ts";
import { file, markdown, readAll, readOne, story } from "./reading.ts";

const lines = (count: number) =>
  Array.from({ length: count }, (_, i) => `${JSON.stringify(story(i))}\n`).join("");

describe("JSON", () => {
  test("the records before a fault stay, and the fault has its line", async () => {
    const text = `[\n${JSON.stringify(story(1))},\n${JSON.stringify(story(2))},\n{"title": oops}\n]`;
    const { records, problems, rejected } = await readOne("a.json", text);
    expect(records).toEqual([story(1), story(2)]);
    expect(rejected).toBe(1);
    expect(problems).toEqual(["a.json:4: rejected: expected JSON"]);
  });

  test.each([
    ["cut off", "[\n{}", "a:2: rejected: expected the rest of the JSON; it is cut off"],
    ["cut off in a text", '[{"title": "ab', "a:1: rejected: expected JSON"],
    ["a comma too many", '[{"title": "a",}]', "a:1: rejected: expected JSON"],
    ["no comma", '{"title": "a" "b": 1}', "a:1: rejected: expected JSON"],
    ["the wrong bracket", '[{"title": "a"]]', "a:1: rejected: expected JSON"],
    ["too deep", "[".repeat(65), "a:1: rejected: expected at most 64 levels"],
  ])("%s", async (_, text, problem) => {
    expect((await readOne("a", text)).problems.at(-1)).toBe(problem);
  });

  test("a time may be seconds or milliseconds since 1970, and a number too large is reported as such", async () => {
    const records = [
      story(1, { publishedDateTime: 1710072000 }),
      story(2, { publishedDateTime: 1710072000123 }),
    ];
    const text = JSON.stringify([...records, story(3, { quality: 0 })]);
    const read = await readOne("a", text.replace('"quality":0', '"quality":1e309'));
    expect(read.records.map(({ publishedDateTime }) => publishedDateTime)).toEqual([
      "2024-03-10T12:00:00.000Z",
      "2024-03-10T12:00:00.123Z",
      undefined,
    ]);
    expect(read.problems).toEqual([
      "a:1: publishedDateTime: repaired: expected a time such as 2022-04-15T17:04:00Z, between 1600 and 2100, found 1710072000",
      "a:1: publishedDateTime: repaired: expected a time such as 2022-04-15T17:04:00Z, between 1600 and 2100, found 1710072000123",
      "a:1: quality: dropped: expected a number that is not too large, found Infinity",
    ]);
  });

  test("for an object without a list of records, the message says where one was looked for", async () => {
    const text = '{"meta": {"page": 1}, "data": {"people": [{"name": "A"}]}}';
    expect((await readOne("a", text)).problems).toEqual([
      'a:1: rejected: expected a list of records, an object with one in it or in an object in it, or a record, found ["meta","data"]',
    ]);
  });

  test("nested records have their lines, and one without title is reported", async () => {
    const text = `{"data": {"found": 2, "articles": [\n{"lead": "A"},\n${JSON.stringify(story(1))},\n{"lead": "B"}]}}`;
    const { articles, problems } = await readOne("a", text);
    expect(articles.map(({ line }) => line)).toEqual([3]);
    expect(problems.filter((problem) => problem.includes("rejected"))).toEqual([
      "a:1: title: rejected: expected a title, found nothing",
      "a:4: title: rejected: expected a title, found nothing",
    ]);
  });

  test("depth in JSON Lines is limited before it is walked", async () => {
    const deep = `{"topics":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    const { records, problems } = await readOne("a", `${lines(1)}${deep}\n{oops\n`);
    expect(records).toEqual([story(0)]);
    expect(problems).toEqual([
      "a:2: rejected: expected at most 64 levels",
      'a:3: rejected: expected JSON, found "{oops"',
    ]);
  });

  test.each([
    ["a list", (text: string) => `[${text}]`],
    ["lines", (text: string) => `${text}\n${text}`],
  ])("keys such as __proto__ are only keys, in %s", async (_, wrap) => {
    const text = `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},${JSON.stringify(story(1)).slice(1)}`;
    const { records, problems } = await readOne("a", wrap(text));
    expect(records[0]).toEqual(story(1));
    expect(problems.slice(0, 2)).toEqual([
      'a:1: __proto__: dropped: expected a field of the format, found "__proto__"',
      'a:1: constructor: dropped: expected a field of the format, found "constructor"',
    ]);
    expect("polluted" in {}).toBe(false);
  });

  test("a title of millions of characters is cut", async () => {
    const long = story(1, { title: "x".repeat(sampleOf(2_000_000, 10_000_000)) });
    for (const text of [`[${JSON.stringify(long)}]`, `${JSON.stringify(long)}\n${lines(1)}`]) {
      const { records, problems } = await readOne("a", text);
      expect(records[0]?.title.length).toBe(1000);
      expect(problems[0]).toMatch(/^a:1: title: repaired: too-long, found "xxx/);
    }
  });

  test("a line too long to keep is rejected, and what follows is read", async () => {
    const options = { limits: { lineLength: 1000 } };
    const long = JSON.stringify(story(1, { secured: "x".repeat(200_000) }));
    const { articles, problems } = await readOne("a", `${lines(1)}${long}\n${lines(1)}`, options);
    expect(articles.map(({ line }) => line)).toEqual([1, 3]);
    expect(problems).toEqual(["a:2: rejected: expected a line of at most 1000 characters"]);
    expect((await readOne("a", `[${lines(1)},${long}]`, options)).problems).toEqual([
      "a:2: rejected: expected at most 1000 bytes in a record",
    ]);
  });
});

describe("Markdown", () => {
  test("aliases and tags are refused with their line", async () => {
    const bomb = `---\na: &a [x, x]\nb: &b [*a, *a]\n---\n`;
    const code = `---\ntitle: !!js/function "function () {}"\n---\n`;
    const { records, problems } = await readAll([file("s/a.md", bomb), file("s/b.md", code)]);
    expect(records).toEqual([]);
    expect(problems.map((problem) => problem.replace(/: expected YAML: .*/, ""))).toEqual([
      "s/a.md:3: rejected",
      "s/b.md:2: rejected",
    ]);
  });

  test("a key __proto__ is only a key", async () => {
    const text = markdown(1).replace("---\n", "---\n__proto__: { polluted: 1 }\n");
    const { records, problems } = await readOne("a.md", text);
    expect(records).toEqual([story(1)]);
    expect(problems.length).toBe(1);
    expect("polluted" in {}).toBe(false);
  });
});

describe("files that change while they are read", () => {
  const blob = (size: number, stream: () => ReadableStream<Uint8Array<ArrayBuffer>>): Blob =>
    Object.assign(new Blob([new Uint8Array(size)]), { stream });
  const bytes = new TextEncoder().encode(lines(3));
  const CHANGED = "rejected: changed or could not be read while it was being read";

  test("one that gives fewer bytes than it has, one that fails, and one that is fine", async () => {
    const short = blob(bytes.length + 1, () => new Blob([bytes]).stream());
    const failing = blob(
      bytes.length,
      () =>
        new ReadableStream({
          start: (controller) => controller.enqueue(bytes),
          pull: (controller) => controller.error(new DOMException("gone", "NotReadableError")),
        }),
    );
    const { records, problems, rejected } = await readAll([
      { path: "short", blob: short },
      { path: "failing", blob: failing },
      file("fine", lines(1)),
    ]);
    expect(records.length).toBe(7);
    expect(rejected).toBe(2);
    expect(problems).toEqual([`short: ${CHANGED}`, `failing: ${CHANGED}`]);
  });

  test("a zip archive that cannot be read any more", async () => {
    const zip = new Blob([Buffer.from(await zipOf([["1.md", markdown(1)]]))]);
    Object.assign(zip, {
      slice: () => ({ size: 22, arrayBuffer: () => Promise.reject(new Error("gone")) }),
    });
    expect((await readAll([{ path: "a.zip", blob: zip }])).problems).toEqual([`a.zip: ${CHANGED}`]);
  });
});

test("the same file twice is read twice: duplicates are found in the data set", async () => {
  expect((await readAll([file("a", lines(2)), file("a", lines(2))])).records.length).toBe(4);
});

describe("the signal", () => {
  test("ends reading between batches", async () => {
    const control = new AbortController();
    let batches = 0;
    const reading = async () => {
      for await (const _ of readFiles([file("a", lines(5000))], { signal: control.signal })) {
        batches++;
        control.abort();
      }
    };
    await expect(reading()).rejects.toThrow(expect.objectContaining({ name: "AbortError" }));
    expect(batches).toBeLessThan(3);
  });

  test("ends a read that never comes to an end", async () => {
    const control = new AbortController();
    const endless = Object.assign(new Blob(["x"]), { stream: () => new ReadableStream() });
    const reading = readAll([{ path: "a", blob: endless }], { signal: control.signal });
    setTimeout(() => control.abort(), 20);
    await expect(reading).rejects.toThrow(expect.objectContaining({ name: "AbortError" }));
  });

  test("that was aborted before reads nothing", async () => {
    const reading = readAll([file("a", lines(1))], { signal: AbortSignal.abort() });
    await expect(reading).rejects.toThrow(expect.objectContaining({ name: "AbortError" }));
  });
});

test("a consumer that stops early leaves nothing open", async () => {
  let isCancelled = false;
  const endless = Object.assign(new Blob(["x"]), {
    stream: () =>
      new ReadableStream({
        pull: (controller) => controller.enqueue(new TextEncoder().encode(lines(600))),
        cancel: () => {
          isCancelled = true;
        },
      }),
  });
  for await (const event of readFiles([{ path: "a", blob: endless }])) {
    expect(event.kind).toBe("batch");
    break;
  }
  expect(isCancelled).toBe(true);
});

test("every record matches the schema", async () => {
  const { records } = await readOne("a", lines(10));
  expect(records.map((record) => articleRecord.safeParse(record).success)).toEqual(
    Array(10).fill(true),
  );
});
