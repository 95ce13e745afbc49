import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Services } from "../../../platform/background/services.ts";
import { isReady } from "../../../platform/store/build-row.ts";
import { requestsTo } from "../requests.ts";
import { rowsInDatabase } from "../workers.ts";
import { StoryMachine } from "./story-machine.ts";
import { headlines } from "./story-workers.ts";

let machine: StoryMachine;
beforeEach(async () => {
  vi.restoreAllMocks();
  machine = new StoryMachine();
  await machine.import("s1", headlines("mine"));
});

const statusOf = async (services: Services) => (await requestsTo(services).status()).dataSets;
const storiesOf = async (services: Services) =>
  (await statusOf(services)).map(({ stories }) => stories);
const bytesOf = async (dataSet: string): Promise<number> =>
  (await rowsInDatabase())
    .filter(isReady)
    .find(({ owner, part }) => part === "stories" && owner === dataSet)?.bytes ?? 0;

describe("the stories of a data set", () => {
  test("wait until the worker has finished its start, except those of the bundled file", async () => {
    expect(await storiesOf(machine.start())).toEqual([
      { kind: "ready", bytes: 0 },
      { kind: "waiting" },
    ]);
  });

  test("are ready once they are built, and their bytes are counted with the data set's", async () => {
    const before = await statusOf(machine.start());
    const services = await machine.started();
    const after = await statusOf(services);
    const bytes = await bytesOf("mine");
    expect(after.map(({ stories }) => stories)).toEqual([
      { kind: "ready", bytes: 0 },
      { kind: "ready", bytes },
    ]);
    expect(after.map((dataSet, i) => dataSet.bytes - (before[i]?.bytes ?? 0))).toEqual([0, bytes]);
    expect(bytes).toBeGreaterThan(0);
  });

  test("show their progress while the others wait", async () => {
    const { services, reached, release } = machine.held(({ stories }) => {
      const state = stories.stateOf("mine", "s1");
      return state.kind === "building" && state.share >= 0.5;
    });
    services.stories.start();
    await reached;
    const [bundled, mine] = await storiesOf(services);
    release();
    await services.stories.idle();
    expect(bundled?.kind).toBe("ready");
    // 5 % for the times, 25 % for the words, and five of sixteen articles of the 65 % for grouping them.
    expect(mine).toEqual({
      kind: "building",
      share: expect.closeTo(0.05 + 0.25 + (0.65 * 5) / 16),
    });
  });

  test("have failed when they could not be built, until a rebuild is asked for", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const services = machine.start();
    await services.library.segments();
    const open = vi.spyOn(machine.sources, "open").mockRejectedValue(new Error("not now"));
    services.stories.start();
    await services.stories.idle();
    expect((await storiesOf(services))[1]).toEqual({ kind: "failed" });
    open.mockRestore();
    await requestsTo(services).rebuild("mine");
    await services.jobs.idle();
    await services.stories.idle();
    expect((await storiesOf(services))[1]?.kind).toBe("ready");
  });
});
