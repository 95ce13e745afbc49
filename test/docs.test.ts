import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const DECISIONS = readdirSync(join(ROOT, "docs/decisions"));
const DOCUMENTS = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(ROOT, "docs")).map((name) => `docs/${name}`),
  ...DECISIONS.map((name) => `docs/decisions/${name}`),
].filter((path) => path.endsWith(".md"));
/** A path of the repository: it begins with one of its folders. */
const PATH = /^(?:core|platform|components|entrypoints|scripts|test|docs|data|public)\/[\w./-]*$/;

const text = (path: string) => readFileSync(join(ROOT, path), "utf8");

test.each(DOCUMENTS)("every path that %s names exists", (document) => {
  const named = Array.from(text(document).matchAll(/`([^`\n]+)`/g), ([, path = ""]) => path);
  const missing = named.filter((path) => PATH.test(path) && !existsSync(join(ROOT, path)));
  expect(missing).toEqual([]);
});

test.each(DOCUMENTS)("every link within the repository in %s leads to a file", (document) => {
  const links = Array.from(text(document).matchAll(/\]\(([^)#\s]+)/g), ([, link = ""]) => link);
  const missing = links.filter(
    (link) => !/^https?:/.test(link) && !existsSync(join(ROOT, dirname(document), link)),
  );
  expect(missing).toEqual([]);
});

test("docs/architecture.md has at most 200 lines", () => {
  expect(text("docs/architecture.md").trimEnd().split("\n").length).toBeLessThanOrEqual(200);
});

test("docs/decisions/README.md lists every decision", () => {
  const list = text("docs/decisions/README.md");
  const unlisted = DECISIONS.filter((name) => name !== "README.md" && !list.includes(`(${name})`));
  expect(unlisted).toEqual([]);
});
