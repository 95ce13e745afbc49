import { expect, test } from "vitest";
import { wordChanges } from "../../../core/compare/word-changes.ts";

/** The changes as one line: `[-removed-]`, `{+added+}`. */
function line(before: string, after: string): string {
  const written = { same: ["", ""], removed: ["[-", "-]"], added: ["{+", "+}"] } as const;
  return wordChanges(before, after)
    .map(({ text, kind }) => written[kind].join(text))
    .join("");
}

test.each([
  ["Mayor denies deal", "Mayor admits deal", "Mayor [-denies -]{+admits +}deal"],
  ["Bridge closed", "Bridge closed for weeks", "Bridge closed {+for weeks+}"],
  ["Breaking: bridge closed", "Bridge closed", "[-Breaking: bridge -]{+Bridge +}closed"],
  ["Bridge closed", "Bridge closed", "Bridge closed"],
  ["", "Bridge", "{+Bridge+}"],
  ["a b c d e", "b x d e y", "[-a -]b [-c -]{+x +}d e {+y+}"],
  ["one two three four", "three four one two", "[-one two -]three four {+one two+}"],
  ["橋が閉鎖された", "橋が再開された", "橋が[-閉鎖-]{+再開+}された"],
])("%j became %j", (before, after, changes) => {
  expect(line(before, after)).toBe(changes);
});

test("the parts give both versions back", () => {
  const [before, after] = [
    "12 dead as storm hits the north",
    "At least 14 killed as storm leaves north",
  ];
  const parts = wordChanges(before, after);
  const without = (kind: string) =>
    parts.flatMap((part) => (part.kind === kind ? [] : [part.text.trim()])).join(" ");
  expect(without("added").split(/\s+/)).toEqual(before.split(" "));
  expect(without("removed").split(/\s+/)).toEqual(after.split(" "));
});

test("no more than 1000 characters are compared", () => {
  const [part] = wordChanges("a".repeat(3000), "a".repeat(2000));
  expect(part?.text).toHaveLength(1000);
});
