import { median } from "../benchmark.ts";
import type { Questions } from "./articles.ts";
import type {
  ColdResult,
  Contestant,
  ImportResult,
  OpenStore,
  Task,
  WarmResult,
  WorkerMessage,
} from "./contestant.ts";
import { fetchRecords } from "./fetch-records.ts";
import { bareReader, writeBareValue } from "./plain-indexed-db.ts";

/** Set by the worker's first line, before any module runs. */
declare const startedAt: number;

const IN_BATCH = 1000;
const BARE_READS = 51;

/** Runs the task that the worker's name gives. */
export function serveContestant(contestant: Contestant): void {
  const task: Task = JSON.parse(self.name);
  run(contestant, task).then(
    (result) => tell({ kind: "done", result }),
    (error) => tell({ kind: "failed", message: String(error) }),
  );
}

function run(contestant: Contestant, task: Task): Promise<ImportResult | ColdResult | WarmResult> {
  if (task.do === "import") return fill(contestant, task.parts);
  return task.do === "cold"
    ? answerCold(contestant, task.url)
    : answerWarm(contestant, task.questions);
}

async function fill(contestant: Contestant, parts: readonly string[]): Promise<ImportResult> {
  let ms = 0;
  let articles = 0;
  const clocked = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    const start = performance.now();
    const value = await work();
    ms += performance.now() - start;
    return value;
  };
  const store = await clocked(async () => contestant.create?.());
  if (store === undefined) throw new Error("this worker cannot import");
  for (const part of parts) {
    const records = await fetchRecords(part);
    for (let from = 0; from < records.length; from += IN_BATCH) {
      const batch = records.slice(from, from + IN_BATCH);
      await clocked(() => store.add(batch));
      articles += batch.length;
    }
    tell({ kind: "progress", articles });
  }
  await clocked(() => store.finish());
  await writeBareValue();
  return { articles, ms };
}

async function answerCold(contestant: Contestant, url: string): Promise<ColdResult> {
  const store = await opened(contestant);
  const title = await store.byUrl(url);
  const ms = performance.now() - startedAt;
  return { title, ms, bareMs: median(await bareReads()) };
}

async function answerWarm(contestant: Contestant, address: string): Promise<WarmResult> {
  const questions: Questions = await (await fetch(address)).json();
  const store = await opened(contestant);
  for (const { url } of questions.known.slice(0, 20)) await store.byUrl(url);
  const blocks: number[] = [];
  const known = await timed(questions.known, async ({ url }) => {
    const before = store.blocks?.() ?? 0;
    const title = await store.byUrl(url);
    blocks.push((store.blocks?.() ?? 0) - before);
    return title;
  });
  const unknown = await timed(questions.unknown, (url) => store.isKnown(url));
  const domain = await timed(questions.hosts, (host) => store.byDomain(host));
  return {
    bare: await bareReads(),
    known: known.times,
    titles: known.answers,
    blocks,
    unknown: unknown.times,
    wronglyKnown: unknown.answers.filter(Boolean).length,
    domain: domain.times,
    found: domain.answers,
  };
}

async function opened(contestant: Contestant): Promise<OpenStore> {
  const store = await contestant.open?.();
  if (store === undefined) throw new Error("this worker cannot be asked");
  return store;
}

async function bareReads(): Promise<number[]> {
  const read = await bareReader();
  await read();
  return (await timed(Array.from({ length: BARE_READS }), read)).times;
}

async function timed<Question, Answer>(
  questions: readonly Question[],
  ask: (question: Question) => Promise<Answer>,
): Promise<{ times: number[]; answers: Answer[] }> {
  const times: number[] = [];
  const answers: Answer[] = [];
  for (const question of questions) {
    const start = performance.now();
    answers.push(await ask(question));
    times.push(performance.now() - start);
  }
  return { times, answers };
}

function tell(message: WorkerMessage): void {
  postMessage(message);
}
