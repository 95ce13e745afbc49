import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Services } from "../../../../platform/background/services.ts";
import { headlines, storyAt } from "../../indexing/story-workers.ts";
import {
  changeRow,
  damage,
  inDatabase,
  Machine,
  segmentsInDatabase,
  titleAt,
} from "../../workers.ts";
import { keptUp, live, liveEdition, liveInDatabase, readState } from "./live-records.ts";

let machine: Machine;
let services: Services;
/** Of `live/1`, the older segment of two. */
let older: string;
beforeEach(async () => {
  machine = new Machine();
  services = machine.start();
  await services.live.append(liveEdition("a", "A", 40), [readState("a")]);
  await services.live.append([live("b.example/0", "B")], [readState("b")]);
  older = new Map(await segmentsInDatabase()).get("live/1") ?? "";
  services = machine.start();
});

const FORGOTTEN = { etag: null, lastModified: null, known: [] };

describe.each(["urls", "domains", "meta", "latest"])("a damaged block %s", (block) => {
  beforeEach(() => damage(block, older));

  test("leaves the other articles answering", async () => {
    expect(await titleAt(services, "https://b.example/0")).toBe("B");
  });

  test("is written again, and no article is lost", async () => {
    await titleAt(services, "https://a.example/");
    await titleAt(services, "https://a.example/0");
    await keptUp(services);
    expect(await titleAt(services, "https://a.example/39")).toBe("A");
    expect(await titleAt(services, "https://b.example/0")).toBe("B");
    expect(await services.live.size()).toMatchObject({ articles: 41 });
    expect(await services.live.states()).toEqual([readState("a"), readState("b")]);
  });
});

describe("damaged records", () => {
  beforeEach(() => damage("docs", older));

  test("are lost, and the feeds are requested in full again", async () => {
    expect(await titleAt(services, "https://a.example/0")).toBe("none");
    await keptUp(services);
    expect(await titleAt(services, "https://b.example/0")).toBe("B");
    expect(await services.live.size()).toMatchObject({ articles: 1 });
    expect(await services.live.states()).toEqual([
      { ...readState("a"), ...FORGOTTEN },
      { ...readState("b"), ...FORGOTTEN },
    ]);
  });

  test("that arrive again are stored again", async () => {
    await titleAt(services, "https://a.example/0");
    await keptUp(services);
    await services.live.append(liveEdition("a", "A", 40), [readState("a")]);
    expect(await titleAt(services, "https://a.example/0")).toBe("A");
    expect(await services.live.size()).toMatchObject({ articles: 41 });
  });

  test("are noticed when they are merged", async () => {
    await services.live.append(liveEdition("c", "C", 20), []);
    expect(await titleAt(services, "https://c.example/0")).toBe("C");
    expect(await services.live.size()).toMatchObject({ articles: 21 });
    expect(await services.live.states()).toMatchObject([FORGOTTEN, FORGOTTEN]);
  });
});

test("missing records are noticed like damaged ones", async () => {
  await inDatabase(async (database) => {
    for (const key of await database.getAllKeys("blocks"))
      if (String(key).startsWith(`${older},docs/`)) await database.delete("blocks", key);
  });
  await titleAt(services, "https://a.example/0");
  await keptUp(services);
  expect(await services.live.size()).toMatchObject({ articles: 1 });
  expect(await services.live.states()).toMatchObject([FORGOTTEN, FORGOTTEN]);
});

test.each(["segment", "stories"] as const)(
  "another format of the %s of live/1 is written again",
  async (part) => {
    await changeRow("live/1", part, { format: 0 });
    expect(await titleAt(services, "https://b.example/0")).toBe("B");
    await keptUp(services);
    expect(await titleAt(services, "https://a.example/0")).toBe("A");
    expect((await segmentsInDatabase()).map(([dataSet]) => dataSet)).toEqual([
      "live/2",
      "live/2/stories",
    ]);
  },
);

test("a damaged story index is left out, and written again", async () => {
  await services.live.append(headlines("live"), []);
  const story = await storyAt(services);
  await damage("terms");
  const after = machine.start();
  expect(await storyAt(after)).toBe("none");
  expect(await titleAt(after, "https://live.example/0")).not.toBe("none");
  await keptUp(after);
  expect(await storyAt(after)).toEqual(story);
});

test("a database that was lost has neither articles nor states", async () => {
  await inDatabase(async (database) => {
    for (const store of ["blocks", "builds", "feeds", "items"] as const)
      await database.clear(store);
  });
  const after = machine.start();
  await keptUp(after);
  expect(await titleAt(after, "https://a.example/0")).toBe("none");
  expect(await after.live.states()).toEqual([]);
  await after.live.append([live("a.example/0", "Again")], [readState("a")]);
  expect(await titleAt(after, "https://a.example/0")).toBe("Again");
  expect(await liveInDatabase()).toHaveLength(1);
});
