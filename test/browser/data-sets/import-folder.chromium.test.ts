import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeMarkdown } from "../../../core/export/write-markdown.ts";
import { record } from "../../fixtures/records.ts";
import { OptionsPage } from "../../harness/options-page.ts";
import { useBrowser } from "../session.ts";

const FILES = 3000;

const session = useBrowser(() => undefined);
const root = mkdtempSync(join(tmpdir(), "folders-"));
const folder = join(root, "articles");
afterAll(() => rmSync(root, { recursive: true }));

let options: OptionsPage;
beforeAll(async () => {
  mkdirSync(join(folder, "old"), { recursive: true });
  mkdirSync(join(folder, ".git"));
  writeFileSync(join(folder, ".git", "HEAD"), "ref: refs/heads/main\n");
  writeFileSync(join(folder, "README.md"), "# Our articles\n");
  for (let i = 0; i < FILES; i++)
    writeFileSync(
      join(folder, i % 3 === 0 ? "old" : "", `${i}.md`),
      writeMarkdown(record(`https://outlet${i % 30}.example/${i}`, { excerpt: "x".repeat(1800) })),
    );
  options = await OptionsPage.open(session.browser);
});

const summary = async () =>
  (await options.waitForPanel("Before it is added")).replaceAll(/\s+/g, " ");

/** Counts the turns that other work of the page gets from when it hears of the chosen files until it has read them. */
function countTurns(): Promise<void> {
  return options.view.run((document) => {
    const { port1, port2 } = new MessageChannel();
    let turns = 0;
    port1.onmessage = () => {
      document.body.dataset["turns"] = String(++turns);
      if (document.querySelector(".import-form") === null) port2.postMessage(null);
    };
    const start = () => port2.postMessage(null);
    document.addEventListener("change", start, { capture: true, once: true });
  });
}

test("a chosen folder is read with everything in it, and the page stays responsive", async () => {
  await countTurns();
  await options.chooseFolder(folder);
  expect(await summary()).toContain(
    "Articles 3,000 Outlets 30 Sites 30 Dates Not stated Quality Not rated Duplicates 0 Records rejected 0 Records repaired 0 Fields left out 0 Files passed over 2 ",
  );
  const turns = await options.view.run((document) => Number(document.body.dataset["turns"]));
  expect(turns).toBeGreaterThan(FILES / 10);
  await options.pressButton("Cancel", ".import-form");
});

test("a dropped folder and a dropped file are read, too", async () => {
  const loose = join(root, "loose.json");
  writeFileSync(loose, JSON.stringify([record("https://loose.example/1")]));
  const place = await options.page.$(".drop-zone");
  const box = await place?.boundingBox();
  if (box == null) throw new Error("nowhere to drop");
  const client = await options.page.createCDPSession();
  const data = { items: [], files: [join(folder, "old"), loose], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await client.send("Input.dispatchDragEvent", { type, x: box.x + 20, y: box.y + 20, data });
  expect(await summary()).toContain("Articles 1,001 Outlets 11 ");
  await options.pressButton("Cancel", ".import-form");
});
