import { HOUR, MINUTE } from "../../../core/durations.ts";
import { atom, type FeedEntry, jsonFeed, newsSitemap, rss1, rss2, rss091 } from "./feed-formats.ts";

/** An outlet with the feed it has this morning. */
export interface MadeUpOutlet {
  readonly name: string;
  readonly feed: string;
  readonly contentType: string;
  readonly write: (name: string, entries: readonly FeedEntry[]) => string;
  readonly entries: readonly FeedEntry[];
}

/**
 * When the first article came out, ms since 1970: eight hours before the test and a little more. It is half past a
 * minute, as midnight would be taken for a date without a clock.
 */
const MORNING = Math.floor(Date.now() / MINUTE) * MINUTE - 30_000 - 8 * HOUR;

/** An article that came out a number of minutes after the first one. */
function article(minutes: number, url: string, title: string, excerpt = ""): FeedEntry {
  return { url, title, excerpt, published: MORNING + minutes * MINUTE };
}

const COURIER = "https://www.harbour-courier.example";
const GAZETTE = "https://www.coastal-gazette.example";
const WIRE = "https://northern-wire.example";
const HERALD = "https://www.island-herald.example";
const FERRY = "https://ferry-times.example";
const RADIO = "https://radio-marram.example";

/** Three stories of one day, each in several outlets, and other articles. */
export const SIX_OUTLETS: readonly MadeUpOutlet[] = [
  {
    name: "Harbour Courier",
    feed: `${COURIER}/rss.xml`,
    contentType: "application/rss+xml",
    write: rss2,
    entries: [
      article(
        0,
        `${COURIER}/news/marram-bridge-closed-cracks`,
        "Marram Bridge closed after inspectors find cracks in main girder",
        "Engineers shut the crossing between Port Ellery and Marram Island at dawn after an inspection found two cracks in its main girder.",
      ),
      article(
        64,
        `${COURIER}/health/hollin-cheese-listeria`,
        "Listeria fears: Hollin soft cheese recalled from 300 shops",
        "The Hollin creamery has called back all its soft cheese after listeria was found in a batch made last week.",
      ),
      article(
        170,
        `${COURIER}/sport/rowers-regatta-final`,
        "Port Ellery rowers reach regatta final by half a length",
        "The women's eight beat Lachlan Club in a photo finish and will row for the cup on Saturday.",
      ),
    ],
  },
  {
    name: "The Coastal Gazette",
    feed: "https://feeds.coastal-gazette.example/atom",
    contentType: "application/atom+xml",
    write: atom,
    entries: [
      article(
        21,
        `${GAZETTE}/2026/cracked-girder-shuts-marram-bridge`,
        "Cracked girder shuts Marram Bridge, 14,000 commuters stranded",
        "Cracks in a girder have closed the bridge to Marram Island for all traffic; Port Ellery asks commuters to stay at home.",
      ),
      article(
        55,
        `${GAZETTE}/2026/mayor-quist-steps-down`,
        "Port Ellery mayor Quist steps down over dredging contract",
        "Adela Quist gave up her office after documents showed that a dredging contract went to her brother's firm.",
      ),
      article(
        200,
        `${GAZETTE}/2026/lighthouse-museum-opens`,
        "Restored lighthouse opens as a museum of knots",
        "Visitors can tie a bowline at the top of 211 steps.",
      ),
    ],
  },
  {
    name: "Northern Wire",
    feed: `${WIRE}/feed.json`,
    contentType: "application/feed+json",
    write: jsonFeed,
    entries: [
      article(
        30,
        `${WIRE}/a/hollin-listeria-recall`,
        "Hollin creamery recalls soft cheese after listeria finding",
        "Shoppers are told to bring back Hollin soft cheese: a laboratory found listeria in samples from the creamery.",
      ),
      article(
        48,
        `${WIRE}/a/marram-bridge-girder`,
        "Marram Bridge closed indefinitely over cracks in girder",
        "The only road to Marram Island stays shut until the cracked girder has been examined, Port Ellery's engineers say.",
      ),
      article(
        240,
        `${WIRE}/a/wind-farm-turbines`,
        "Wind farm off Cape Sorrel gets its first four turbines",
        "A crane ship has set up the machines in eleven days.",
      ),
    ],
  },
  {
    name: "Island Herald",
    feed: `${HERALD}/index.rdf`,
    contentType: "text/xml",
    write: rss1,
    entries: [
      article(
        15,
        `${HERALD}/story/quist-resigns`,
        "Mayor Adela Quist resigns over harbour dredging contract",
        "The mayor of Port Ellery resigned this morning; a dredging contract had been given to her brother's firm.",
      ),
      article(
        95,
        `${HERALD}/story/island-cut-off`,
        "Island cut off as Marram Bridge shuts: cracks found in girder",
        "Marram Island has no road to the mainland since cracks were found in a girder of the bridge.",
      ),
      article(
        260,
        `${HERALD}/story/seal-pups`,
        "Record number of seal pups counted on the skerries",
        "Wardens counted 418 pups, a third more than a year ago.",
      ),
    ],
  },
  {
    name: "Ferry Times",
    feed: `${FERRY}/news-sitemap.xml`,
    contentType: "application/xml",
    write: newsSitemap,
    entries: [
      article(
        130,
        `${FERRY}/extra-ferries-marram-bridge-cracks`,
        "Extra ferries to Marram Island after bridge closed over girder cracks",
      ),
      article(
        150,
        `${FERRY}/mayor-quist-resigns-dredging`,
        "Dredging contract: Port Ellery mayor Adela Quist resigns",
      ),
      article(300, `${FERRY}/new-timetable-winter`, "Winter timetable: last boat leaves at ten"),
    ],
  },
  {
    name: "Radio Marram",
    feed: `${RADIO}/news.rss`,
    contentType: "text/plain",
    write: rss091,
    entries: [
      article(
        0,
        `${RADIO}/on-air/bridge-cracks`,
        "Marram Bridge stays closed: what is known about the girder cracks",
        "Two cracks in the main girder, no date for an opening: what Port Ellery's engineers have told us.",
      ),
      article(
        0,
        `${RADIO}/on-air/cheese-recall`,
        "Hollin cheese recall: which soft cheese to bring back because of listeria",
        "What to do with soft cheese from the Hollin creamery.",
      ),
      article(0, `${RADIO}/on-air/quiz-night`, "Quiz night returns with a round on sea shanties"),
    ],
  },
];

/** What the outlets publish later that day: a new article, and new versions of two earlier ones. */
export const IN_THE_AFTERNOON: readonly (readonly [outlet: string, entry: FeedEntry])[] = [
  [
    "Ferry Times",
    article(
      400,
      `${FERRY}/night-ferries-marram-bridge`,
      "Night ferries to Marram Island while bridge is closed over cracked girder",
    ),
  ],
  [
    "The Coastal Gazette",
    article(
      410,
      `${GAZETTE}/2026/cracked-girder-shuts-marram-bridge`,
      "Cracked girder: Marram Bridge may stay shut for a month",
      "Cracks in a girder have closed the bridge to Marram Island for all traffic, Port Ellery's engineers fear for weeks.",
    ),
  ],
  [
    "Radio Marram",
    article(
      0,
      `${RADIO}/on-air/bridge-cracks`,
      "Marram Bridge closed for weeks: girder cracks deeper than first found",
      "Two cracks in the main girder, no date for an opening: what Port Ellery's engineers have told us.",
    ),
  ],
];
