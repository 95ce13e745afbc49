import { beforeAll, describe, expect, test } from "vitest";
import { encodeTrailer } from "../../../core/data-set-file/trailer.ts";
import { openPackagedFile } from "../../../platform/indexing/packaged-file.ts";

const PAGE = 262_144;
/** 36 pages and a bit, of which the last page is read when the file is opened. */
const SIZE = 36 * PAGE + 1000;

/** A file with other bytes everywhere, and a trailer at its end. */
let content: Uint8Array<ArrayBuffer>;
beforeAll(() => {
  content = new Uint8Array(SIZE);
  for (let i = 0; i < SIZE; i++) content[i] = (i * 31 + (i >> 8)) & 255;
  const directory = content.subarray(SIZE - 124, SIZE - 24);
  content.set(encodeTrailer(SIZE - 124, directory), SIZE - 24);
});

/** A browser that gives the ranges that are asked for, and lists them. */
function served(isFailing: (range: string) => boolean = () => false) {
  const asked: string[] = [];
  const fetchRange = async (range: string) => {
    asked.push(range);
    if (isFailing(range)) throw new TypeError("Failed to fetch");
    const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
    if (from === "") return content.slice(-Number(to));
    return content.slice(Number(from), Number(to) + 1);
  };
  return { asked, fetchRange };
}

describe("a browser that gives parts of a packaged file", () => {
  test("is asked for the end of the file, which tells its size", async () => {
    const { asked, fetchRange } = served();
    const { size, read } = await openPackagedFile(fetchRange);
    expect(size).toBe(SIZE);
    expect(await read(SIZE - 100, SIZE)).toEqual(content.slice(-100));
    expect(asked).toEqual(["bytes=-262144"]);
  });

  test("is asked for whole pages, each once", async () => {
    const { asked, fetchRange } = served();
    const { read } = await openPackagedFile(fetchRange);
    expect(await read(10, 20)).toEqual(content.slice(10, 20));
    expect(await read(30, 50)).toEqual(content.slice(30, 50));
    expect(asked.slice(1)).toEqual(["bytes=0-262143"]);
  });

  test("is asked once for concurrent reads", async () => {
    const { asked, fetchRange } = served();
    const { read } = await openPackagedFile(fetchRange);
    const found = await Promise.all([read(0, 3), read(5, 9), read(100, 200)]);
    expect(found.map(({ length }) => length)).toEqual([3, 4, 100]);
    expect(asked.length).toBe(2);
  });

  test.each([
    ["two pages", PAGE - 5, PAGE + 5],
    ["three pages", PAGE - 1, 2 * PAGE + 1],
    ["exactly a page", PAGE, 2 * PAGE],
    ["nothing", 40, 40],
    ["the last page and the one before", 35 * PAGE + 900, 36 * PAGE + 20],
    ["the whole file", 0, SIZE],
  ])("is read across borders: %s", async (_, start, end) => {
    const { read } = await openPackagedFile(served().fetchRange);
    const found = await read(start, end);
    expect(found.length).toBe(end - start);
    expect(Buffer.compare(found, content.slice(start, end))).toBe(0);
  });

  test("gives fewer bytes at the end of the file", async () => {
    const { read } = await openPackagedFile(served().fetchRange);
    expect(await read(SIZE - 3, SIZE + 9)).toEqual(content.slice(-3));
    const across = await read(SIZE - PAGE - 3, SIZE + 9);
    expect(across.length).toBe(PAGE + 3);
  });

  test("keeps the 32 pages that were read last", async () => {
    const { asked, fetchRange } = served();
    const { read } = await openPackagedFile(fetchRange);
    for (let page = 0; page < 33; page++) await read(page * PAGE, page * PAGE + 1);
    expect(asked.length).toBe(1 + 33);
    // 1 is used again: 2 is the page that was not read for the longest time.
    await read(PAGE, PAGE + 1);
    expect(asked.length).toBe(1 + 33);
    await read(0, 1);
    await read(PAGE, PAGE + 1);
    expect(asked.length).toBe(1 + 34);
    await read(2 * PAGE, 2 * PAGE + 1);
    expect(asked.length).toBe(1 + 35);
  });

  test("is asked again for what it failed to give", async () => {
    let isFailing = true;
    const { fetchRange } = served((range) => isFailing && range === "bytes=0-262143");
    const { read } = await openPackagedFile(fetchRange);
    await expect(read(0, 10)).rejects.toThrow("Failed to fetch");
    isFailing = false;
    expect(await read(0, 10)).toEqual(content.slice(0, 10));
  });
});

describe("a browser that gives a packaged file whole", () => {
  test("is asked once", async () => {
    let asked = 0;
    const { size, read } = await openPackagedFile(async () => {
      asked++;
      return content;
    });
    expect(size).toBe(SIZE);
    const found = await read(PAGE - 5, 3 * PAGE);
    expect(Buffer.compare(found, content.slice(PAGE - 5, 3 * PAGE))).toBe(0);
    expect(asked).toBe(1);
  });

  test("may give something else, which is passed on as it is", async () => {
    const page = new TextEncoder().encode("Not found");
    const { size, read } = await openPackagedFile(async () => page);
    expect(size).toBe(9);
    expect(await read(0, 9)).toEqual(page);
  });

  test("that fails is reported", async () => {
    const failing = openPackagedFile(async () => {
      throw new TypeError("Failed to fetch");
    });
    await expect(failing).rejects.toThrow("Failed to fetch");
  });
});
