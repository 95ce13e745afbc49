import type { IncomingMessage } from "node:http";
import { gunzipSync } from "node:zlib";
import type { ViewRequest } from "../../../core/protocol/requests.ts";
import { type Page, startLocalWeb } from "../../../test/harness/local-web.ts";
import { runTool } from "../../tools/run-tool.ts";
import { type BenchmarkResult, type BenchmarkRow, median, rounded } from "../benchmark.ts";
import { Articles } from "../scale/articles.ts";
import { watchMemory } from "../scale/use-of-machine.ts";
import { ChangingFeeds, outletDomain } from "./changing-feeds.ts";
import type { MachineUse } from "./extension-process.ts";
import { type PollingExtension, pickedOutlet, startPollingExtension } from "./polling-extension.ts";

const SIZE = { feeds: 200, items: 50 } as const;
const NEW = (SIZE.feeds * SIZE.items) / 100;
const TITLES = 20_000;
/** How many look-ups at rest precede each round, and of how many pages. */
const AT_REST = 12;
const PAGES = 24;
/** A page that the bundled data knows. */
const BUNDLED = "https://futurism.com/ukraine-facial-recognition-russian-photos";
/** Target: how many times longer a look-up may take during a round than at rest. */
const MOST_SLOWED = 2;

/** Rounds of one kind. */
interface Kind {
  readonly what: string;
  readonly rounds: number;
  /** How many items are new in each. */
  readonly news: number;
  readonly saysUnchanged: boolean;
  /** How long a server takes to answer, ms. */
  readonly delay: number;
}

const FIRST: Kind = { what: "round: all new", rounds: 1, news: 0, saysUnchanged: true, delay: 0 };
const USUAL = { news: NEW, saysUnchanged: true, delay: 0 } as const;
const KINDS: readonly Kind[] = [
  { ...USUAL, what: "round: 1 % new, the rest 304", rounds: 5 },
  { ...USUAL, what: "round: 1 % new, all sent whole", rounds: 5, saysUnchanged: false },
  { ...USUAL, what: "round: nothing new, all 304", rounds: 8, news: 0 },
  { ...USUAL, what: "round: 1 % new, the rest 304, after 300 ms", rounds: 2, delay: 300 },
];

const NOTES = [
  "Round: the built extension in Chromium polls 200 feeds of 50 items from servers on this machine, over TLS. The time includes no network, except where servers take 300 ms to answer, but it includes the servers' and the proxy's own work on the same cores. Medians of the rounds; the first begins with nothing.",
  "Background: processor time of its thread from the start of a round until nothing is left to merge, including the measured look-ups. Written: what Chromium's main process had written to the disk by then. Memory: peak private memory of all of the extension's processes above the round's start.",
  "Look-ups: by message, as for a page, each 150 ms after the last answer, of articles that the feeds brought, with their stories (in the first round, of the bundled article); at rest just before each round, and during it. Target for all rounds but the first: at most twice as long as at rest.",
];

/** What rounds of polls cost, and how fast look-ups are answered during them. */
export async function measurePollRounds(): Promise<BenchmarkResult> {
  const { ok, output } = await runTool("wxt", ["build"]);
  if (!ok) throw new Error(output);
  const feeds = new ChangingFeeds(SIZE, titles(), Date.now());
  const served = new ServedFeeds(feeds);
  const web = await startLocalWeb(served.site);
  const extension = await startPollingExtension(web);
  try {
    await extension.idle();
    const outlets = Array.from({ length: SIZE.feeds }, (_, feed) =>
      pickedOutlet(`Outlet ${feed}`, outletDomain(feed)),
    );
    const add: ViewRequest = { type: "outlets.add", outlets };
    const rows = [rowOf(FIRST, [await measureRound(extension, served, add, [BUNDLED])])];
    const all = feeds.addresses();
    const pages = all.filter((_, i) => i % Math.floor(all.length / PAGES) === 0);
    for (const kind of KINDS) {
      feeds.saysUnchanged = kind.saysUnchanged;
      served.delay = kind.delay;
      const rounds: RoundCost[] = [];
      while (rounds.length < kind.rounds) {
        feeds.change(kind.news, Date.now());
        const poll: ViewRequest = { type: "outlets.poll", ids: null };
        rounds.push(await measureRound(extension, served, poll, pages));
      }
      rows.push(rowOf(kind, rounds));
    }
    return { rows, notes: NOTES, missed: rows.slice(1).flatMap(missedTargets) };
  } finally {
    await extension.close();
    await web.close();
  }
}

/** What a round cost. */
interface RoundCost {
  readonly ms: number;
  readonly requests: number;
  readonly unchanged: number;
  /** Bytes of the feeds that the servers sent. */
  readonly sent: number;
  readonly articles: number;
  /** ms, bytes, MB. */
  readonly background: number | null;
  readonly written: number | null;
  readonly memory: number | null;
  /** ms */
  readonly atRest: readonly number[];
  readonly during: readonly number[];
}

async function measureRound(
  extension: PollingExtension,
  served: ServedFeeds,
  request: ViewRequest,
  pages: readonly string[],
): Promise<RoundCost> {
  const asked = Array.from({ length: AT_REST }, (_, i) => pages[i % pages.length] ?? "");
  const atRest = await extension.lookUp(asked);
  const { articles } = await extension.status();
  const before = extension.use();
  const peak = await watchMemory(extension.browser);
  served.begin();
  const { ms, lookUps: during } = await extension.round(request, pages);
  const { requests, unchanged, sent } = served;
  await extension.idle();
  const { page: memory } = peak();
  const after = extension.use();
  const grown = (what: keyof MachineUse) =>
    before[what] === null || after[what] === null ? null : after[what] - before[what];
  return {
    ...{ ms, requests, unchanged, sent, memory, atRest, during },
    articles: (await extension.status()).articles - articles,
    background: grown("background"),
    written: grown("written"),
  };
}

function rowOf({ what }: Pick<Kind, "what">, rounds: readonly RoundCost[]): BenchmarkRow {
  const of = (value: (round: RoundCost) => number | null) => {
    const values = rounds.map(value).filter((one) => one !== null);
    return values.length === 0 ? null : median(values);
  };
  const inMillions = (value: number | null) => value && rounded(value / 1_000_000, 1);
  const [atRest, during] = [
    rounds.flatMap((round) => round.atRest),
    rounds.flatMap((round) => round.during),
  ];
  const ms = of((round) => round.ms) ?? 0;
  const background = of((round) => round.background);
  return {
    what,
    rounds: rounds.length,
    requests: of(({ requests }) => requests),
    "of them 304": of(({ unchanged }) => unchanged),
    "sent, MB": inMillions(of(({ sent }) => sent)),
    "new articles": of(({ articles }) => articles),
    "time, s": rounded(ms / 1000, 1),
    "a feed, ms": Math.round(ms / SIZE.feeds),
    "background, s": background && rounded(background / 1000, 1),
    "written, MB": inMillions(of(({ written }) => written)),
    "memory, MB": of(({ memory }) => memory),
    "look-up at rest, ms": rounded(median(atRest), 1),
    "look-ups during": during.length,
    "during, ms": rounded(median(during), 1),
    "during / at rest": rounded(median(during) / median(atRest), 1),
    "slowest, ms": Math.round(Math.max(...during)),
  };
}

function missedTargets(row: BenchmarkRow): string[] {
  const slowed = Number(row["during / at rest"]);
  return slowed <= MOST_SLOWED
    ? []
    : [`${row["what"]}: look-ups take ${slowed} times as long as at rest, target ${MOST_SLOWED}`];
}

/** Answers for the outlets, and counts. */
class ServedFeeds {
  readonly #feeds: ChangingFeeds;
  requests = 0;
  unchanged = 0;
  sent = 0;
  /** ms before each answer. */
  delay = 0;

  constructor(feeds: ChangingFeeds) {
    this.#feeds = feeds;
  }

  begin(): void {
    this.requests = 0;
    this.unchanged = 0;
    this.sent = 0;
  }

  readonly site = ({ hostname }: URL, { headers: asked }: IncomingMessage): Page | undefined => {
    const feed = /^www\.outlet-(\d+)\.example$/.exec(hostname)?.[1];
    const answer = this.#feeds.answer(Number(feed ?? -1), asked["if-none-match"]);
    if (answer === undefined) return undefined;
    const { status, etag, body } = answer;
    this.requests++;
    if (status === 304) this.unchanged++;
    this.sent += Buffer.byteLength(body);
    const headers = { "content-type": "application/rss+xml", etag };
    return { status, headers, body, ...(this.delay > 0 && { delay: this.delay }) };
  };
}

/** Headlines as in `scale`. */
function titles(): string[] {
  return new Articles()
    .parts(TITLES)
    .flatMap((part) => gunzipSync(part).toString().split("\n"))
    .map((line) => JSON.parse(line).title);
}
