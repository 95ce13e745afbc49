import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { readGivenData } from "../../../scripts/build/given-data.ts";

let folder: string;
beforeEach(async () => {
  vi.restoreAllMocks();
  folder = join(await mkdtemp(join(tmpdir(), "given-data-")), "harbour");
  await mkdir(folder);
});
afterEach(() => rm(join(folder, ".."), { recursive: true }));

const article = (url: string) => JSON.stringify({ title: `Story at ${url}`, url });

describe("articles that are given to be bundled", () => {
  test("are read as import reads them, and named after their path", async () => {
    await writeFile(join(folder, "1.jsonl"), `${article("https://a.example/1")}\n`);
    await writeFile(join(folder, "2.csv"), "title,url\nStory B,https://b.example/1\n");
    const { manifest, records } = await readGivenData(folder);
    expect(manifest).toEqual({
      id: "given",
      name: "harbour",
      description: "",
      licence: "",
      source: "",
    });
    expect(records.map(({ title }) => title)).toEqual(["Story at https://a.example/1", "Story B"]);
  });

  test("that cannot be used are left out, with a line for each of the first twenty", async () => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const bad = Array.from({ length: 25 }, () => '{"title":"No address"}');
    await writeFile(join(folder, "1.jsonl"), [article("https://a.example/1"), ...bad].join("\n"));
    const { records } = await readGivenData(folder);
    expect(records.length).toBe(1);
    const lines = warned.mock.calls.map(([line]) => String(line));
    expect(lines.length).toBe(21);
    expect(lines[0]).toMatch(/1\.jsonl:2/);
    expect(lines.at(-1)).toMatch(/^and \d+ more$/);
  });

  test("are refused when there is none", async () => {
    await writeFile(join(folder, "1.jsonl"), "");
    await expect(readGivenData(folder)).rejects.toThrow("holds no article that can be used");
  });

  test("are refused at a path that does not exist", async () => {
    await expect(readGivenData(join(folder, "gone"))).rejects.toThrow(/gone/);
  });
});
