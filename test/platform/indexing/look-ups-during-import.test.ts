import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import { readNotice } from "../../../platform/storage/notices.ts";
import { record } from "../../fixtures/records.ts";
import { addedNow, BUNDLED_PAGE, databaseWith, edition, Machine, titleAt } from "../workers.ts";

const PAGE = "https://mine.example/3";
const BUNDLED_TITLE = `Story at ${BUNDLED_PAGE}`;

let machine: Machine;
beforeEach(async () => {
  vi.restoreAllMocks();
  machine = new Machine();
  await machine.import("s1", edition("first"));
});

const generationOf = async () => (await addedNow())[0]?.segment?.generation;
const stateOf = async () => (await addedNow())[0]?.health;

describe("a look-up during an import that replaces", () => {
  test("is answered by the old index or the new one, at every step", async () => {
    const seen = new Set<string>();
    const services = machine.start({
      async pause() {
        seen.add(await titleAt(services, PAGE));
      },
    });
    await services.jobs.import(await machine.staged("s2", edition("second")));
    await services.jobs.idle();
    seen.add(await titleAt(services, PAGE));
    expect([...seen]).toEqual(["first", "second"]);
  });

  test("whose old index is deleted is answered by the new one, which is not marked as damaged", async () => {
    const services = machine.start();
    let tries = 0;
    const coverage = await services.library.lookUp(async (opening) => {
      const segments = await opening;
      if (tries++ === 0) {
        await services.jobs.import(await machine.staged("s2", edition("second")));
        await services.jobs.idle();
      }
      return findCoverage(segments, PAGE, []);
    });
    expect(coverage).toMatchObject({ kind: "article", page: { title: "second" } });
    await services.jobs.idle();
    expect(await stateOf()).toBe("good");
    expect(await readNotice()).toBeNull();
    expect(await generationOf()).toBe("generation 2");
  });

  test("after the commit is answered by the new one", async () => {
    const answers: string[] = [];
    const watched = databaseWith((store) => ({
      async change(change) {
        const isCommit = change.put?.some(({ state }) => state === "ready") === true;
        if (isCommit) answers.push(await titleAt(services, PAGE));
        await store.change(change);
        if (isCommit) answers.push(await titleAt(services, PAGE));
      },
    }));
    const services = machine.start(watched);
    await services.bundled.open();
    answers.length = 0;
    await services.jobs.import(await machine.staged("s2", edition("second")));
    await services.jobs.idle();
    expect(answers).toEqual(["first", "second"]);
    expect(await stateOf()).toBe("good");
  });
});

test("look-ups are answered at every pause while many records are imported", async () => {
  const many = Array.from({ length: 3000 }, (_, i) => record(`https://many.example/${i}`));
  let answered = 0;
  const services = machine.start({
    async pause() {
      if ((await titleAt(services, BUNDLED_PAGE)) === BUNDLED_TITLE) answered++;
    },
  });
  await services.jobs.import(await machine.staged("s2", many, { id: "many", name: "Many" }));
  await services.jobs.idle();
  expect(answered).toBeGreaterThan(15);
  expect(await titleAt(services, "https://many.example/2999")).not.toBe("none");
});
