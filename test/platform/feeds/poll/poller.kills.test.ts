import { beforeEach, describe, expect, test, vi } from "vitest";
import { HOUR, MINUTE } from "../../../../core/durations.ts";
import { feedOf, outlet } from "../../../fixtures/outlets.ts";
import { item, itemsAnswer } from "../../../fixtures/served-feeds.ts";
import { deaths, Lifeline } from "../../lifeline.ts";
import { NOW, Polling } from "./polling.ts";

/** What a worker calls in a round of six outlets, one of which has nothing and one of which fails. */
const CALLS = 37;

let polling: Polling;
beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  polling = new Polling();
  polling.pick(6);
  const { answers } = polling.feeds;
  for (let n = 1; n <= 4; n++)
    answers.set(feedOf(n), ({ now, etag, address }) => {
      const hours = Math.floor((now - NOW) / HOUR) + 1;
      if (etag === `"${hours}"`) return { kind: "not-modified", freshFor: null, address };
      const articles = Array.from({ length: 3 * hours }, (_, i) =>
        item(`outlet-${n}.example/${i}`, `${n}/${i}`),
      );
      return itemsAnswer(articles, { etag: `"${hours}"`, address });
    });
  polling.feeds.serve(feedOf(5));
  // The sixth is not there.
  await polling.poll();
  polling.now += HOUR;
});

/** A worker that is killed during its work; returns the number of calls it made. */
async function dying(life: Lifeline): Promise<number> {
  const poller = polling.worker(life);
  polling.alarm.at = null;
  await poller.pollDue().catch(() => undefined);
  await poller.idle();
  return life.calls;
}

test("the cases below cover every call", async () => {
  expect(await dying(new Lifeline())).toBe(CALLS);
});

describe.each(deaths(CALLS))("a worker that is killed %s call %i", (death, at) => {
  beforeEach(() => dying(new Lifeline(at, death)));

  test("has no article without its feed's state, and no state without its articles", () => {
    const counts = polling.outlets.map(({ id }, i) => {
      const titles = polling.live.titles().filter((title) => title.startsWith(`${i + 1}/`));
      return [titles.length, polling.live.kept.get(id)?.known.length ?? 0];
    });
    expect(counts.map(([titles]) => titles)).toEqual(counts.map(([, known]) => known));
  });

  test("is followed by a worker that has every article, none of them twice", async () => {
    // The next worker sets the alarm if the previous one could not.
    await polling.worker().start();
    await polling.pass(10 * MINUTE);
    expect(polling.live.titles().length).toBe(24);
    const appended = polling.live.appends.flat();
    expect(appended.length).toBe(24);
    for (let n = 1; n <= 4; n++)
      expect(polling.live.kept.get(outlet(n).id)).toMatchObject({
        articles: 6,
        articlesThatDay: 6,
      });
  });
});
