import { describe, expect, test } from "vitest";
import { plainName } from "../../../../core/import/tables/column-names.ts";
import { findColumns, guessColumns, nameOfColumn } from "../../../../core/import/tables/columns.ts";

/** The field that each column of a header is for, by its name. */
function fields(...args: Parameters<typeof findColumns>) {
  const [header] = args;
  const { indexes } = findColumns(...args);
  return Object.fromEntries(Array.from(indexes, ([field, index]) => [field, header[index]]));
}

describe("names of a column for", () => {
  test.each([
    [
      "title",
      "title, headline, Title.Rendered, headline.main, webTitle, Full Title, article_title, news title, document.title",
    ],
    [
      "url",
      "webUrl, url, link, canonical, canonical url, external-url, article url, news url, page url, source url, resolved url, given url, permalink, href, canonical.href, alternate.href, link.href, Document Identifier, URI",
    ],
    [
      "hostname",
      "hostname, domain, host, source.domain, publisher.domain, source.uri, thread.site, clean_url, media url",
    ],
    [
      "publisher",
      "provider.name, publisher.name, Source Name, source.title, origin.title, feed.title, publication.name, Publication Title, container-title, media name, outlet name, publisher, publication, outlet, source, provider, site name, news site, newspaper",
    ],
    [
      "timestamp",
      "publishedDateTime, publishedAt, datePublished, pubDate, published_date, publish date, date_publish, publication date, publication timestamp, publication time, published time, published on, article published time, webPublicationDate, first published at, dateTimePub, dateTime, timestamp, date_gmt, date, published, published_utc, seenDate, first_seen, issued, time",
    ],
    ["timeOfDay", "time of day, timeOfDay"],
    [
      "excerpt",
      "excerpt, description, summary, abstract, short description, snippet, excerpt.rendered, summary.content, fields.trailText, opening text, lead_paragraph, Abstract Note, standfirst, teaser, lead, dek",
    ],
    ["quality", "quality, score, rating"],
    ["topics", "topics, tags, keywords, des_facet"],
    ["language", "language, lang, inLanguage"],
    ["image", "image, urlToImage, image_url, top image, social image, thumbnail, cover"],
    ["category", "category, section, section name"],
    ["type", "type, Type"],
    ["originalUrl", "originalUrl, original url"],
    ["provider.domain", "provider.domain"],
    ["provider.images", "provider.images"],
    ["heat", "heat"],
  ])("%s: %s", (field, names) => {
    for (const name of names.split(", ")) expect(fields([name])).toEqual({ [field]: name });
    expect(fields([""])).toEqual({});
  });

  test("no field are others", () => {
    expect(fields(["author", "@type", "#", "", "id"])).toEqual({});
  });
});

describe("of several columns with names of one field", () => {
  test("the one with the best name is taken, wherever it is", () => {
    expect(fields(["link", "webUrl", "url"])).toEqual({ url: "webUrl" });
  });

  test("of two with the same name the first is taken", () => {
    expect(findColumns(["title", "Title", "url"]).indexes).toEqual(
      new Map([
        ["title", 0],
        ["url", 2],
      ]),
    );
  });

  test("a second time may be the time of day", () => {
    expect(fields(["title", "url", "date", "time"])).toEqual({
      title: "title",
      url: "url",
      timestamp: "date",
      timeOfDay: "time",
    });
  });
});

describe("a list of saved pages", () => {
  test("of bookmarks has its titles as descriptions, and no time of publication", () => {
    expect(fields(["href", "description", "extended", "time", "tags"])).toEqual({
      title: "description",
      url: "href",
      excerpt: "extended",
      topics: "tags",
    });
  });

  test("of a reading list has no time of publication", () => {
    expect(fields(["URL", "Title", "Selection", "Folder", "Timestamp"])).toEqual({
      title: "Title",
      url: "URL",
    });
  });

  test("is one by all its columns only", () => {
    expect(fields(["href", "description", "time"])).toEqual({
      url: "href",
      excerpt: "description",
      timestamp: "time",
    });
    expect(fields(["url", "folder", "selection", "date"])).toEqual({
      url: "url",
      timestamp: "date",
    });
  });
});

describe("required columns that are missing are named", () => {
  test.each<[string[], string[]]>([
    [["title", "url"], []],
    [["title"], ["url"]],
    [["link"], ["title"]],
    [
      ["a", "b"],
      ["title", "url"],
    ],
  ])("of %j: %j", (header, missing) => {
    expect(findColumns(header).missing).toEqual(missing);
  });
});

describe("a mapping that the user gave", () => {
  const HEADER = ["Titel", "Adresse", "title", "url"];

  test("comes before the names of columns", () => {
    expect(fields(HEADER, { title: "Titel", url: 1 })).toEqual({ title: "Titel", url: "Adresse" });
  });

  test("names a column in any spelling, the exact one first", () => {
    expect(fields(HEADER, { title: "ADRESSE" })).toMatchObject({ title: "Adresse" });
    expect(findColumns(["A", "a"], { title: "a" }).indexes.get("title")).toBe(1);
  });

  test("names a column by its place, unless a column has that name", () => {
    expect(fields(HEADER, { title: "column 2" })).toMatchObject({ title: "Adresse" });
    expect(fields(HEADER, { title: " Column2 " })).toMatchObject({ title: "Adresse" });
    expect(fields(["a", "b", "column 1"], { title: "column 1" })).toEqual({ title: "column 1" });
  });

  test.each(["column 0", "column 5", "column", "column x", "my column 2", "column 2nd", "nothing"])(
    "by %s names none",
    (name) => {
      expect(fields(HEADER, { title: name })).toEqual({ title: "title", url: "url" });
    },
  );

  test.each([-1, 4])("by the number %i names none", (index) => {
    expect(fields(HEADER, { title: index })).toEqual({ title: "title", url: "url" });
  });

  test("uses no column twice", () => {
    expect(fields(HEADER, { title: 0, url: 0 })).toEqual({ title: "Titel", url: "url" });
  });
});

test("the plain form of a name has no case, blanks and punctuation, but the sign of JSON-LD", () => {
  expect(plainName("Source Name")).toBe("sourcename");
  expect(plainName("source.name")).toBe("sourcename");
  expect(plainName("Größe_2")).toBe("größe2");
  expect(plainName("@type")).toBe("@type");
  expect(plainName("a@b")).toBe("ab");
});

test("a message calls a column by its name, or by its place", () => {
  expect(nameOfColumn("Titel", 2)).toBe("Titel");
  expect(nameOfColumn(" ", 2)).toBe("column 3");
  expect(nameOfColumn(undefined, 0)).toBe("column 1");
});

describe("a guess by the cells of the first rows", () => {
  function guess(header: readonly string[], ...rows: readonly string[][]) {
    return guessColumns(header, rows, findColumns(header));
  }
  const ADDRESS = "https://a.example/1";

  test("is the first column with an address in each row, and the one with the most letters", () => {
    expect(
      guess(
        ["a", "b", "c", "d"],
        ["x", ADDRESS, "A long headline", ADDRESS],
        ["y", ADDRESS, "", ADDRESS],
      ),
    ).toEqual({ title: 2, url: 1 });
  });

  test("keeps the columns that were found by name", () => {
    expect(guess(["x", "title", "date"], [ADDRESS, "T", "A long text"])).toEqual({
      title: 1,
      url: 0,
      timestamp: 2,
    });
    expect(guess(["url", "x"], [ADDRESS, "A"])).toEqual({ title: 1, url: 0 });
  });

  test("takes no column of which a row has no address", () => {
    expect(guess(["a", "b"], [ADDRESS, "A"], ["none", "B"])).toEqual({ title: 0 });
    expect(guess(["a", "b"], [ADDRESS], [])).toEqual({});
  });

  test("takes no address, date or number for a title", () => {
    expect(guess(["a", "b", "c"], [ADDRESS, "2024-03-10 12:00", "7"])).toEqual({ url: 0 });
  });

  test("takes no whole text for a title", () => {
    expect(guess(["a", "b"], ["A", "x".repeat(121)])).toEqual({ title: 0 });
    expect(guess(["a", "b"], ["A", "x".repeat(120)])).toEqual({ title: 1 });
    expect(guess(["a", "b"], ["A", "x".repeat(200)], ["A", "x"])).toEqual({ title: 1 });
  });

  test("is none without rows", () => {
    expect(guess(["a", "b"])).toEqual({});
  });
});
