import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { builtExtension } from "../../../test/harness/drive-browser.ts";
import type { BrowserName } from "../../../test/harness/installed-browsers.ts";
import {
  type ExtensionCopy,
  permittedExtension,
} from "../../../test/harness/permitted-extension.ts";
import { notePaint } from "./note-paint.ts";
import { ADD_TIMED_LISTENER, timeLookUps } from "./time-look-ups.ts";

const SCRIPT = "note-paint.js";
/** An empty page of the measured copy, from which its background can be asked. */
export const NOTES_PAGE = "notes.html";
/** Where the built background listens for messages, by whatever name it has the browser's interface. */
const ADD_LISTENER = /[\w$]+(?:\.default)?\.runtime\.onMessage\.addListener(?=\()/;

/**
 * A copy of the built extension in which the sidebar notes when its list is on the screen, and the
 * background how long its look-ups take. What is shipped holds no code for that.
 */
export async function measuringExtension(browser: BrowserName): Promise<ExtensionCopy> {
  const copy = await permittedExtension(builtExtension(browser), []);
  const [sidebar, background] = ["sidebar.html", "background.js"].map((name) =>
    join(copy.folder, name),
  ) as [string, string];
  await writeFile(join(copy.folder, NOTES_PAGE), "<!doctype html><title>Notes</title>");
  await writeFile(join(copy.folder, SCRIPT), `(${notePaint})();\n`);
  await change(sidebar, (page) =>
    page.replace("<head>", `<head><script src="/${SCRIPT}"></script>`),
  );
  await change(background, (code) => code.replace(ADD_LISTENER, ADD_TIMED_LISTENER));
  await change(background, (code) => `(${timeLookUps})();\n${code}`);
  return copy;
}

async function change(file: string, edit: (text: string) => string): Promise<void> {
  const before = await readFile(file, "utf8");
  const after = edit(before);
  if (after === before) throw new Error(`${file} is not as it was expected`);
  await writeFile(file, after);
}
