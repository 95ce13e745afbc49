import { expect, test } from "vitest";
import { isIgnoredPath, isUnsafe } from "../../../../core/import/archives/member-path.ts";

test.each([
  ["a/.git/config", true],
  [".DS_Store", true],
  ["__MACOSX/a.md", true],
  ["a/node_modules/b.json", true],
  ["./a.md", false],
  ["../a.md", false],
  ["a/b.md", false],
  ["a.b/c.md", false],
  ["my__MACOSX/a.md", false],
  ["a\\.git", false],
])("%s is ignored: %s", (path, expected) => {
  expect(isIgnoredPath(path)).toBe(expected);
});

test.each([
  ["../a.md", true],
  ["a/../../b.md", true],
  ["a\\..\\b.md", true],
  ["/etc/passwd", true],
  ["\\\\server\\a.md", true],
  ["C:\\a.md", true],
  ["c:a.md", true],
  ["a\0.md", true],
  ["a/..b.md", false],
  ["a/b..md", false],
  ["ab:c.md", false],
  ["./a.md", false],
])("%j leads out of its archive: %s", (path, expected) => {
  expect(isUnsafe(path)).toBe(expected);
});
