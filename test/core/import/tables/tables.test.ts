import { describe, expect, test } from "vitest";
import { readAll, readOne, story } from "../reading.ts";

const rows = (...lines: string[]) => `${lines.join("\n")}\n`;

test("a tab-separated table is read by the names of its columns", async () => {
  const { records, problems } = await readOne(
    "stories.tsv",
    rows(
      "id\ttitle\turl\tpublisher\tcategory\tstory\thostname\ttimestamp",
      "1\tA story\thttp://www.paper.example/a\\?track=rss\tThe Paper\tb\tddUyU0\twww.paper.example\t1394470370698",
      "2\tB story\thttp://paper.example/b\tThe Paper\tb\tddUyU0\tpaper.example\t1394470371207",
    ),
  );
  expect(records).toEqual([
    {
      title: "A story",
      webUrl: "http://www.paper.example/a?track=rss",
      publishedDateTime: "2014-03-10T16:52:50.698Z",
      type: "article",
      provider: { name: "The Paper", domain: "paper.example" },
      category: "b",
    },
    {
      title: "B story",
      webUrl: "http://paper.example/b",
      publishedDateTime: "2014-03-10T16:52:51.207Z",
      type: "article",
      provider: { name: "The Paper", domain: "paper.example" },
      category: "b",
    },
  ]);
  expect(problems).toEqual([
    String.raw`stories.tsv:2: webUrl: repaired: stray backslash, found "http://www.paper.example/a\\?track=rss"`,
  ]);
});

test("columns have many names, in any order and case", async () => {
  const { records, problems } = await readOne(
    "x",
    rows(
      "Link;HEADLINE;Site Name;First_Seen;Summary;Score;Heat;Keywords;Type;Image;Unknown",
      "https://www.paper.example/a;A;The Paper;2016-05-01;Short;59.5;-1;AI|Law;video;https://paper.example/a.jpg;x",
    ),
  );
  expect(problems).toEqual([]);
  expect(records).toEqual([
    {
      title: "A",
      excerpt: "Short",
      publishedDateTime: "2016-05-01T00:00:00Z",
      webUrl: "https://www.paper.example/a",
      type: "video",
      provider: { name: "The Paper", domain: "paper.example" },
      quality: 59.5,
      heat: -1,
      topics: ["AI", "Law"],
      images: [{ url: "https://paper.example/a.jpg" }],
    },
  ]);
});

test("a user name in an address is not read as its host, nor reported", async () => {
  const { problems } = await readOne("x", rows("title,url", "A,https://user:pw@a.example/1"));
  expect(problems).toEqual([
    'x:2: webUrl: dropped: expected an address without name and password in it, found "https://…@a.example/1"',
    'x:2: webUrl: rejected: expected an http or https address in webUrl or originalUrl, found "https://…@a.example/1"',
  ]);
});

test("an outlet without name or host gets those of the address", async () => {
  const { records, problems } = await readOne(
    "x",
    rows("title,url", "A,https://www.paper.example/a"),
  );
  expect(records[0]?.provider).toEqual({ name: "paper.example", domain: "paper.example" });
  expect(problems).toEqual([]);
});

test.each([
  ["milliseconds since 1970", "1394470370698", "2014-03-10T16:52:50.698Z"],
  ["seconds since 1970", "1394470370", "2014-03-10T16:52:50.000Z"],
  ["seconds before 1970", "-1000000000", "1938-04-24T22:13:20.000Z"],
  ["a day", "2014-03-10", "2014-03-10T00:00:00Z"],
  ["a day and time", "2014-03-10 16:52:50", "2014-03-10T16:52:50Z"],
  ["a zone without colon", "2014-03-10T16:52:50-0400", "2014-03-10T16:52:50-04:00"],
])("a time may be %s", async (_, cell, time) => {
  const { records, problems } = await readOne(
    "x",
    rows("title,url,time", `A,https://a.example/a,${cell}`),
  );
  expect(problems).toEqual([]);
  expect(records[0]?.publishedDateTime).toBe(time);
});

test.each(["2014", "99999999999999", "1500-01-01", "2100-01-01", "yesterday"])(
  "a time %s is dropped and reported",
  async (cell) => {
    const { records, problems } = await readOne(
      "x",
      rows("title,url,time", `A,https://a.example/a,${cell}`),
    );
    expect(records[0]?.publishedDateTime).toBeUndefined();
    expect(problems).toEqual([
      `x:2: publishedDateTime: dropped: expected a time such as 2022-04-15T17:04:00Z, between 1600 and 2100, found "${cell}"`,
    ]);
  },
);

test.each(["03/10/2024", "3-10-2024, 8:30 PM", "12/12/2024"])(
  "the message about %s says that its day and month cannot be distinguished, and what to do",
  async (cell) => {
    const { records, problems } = await readOne(
      "x",
      rows("title;url;time", `A;https://a.example/a;${cell}`),
    );
    expect(records[0]?.publishedDateTime).toBeUndefined();
    expect(problems).toEqual([
      `x:2: publishedDateTime: dropped: expected a date whose day and month cannot be mistaken for each other: put the year first, as in 2024-10-03, found "${cell}"`,
    ]);
  },
);

test.each(["2024-02-30", "13/13/2024", "10.13.2024", "Sun, 10 Mrz 2024 12:00:00 GMT"])(
  "a time %s that cannot be read is reported as the file has it",
  async (cell) => {
    const { records, problems } = await readOne(
      "x",
      rows("title;url;time", `A;https://a.example/a;${cell}`),
    );
    expect(records[0]?.publishedDateTime).toBeUndefined();
    expect(problems).toEqual([
      `x:2: publishedDateTime: dropped: expected a time such as 2022-04-15T17:04:00Z, between 1600 and 2100, found "${cell}"`,
    ]);
  },
);

test("times with dots and decimal commas are read, and reported", async () => {
  const { records, problems } = await readOne(
    "x",
    rows("title;url;time;quality", "A;https://a.example/a;10.03.2024;0,75"),
  );
  expect(records[0]).toMatchObject({ publishedDateTime: "2024-03-10T00:00:00Z", quality: 0.75 });
  expect(problems).toEqual([
    'x:2: publishedDateTime: repaired: expected a time such as 2022-04-15T17:04:00Z, between 1600 and 2100, found "10.03.2024"',
    'x:2: quality: repaired: expected a number, found "0,75"',
  ]);
});

test.each([
  ["12,5", 12.5],
  ["-0,125", -0.125],
  ["1234,567", 1234.567],
])("a decimal comma is read when it is unambiguous: %s", async (cell, quality) => {
  const { records } = await readOne("x", rows("title;url;score", `A;https://a.example/a;${cell}`));
  expect(records[0]?.quality).toBe(quality);
});

test.each(["1,234", "1.234,5", "1,2,3"])("a number %s is not guessed at", async (cell) => {
  const { records, problems } = await readOne(
    "x",
    rows("title;url;score", `A;https://a.example/a;${cell}`),
  );
  expect(records[0]?.quality).toBeUndefined();
  expect(problems).toEqual([`x:2: quality: dropped: expected a number, found "${cell}"`]);
});

describe("when columns cannot be recognised by name", () => {
  const table = rows(
    "a\tb\tc",
    "https://paper.example/a\tShort\tThe longest text of the row",
    "https://paper.example/b\tShort\tThe longest text again",
  );

  test("they are asked for, with rows and a guess, and nothing is read", async () => {
    const { columns, records, problems } = await readOne("x", table);
    expect({ records, problems }).toEqual({ records: [], problems: [] });
    expect(columns).toEqual([
      {
        kind: "columns",
        file: "x",
        header: ["a", "b", "c"],
        sample: [
          ["https://paper.example/a", "Short", "The longest text of the row"],
          ["https://paper.example/b", "Short", "The longest text again"],
        ],
        guess: { title: 2, url: 0 },
        missing: ["title", "url"],
      },
    ]);
  });

  test("dates and numbers are not read as titles, however long they are", async () => {
    const german = rows(
      "Titel;Adresse;Datum",
      "Brücke zu;https://blatt.example/1;10.03.2024 08:00:00",
    );
    const { columns } = await readOne("x", german);
    expect(columns[0]?.guess).toEqual({ title: 0, url: 1 });
  });

  test("they can be given", async () => {
    const { records, columns } = await readOne("x", table, { columns: { title: "c", url: "a" } });
    expect(columns).toEqual([]);
    expect(records.map(({ title }) => title)).toEqual([
      "The longest text of the row",
      "The longest text again",
    ]);
  });

  test("they are given for tables with the same header, not for others", async () => {
    const file = (name: string, text: string) => ({
      path: name,
      folder: "",
      blob: new Blob([text]),
    });
    const { records, columns } = await readAll(
      [
        file("one", "Wort,Netz\nAlpha beta,https://q.example/5\n"),
        file("other", "Autor,Netz\nJoe,https://q.example/7\n"),
      ],
      { tables: [{ header: ["Wort", "Netz"], columns: { title: 0, url: 1 } }] },
    );
    expect(records.map(({ title }) => title)).toEqual(["Alpha beta"]);
    expect(columns.map(({ file }) => file)).toEqual(["other"]);
  });

  test("a missing column is asked for again", async () => {
    const { columns } = await readOne("x", table, { columns: { title: "c", url: "z" } });
    expect(columns.map(({ missing }) => missing)).toEqual([["url"]]);
  });

  test.each(["\n", "\r\n"])("a header before many empty lines is one (%j)", async (end) => {
    const { records } = await readOne("x", `title,url${end.repeat(70_000)}A,https://a.example/1`);
    expect(records.map(({ title }) => title)).toEqual(["A"]);
  });

  test("no more than 5 rows are shown", async () => {
    const { columns } = await readOne("x", `a\tb\n${"1\t2\n".repeat(1000)}`);
    expect(columns.map(({ sample }) => sample.length)).toEqual([5]);
  });
});

test("in TSV quotes are text, but around a cell with all quotes inside doubled", async () => {
  const { records } = await readOne(
    "x",
    rows(
      "title\turl",
      '"A" and "B"\thttps://a.example/1',
      '"She said ""no"""\thttps://a.example/2',
      '6" of snow\thttps://a.example/3',
      '"\thttps://a.example/4',
    ),
  );
  expect(records.map(({ title }) => title)).toEqual([
    '"A" and "B"',
    'She said "no"',
    '6" of snow',
    '"',
  ]);
});

test("a header __proto__ is only a name", async () => {
  const { records } = await readOne(
    "x",
    rows("title,url,__proto__,constructor", "A,https://a.example/1,polluted,polluted"),
  );
  expect(records).toEqual([
    {
      title: "A",
      webUrl: "https://a.example/1",
      type: "article",
      provider: { name: "a.example", domain: "a.example" },
    },
  ]);
  expect("polluted" in {}).toBe(false);
});

test.each([
  ["JSON Lines", JSON.stringify(story(1)), JSON.stringify(story(2))],
  ["CSV", "title,url\nA,https://a.example/1", "B,https://a.example/2"],
])("a million empty lines in %s are passed over", async (_, before, after) => {
  for (const blank of ["\n", "\r\n"]) {
    const { articles, problems } = await readOne(
      "x",
      `${before}\n${blank.repeat(1_000_000)}${after}\n`,
    );
    expect(problems).toEqual([]);
    expect(articles.map(({ line }) => line)).toEqual(
      before.includes("url\n") ? [2, 1_000_003] : [1, 1_000_002],
    );
  }
});
