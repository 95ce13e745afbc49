import { describe, expect, test } from "vitest";
import { file, readAll, readOne } from "./reading.ts";

// Answers and exports as people have them, each with invented content.

const FERRY = "https://www.paper.example/ferry";
const BRIDGE = "https://courier.example/bridge";
const NOON = "2024-03-27T12:00:00.000Z";

/** What is compared of an article: title, address, outlet, time, excerpt. */
type Shown = readonly [
  title: string,
  address: string,
  outlet: string,
  time: string | undefined,
  excerpt?: string | undefined,
];

async function shown(content: unknown) {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  const { records, problems, unused, rejected } = await readOne("x", text);
  const articles = records.map(({ title, webUrl, provider, publishedDateTime, excerpt }) => [
    title,
    webUrl,
    provider.name,
    publishedDateTime === undefined ? undefined : new Date(publishedDateTime).toISOString(),
    ...(excerpt === undefined ? [] : [excerpt]),
  ]);
  return { articles, problems, unused, rejected };
}

const ferry = (outlet: string, time: string | undefined, excerpt?: string): Shown =>
  excerpt === undefined
    ? ["Ferry returns", FERRY, outlet, time]
    : ["Ferry returns", FERRY, outlet, time, excerpt];

/** Each shape: its content, its first article, and the fields that are named as not used. */
const SHAPES: readonly (readonly [
  what: string,
  content: unknown,
  article: Shown,
  unused: readonly string[],
])[] = [
  [
    "a news service with the outlet in an object",
    {
      status: "ok",
      articles: [
        {
          source: { id: "paper", name: "The Paper" },
          author: "A",
          title: "Ferry returns",
          url: FERRY,
          description: "Two years.",
          publishedAt: NOON,
        },
      ],
    },
    ferry("The Paper", NOON, "Two years."),
    ["source.id", "author"],
  ],
  [
    "a newspaper's search, with names of its own",
    {
      response: {
        results: [
          {
            id: "1",
            sectionName: "City",
            webTitle: "Ferry returns",
            webUrl: FERRY,
            webPublicationDate: NOON,
            fields: { trailText: "Two years." },
          },
        ],
      },
    },
    ferry("paper.example", NOON, "Two years."),
    ["id"],
  ],
  [
    "a newspaper's archive, with headlines in objects and topics in lists of objects",
    {
      response: {
        docs: [
          {
            web_url: FERRY,
            headline: { main: "Ferry returns", kicker: "City" },
            abstract: "Two years.",
            source: "The Paper",
            pub_date: "2024-03-27T12:00:00+0000",
            keywords: [{ name: "subject", value: "Ferries" }],
          },
        ],
      },
    },
    ferry("The Paper", NOON, "Two years."),
    ["headline.kicker"],
  ],
  [
    "a feed reader's saved items, with addresses in lists",
    {
      items: [
        {
          id: "1",
          title: "Ferry returns",
          published: Date.parse(NOON),
          summary: { content: "<p>Two <b>years</b>.</p>" },
          alternate: [{ href: FERRY, type: "text/html" }],
          origin: { title: "The Paper", htmlUrl: "https://www.paper.example" },
        },
      ],
    },
    ferry("The Paper", NOON, "Two years."),
    ["id", "origin.htmlUrl"],
  ],
  [
    "a blog's interface, with HTML in objects and a time in two zones",
    [
      {
        date: "2024-03-27T13:00:00",
        date_gmt: "2024-03-27T12:00:00",
        link: FERRY,
        title: { rendered: "Ferry &amp; all" },
        excerpt: { rendered: "<p>Two years.</p>\n" },
      },
    ],
    ["Ferry & all", FERRY, "paper.example", NOON, "Two years."],
    ["date"],
  ],
  [
    "a JSON Feed",
    {
      version: "https://jsonfeed.org/version/1.1",
      title: "The Paper",
      home_page_url: "https://www.paper.example",
      items: [{ id: "1", url: FERRY, title: "Ferry returns", date_published: NOON }],
    },
    ferry("paper.example", NOON),
    ["id"],
  ],
  [
    "schema.org in a graph",
    {
      "@graph": [
        {
          "@type": "NewsArticle",
          headline: "Ferry returns",
          url: FERRY,
          datePublished: NOON,
          publisher: { "@type": "Organization", name: "The Paper" },
          image: ["https://www.paper.example/1.jpg"],
        },
      ],
    },
    ferry("The Paper", NOON),
    ["@type", "publisher.@type"],
  ],
  [
    "annotations, with the title in a list in an object",
    { total: 1, rows: [{ uri: FERRY, document: { title: ["Ferry returns"] }, user: "a" }] },
    ferry("paper.example", undefined),
    ["user"],
  ],
  [
    "bookmarks, in which the title is called description and the time is that of saving",
    [
      {
        href: FERRY,
        description: "Ferry returns",
        extended: "Two years.",
        time: NOON,
        toread: "no",
      },
    ],
    ferry("paper.example", undefined, "Two years."),
    ["time", "toread"],
  ],
  [
    "a crawler's JSON Lines",
    [
      {
        url: FERRY,
        title: "Ferry returns",
        source_domain: "paper.example",
        date_publish: "2024-03-27 12:00:00",
        maintext: "x",
      },
      { url: BRIDGE, title: "Bridge closes", source_domain: "courier.example", date_publish: null },
    ]
      .map((one) => JSON.stringify(one))
      .join("\n"),
    ferry("paper.example", NOON),
    ["maintext"],
  ],
  [
    "articles that have authors with names and pages",
    { title: "Ferry returns", url: FERRY, authors: [{ name: "A", url: "https://a.example/" }] },
    ferry("paper.example", undefined),
    ["authors"],
  ],
  [
    "a table of a media database",
    `id,indexed_date,media_name,media_url,publish_date,title,url\n1,2024-03-28,The Paper,paper.example,2024-03-27,Ferry returns,${FERRY}\n`,
    ferry("The Paper", "2024-03-27T00:00:00.000Z"),
    ["id", "indexed_date"],
  ],
  [
    "a coverage report with day and time in two columns",
    `Date,Time,Outlet,Headline,URL,Journalist\n03/27/2024,7:00 AM EST,The Paper,Ferry returns,${FERRY},A\n`,
    ferry("The Paper", NOON),
    ["Journalist"],
  ],
  [
    "a monitoring export in UTF-16 with tabs",
    `\ufeffDate\tTime\tURL\tSource Name\tSource Domain\tTitle\tOpening Text\n27-Mar-2024\t12:00 PM\t${FERRY}\tThe Paper\tpaper.example\tFerry returns\tTwo years.\n`,
    ferry("The Paper", NOON, "Two years."),
    [],
  ],
  [
    "a reference manager's CSV",
    `"Key","Title","Publication Title","Url","Abstract Note","Date"\n"K1","Ferry returns","The Paper","${FERRY}","Two years.","2024-03-27T12:00:00Z"\n`,
    ferry("The Paper", NOON, "Two years."),
    ["Key"],
  ],
  [
    "Excel's CSV, which says its delimiter",
    `sep=;\nTitle;URL;Source;Date\nFerry returns;${FERRY};The Paper;2024-03-27 12:00\n`,
    ferry("The Paper", NOON),
    [],
  ],
  [
    "bars between the cells",
    `title|url|source|date\nFerry returns|${FERRY}|The Paper|2024-03-27T12:00:00Z\n`,
    ferry("The Paper", NOON),
    [],
  ],
  [
    "pages saved in a reading list, whose time is that of saving",
    `URL,Title,Selection,Folder,Timestamp,Tags\n${FERRY},Ferry returns,,Unread,1711540800,[]\n`,
    ferry("paper.example", undefined),
    ["Folder", "Timestamp"],
  ],
  [
    "TOML front matter",
    `+++\ntitle = "Ferry returns"\ndate = 2024-03-27T12:00:00Z\ncanonical = "${FERRY}"\ndescription = "Two years."\nweight = 3\n+++\nText\n`,
    ferry("paper.example", NOON, "Two years."),
    ["weight"],
  ],
  [
    "YAML front matter of a blog",
    `---\ntitle: Ferry returns\ndate: 2024-03-27T12:00:00Z\nexternalUrl: ${FERRY}\ndraft: false\n---\n`,
    ferry("paper.example", NOON),
    ["draft"],
  ],
  [
    "a note with a list of fields",
    `# Ferry returns\n\n## Metadata\n- Author: [[The Paper]]\n- Full Title: Ferry returns\n- URL: ${FERRY}\n\n## Highlights\n- text\n`,
    ferry("paper.example", undefined),
    ["Author", "Full Title"],
  ],
];

test.each(SHAPES)("%s", async (_, content, article, unused) => {
  const found = await shown(content);
  expect(found.articles[0]).toEqual(article);
  expect(found.rejected).toBe(0);
  expect(found.unused).toEqual(unused);
});

describe("tables", () => {
  test("lines above the header are left out and named", async () => {
    const { articles, problems } = await shown(
      `Coverage report,,\n,,\nTitle,URL,Outlet\nFerry returns,${FERRY},The Paper\n`,
    );
    expect(articles).toEqual([ferry("The Paper", undefined)]);
    expect(problems).toEqual([
      'x:1: dropped: expected the names of columns in the first row, found "Coverage report"',
    ]);
  });

  test("a row with more cells than columns is read, and what is left over is named", async () => {
    const { articles, problems } = await shown(
      `title,url,outlet\nFerry returns,${FERRY},The Paper, of the harbour\nFerry returns,${FERRY},The Paper,,\n`,
    );
    expect(articles.length).toBe(2);
    expect(problems).toEqual(['x:2: dropped: expected at most 3 cells, found "of the harbour"']);
  });

  test("words that are names of columns are no header where no address follows", async () => {
    const { problems } = await shown("Some text.\n\ntitle, url, and so on\nmore words, and more\n");
    expect(problems[0]).toMatch(/^x: rejected: format not recognised/);
  });

  describe("without a row of column names", () => {
    const table = `N1\tcity\tFerry returns to the harbour\t${FERRY}\nN2\tcity\tBridge closes\t${BRIDGE}\n`;

    test("are asked about, with a guess; their first row is no header", async () => {
      const { columns } = await readOne("x", table);
      expect(columns).toMatchObject([
        { header: ["", "", "", ""], guess: { title: 2, url: 3 }, missing: ["title", "url"] },
      ]);
      expect(columns[0]?.sample.length).toBe(2);
    });

    test("are read by place, and columns that are not used are named by place", async () => {
      const columns = { title: "column 3", url: "column 4" };
      const { records, articles, unused } = await readOne("x", table, { columns });
      expect(records.map(({ title }) => title)).toEqual([
        "Ferry returns to the harbour",
        "Bridge closes",
      ]);
      expect(articles.map(({ line }) => line)).toEqual([1, 2]);
      expect(unused).toEqual(["column 1", "column 2"]);
    });
  });
});

describe("the column mapping", () => {
  const objects = [
    { meta: { head: "Ferry returns" }, where: FERRY, points: 3 },
    { meta: { head: "Bridge closes" }, where: BRIDGE, points: 4 },
  ];
  const columns = { title: "meta.head", url: "where", quality: "points" };
  const titles = ["Ferry returns", "Bridge closes"];

  test.each([
    ["JSON", JSON.stringify(objects)],
    ["an object with a list", JSON.stringify({ found: objects })],
    ["JSON Lines", objects.map((one) => JSON.stringify(one)).join("\n")],
  ])("reaches the fields of %s, also those inside others", async (_, text) => {
    const asked = await readOne("x", text);
    expect(asked.records).toEqual([]);
    expect(asked.columns).toMatchObject([
      {
        header: ["meta.head", "where", "points"],
        sample: [
          ["Ferry returns", FERRY, "3"],
          ["Bridge closes", BRIDGE, "4"],
        ],
        guess: { title: 0, url: 1 },
      },
    ]);
    const given = await readOne("x", text, { columns });
    expect(given.records.map(({ title, quality }) => [title, quality])).toEqual([
      [titles[0], 3],
      [titles[1], 4],
    ]);
    const header = asked.columns[0]?.header ?? [];
    const chosen = await readOne("x", text, {
      tables: [{ header, columns: { title: 0, url: 1 } }],
    });
    expect(chosen.records.map(({ title }) => title)).toEqual(titles);
    expect(chosen.unused).toEqual(["points"]);
  });

  test("takes precedence over known names, also in a record with our names", async () => {
    const records = [
      {
        title: "Old title",
        headline: "Ferry returns",
        webUrl: FERRY,
        type: "video",
        provider: { name: "The Paper", domain: "paper.example" },
      },
    ];
    const read = await readOne("x", JSON.stringify(records), { columns: { title: "headline" } });
    expect(read.records).toMatchObject([
      { title: "Ferry returns", type: "video", provider: { name: "The Paper" } },
    ]);
    expect(read.unused).toEqual(["title"]);
  });

  test("is not asked for where no field holds addresses, or among other files", async () => {
    const people = JSON.stringify([{ name: "A Writer", age: 30 }]);
    expect((await readOne("x", people)).columns).toEqual([]);
    const { columns, rejected } = await readAll([
      file("set/a.json", JSON.stringify([{ name: "A Writer", page: "https://a.example/" }])),
    ]);
    expect({ columns, rejected }).toEqual({ columns: [], rejected: 1 });
  });
});
