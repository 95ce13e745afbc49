/** An article of a stand-in feed; made up, as its text says. */
export interface StandInArticle {
  /** Of the outlet, which is real: the article is not. */
  readonly domain: string;
  /** Path of its address on the outlet's own host. */
  readonly path: string;
  readonly minutesAgo: number;
  readonly title: string;
  readonly excerpt: string;
}

const FERRY: readonly StandInArticle[] = [
  {
    domain: "theguardian.com",
    path: "/world/made-up/sandvik-islands-ferry-sails-again",
    minutesAgo: 190,
    title: "Sandvik islands ferry sails again after nine-day storm closure",
    excerpt: "The first ferry in nine days left Port Elgin for the Sandvik islands this morning.",
  },
  {
    domain: "dw.com",
    path: "/en/made-up-sandvik-islands-first-ferry-in-nine-days/a-90000001",
    minutesAgo: 150,
    title: "Sandvik islands: First ferry in nine days docks after storm",
    excerpt:
      "Storms had cut off the Sandvik islands. The ferry from Port Elgin brought food and mail.",
  },
  {
    domain: "aljazeera.com",
    path: "/news/made-up/stranded-sandvik-islanders-welcome-first-ferry",
    minutesAgo: 95,
    title: "Stranded Sandvik islanders welcome first ferry in nine days",
    excerpt:
      "Hundreds waited at the pier as the ferry from Port Elgin ended nine days without supplies.",
  },
];

const CHART: readonly StandInArticle[] = [
  {
    domain: "dw.com",
    path: "/en/made-up-lisbon-museum-returns-stolen-sea-chart/a-90000002",
    minutesAgo: 260,
    title: "Lisbon museum hands stolen 1375 sea chart back to Mallorca",
    excerpt: "The sea chart of 1375 was taken from an archive in Palma decades ago.",
  },
  {
    domain: "theguardian.com",
    path: "/world/made-up/stolen-sea-chart-goes-home-to-mallorca",
    minutesAgo: 205,
    title: "Stolen 1375 sea chart goes home to Mallorca from Lisbon museum",
    excerpt: "A Lisbon museum has returned the sea chart, stolen from the archive of Palma.",
  },
  {
    domain: "aljazeera.com",
    path: "/news/made-up/mallorca-welcomes-back-stolen-sea-chart",
    minutesAgo: 60,
    title: "Mallorca welcomes back stolen 1375 sea chart from Lisbon",
    excerpt: "The chart, stolen from Palma's archive, had been on show in a Lisbon museum.",
  },
];

const COMET: readonly StandInArticle[] = [
  {
    domain: "aljazeera.com",
    path: "/news/made-up/comet-aldana-reyes-brightens-tenfold",
    minutesAgo: 330,
    title: "Comet Aldana-Reyes brightens tenfold, visible to the naked eye",
    excerpt: "Astronomers say that Comet Aldana-Reyes has become ten times brighter within a week.",
  },
  {
    domain: "dw.com",
    path: "/en/made-up-comet-aldana-reyes-visible-without-telescope/a-90000003",
    minutesAgo: 240,
    title: "Comet Aldana-Reyes now visible without a telescope, astronomers say",
    excerpt: "The comet is ten times brighter than a week ago and can be seen after sunset.",
  },
  {
    domain: "theguardian.com",
    path: "/world/made-up/comet-aldana-reyes-where-to-see-it",
    minutesAgo: 120,
    title: "Where to see Comet Aldana-Reyes as it brightens tenfold",
    excerpt: "Look west after sunset: the comet has become visible to the naked eye.",
  },
];

/** Stories that only one outlet has. */
const ALONE: readonly StandInArticle[] = [
  {
    domain: "theguardian.com",
    path: "/world/made-up/hedge-maze-opens",
    minutesAgo: 25,
    title: "Hedge maze that took thirty years to grow opens to visitors",
    excerpt: "Gardeners planted its first yew in the nineties.",
  },
  {
    domain: "aljazeera.com",
    path: "/news/made-up/night-train-booked-out",
    minutesAgo: 410,
    title: "New night train across the Taurus mountains is booked out for months",
    excerpt: "Demand for the sleeper surprised the railway.",
  },
  {
    domain: "dw.com",
    path: "/en/made-up-bakers-revive-rye-bread/a-90000004",
    minutesAgo: 45,
    title: "Village bakers revive a rye bread from 1780",
    excerpt: "The recipe was found in a parish register.",
  },
];

/** Three stories that three outlets have, and one of each outlet alone: all made up, for use without a network. */
export const STAND_IN_ARTICLES: readonly StandInArticle[] = [
  ...FERRY,
  ...CHART,
  ...COMET,
  ...ALONE,
];
