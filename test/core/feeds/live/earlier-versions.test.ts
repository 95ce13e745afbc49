import { expect, test } from "vitest";
import { withEarlierVersions } from "../../../../core/feeds/live/earlier-versions.ts";
import { readRecord } from "../../../../core/record/read-record.ts";
import { record } from "../../../fixtures/records.ts";

const NOON = Date.UTC(2026, 10, 30, 12);
const MINUTE = 60_000;
const STORED = { title: "Mayor denies deal", excerpt: "She will speak.", history: [] };
const revised = (title: string, excerpt?: string) =>
  record("https://a.example/1", { title, ...(excerpt !== undefined && { excerpt }) });

test("a changed article keeps what it said before, and until when", () => {
  const changed = withEarlierVersions(revised("Mayor admits deal", "She spoke."), STORED, NOON);
  expect(changed).toMatchObject({ title: "Mayor admits deal", excerpt: "She spoke." });
  expect(changed.history).toEqual([
    {
      title: "Mayor denies deal",
      excerpt: "She will speak.",
      replacedDateTime: "2026-11-30T12:00:00.000Z",
    },
  ]);
});

test("the record with its history is read as it is written", () => {
  const changed = withEarlierVersions(revised("Mayor admits deal"), STORED, NOON);
  const { record: read, problems } = readRecord(changed, { file: "", lineOf: () => null });
  expect(problems).toEqual([]);
  expect(read).toEqual(changed);
});

test("an article that says the same keeps its history and gets nothing new", () => {
  const same = revised(STORED.title, STORED.excerpt);
  expect(withEarlierVersions(same, STORED, NOON)).toBe(same);
  const history = [{ title: "Mayor is silent", excerpt: "", replaced: NOON }];
  expect(withEarlierVersions(same, { ...STORED, history }, NOON).history).toEqual([
    { title: "Mayor is silent", replacedDateTime: "2026-11-30T12:00:00.000Z" },
  ]);
});

test("what another feed says differently is no change", () => {
  const other = revised("Deal: mayor denies");
  expect(withEarlierVersions(other, STORED, null)).toBe(other);
});

/** The headlines before the last one of an article that had these, one after the other. */
function earlier(...titles: readonly string[]): (string | undefined)[] {
  const [first = "", ...others] = titles;
  let stored = {
    title: first,
    excerpt: "",
    history: [] as { title: string; excerpt: string; replaced: number }[],
  };
  for (const [i, title] of others.entries()) {
    const { history = [] } = withEarlierVersions(revised(title), stored, NOON + i * MINUTE);
    stored = {
      title,
      excerpt: "",
      history: history.map((one) => ({
        title: one.title,
        excerpt: "",
        replaced: Date.parse(one.replacedDateTime),
      })),
    };
  }
  return stored.history.map(({ title }) => title);
}

test("of many versions five are kept, the first one and the latest", () => {
  expect(earlier("One", "Two", "Three", "Four", "Five", "Six", "Seven")).toEqual([
    "One",
    "Three",
    "Four",
    "Five",
    "Six",
  ]);
});

test("versions that differ in figures only make room first", () => {
  expect(earlier("One", "Two", "1 dead", "2 dead", "Three", "Four", "Five")).toEqual([
    "One",
    "Two",
    "2 dead",
    "Three",
    "Four",
  ]);
});
