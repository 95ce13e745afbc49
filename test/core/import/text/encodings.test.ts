import { expect, test } from "vitest";
import { markdown, readOne, story } from "../reading.ts";

const TITLE = "Ça — “naïve” café";
const CSV = `title,url\n${TITLE},https://a.example/1\nPlain,https://a.example/2\n`;

function utf16(text: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), isLittle);
  return bytes;
}

/** Text as Windows-1252: the few characters used here beyond Latin-1 by hand. */
function windows1252(text: string): Uint8Array {
  const high: Record<string, number> = { "—": 0x97, "“": 0x93, "”": 0x94, "’": 0x92 };
  return Uint8Array.from(text, (character) => high[character] ?? character.charCodeAt(0));
}

test.each([
  ["UTF-16, low byte first, with mark", utf16(`\ufeff${CSV}`, true)],
  ["UTF-16, high byte first, with mark", utf16(`\ufeff${CSV}`, false)],
  ["UTF-16, low byte first, without mark", utf16(CSV, true)],
  ["UTF-16, high byte first, without mark", utf16(CSV, false)],
  ["UTF-16 with line ends of old Macs", utf16(CSV.replaceAll("\n", "\r"), true)],
])("%s is read and reported once", async (_, bytes) => {
  const { records, problems } = await readOne("x", bytes);
  expect(records.map(({ title }) => title)).toEqual([TITLE, "Plain"]);
  expect(problems).toEqual(["x: repaired: read as UTF-16"]);
});

test("UTF-16 in every format", async () => {
  for (const text of [
    markdown(1),
    JSON.stringify([story(1)]),
    `${JSON.stringify(story(1))}\n${JSON.stringify(story(2))}`,
  ])
    expect((await readOne("x", utf16(text, true))).records[0]).toEqual(story(1));
});

test("lines that are not UTF-8 are read as Windows-1252, each reported with its line", async () => {
  const mixed = Buffer.concat([
    Buffer.from(`title,url\n${TITLE},https://a.example/1\n`),
    windows1252(`${TITLE},https://a.example/2\n`),
    Buffer.from(`${TITLE},https://a.example/3\n`),
  ]);
  const { articles, problems } = await readOne("x", mixed);
  expect(articles.map(({ record, repairs }) => [record.title, repairs])).toEqual([
    [TITLE, 0],
    [TITLE, 1],
    [TITLE, 0],
  ]);
  expect(problems).toEqual(["x:3: repaired: read as Windows-1252"]);
});

test("Markdown and JSON may have lines in Windows-1252", async () => {
  const text = markdown(1).replace("Story 1", TITLE);
  const read = await readOne("x", windows1252(text));
  expect(read.records[0]?.title).toBe(TITLE);
  expect(read.problems).toEqual(["x:2: repaired: read as Windows-1252"]);
  const json = JSON.stringify([story(1, { title: TITLE })], null, 1);
  expect((await readOne("x", windows1252(json))).records[0]?.title).toBe(TITLE);
});

test("half a character is replaced and reported", async () => {
  const line = `{"title":"half \\ud83d","webUrl":"https://a.example/1","type":"article","provider":{"name":"A","domain":"a.example"}}`;
  const { records, problems } = await readOne("x", `${line}\n${line.replace("/1", "/2")}`);
  expect(records.map(({ title }) => title)).toEqual(["half \ufffd", "half \ufffd"]);
  expect(problems).toEqual([
    String.raw`x:1: title: repaired: lone-surrogate, found "half \ud83d"`,
    String.raw`x:2: title: repaired: lone-surrogate, found "half \ud83d"`,
  ]);
});

test("text is cut between characters wherever the bytes are split", async () => {
  const title = "日本語🙂é".repeat(60);
  const lines = Array.from({ length: 300 }, (_, i) => JSON.stringify(story(i, { title })));
  const oneLine = `[${lines.join(",")}]`;
  for (const text of [lines.join("\n"), oneLine]) {
    const { records, problems } = await readOne("x", text);
    expect(problems).toEqual([]);
    expect(records.length).toBe(300);
    expect(records.every((record) => record.title === title)).toBe(true);
  }
});
