import { expect, test } from "vitest";
import { BRIDGE, FERRY, ferry, NOON, type Shown, shown } from "../invented-articles.ts";

// Answers and exports as people have them, each with invented content.

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
