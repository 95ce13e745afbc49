import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test } from "vitest";
import browser from "webextension-polyfill";
import { HOUR } from "../../../core/durations.ts";
import { readCheckNote } from "../../../platform/mirrors/check-note.ts";
import { withDamagedBlock } from "../../core/data-set-file/rewritten-files.ts";
import { servedFile } from "../publisher.ts";
import { titleAt } from "../workers.ts";
import { MONDAY, SENDER, SUNDAY, Subscriber } from "./subscriber.ts";
import { monday, sunday } from "./updating.ts";

let subscriber: Subscriber;
beforeEach(() => {
  subscriber = new Subscriber();
});

describe("a published data set", () => {
  test("of whose files one is gone answers from the others, and gets it back", async () => {
    subscriber.machine.publisher.publish([sunday, monday]);
    const id = await subscriber.subscribe();
    await subscriber.services.mirrorFiles.removeFile(id, monday.file.name);
    subscriber.restart();
    expect(await titleAt(subscriber.services, MONDAY)).toBe("outlet");
    expect(await titleAt(subscriber.services, SUNDAY)).toBe(`Story at ${SUNDAY}`);
    await subscriber.handlers()["published.check"]({ type: "published.check", id }, SENDER);
    await subscriber.services.mirrors.idle();
    expect(await titleAt(subscriber.services, MONDAY)).toBe(`Story at ${MONDAY}`);
  });

  test("whose first manifest has a file that is none says so", async () => {
    const other = servedFile(new TextEncoder().encode("something else"));
    subscriber.machine.publisher.publish([other]);
    await subscriber.subscribe();
    const { trouble, inUse } = await subscriber.only();
    expect(trouble).toEqual({
      kind: "refused",
      refusal: { code: "not-a-data-set", name: other.file.name },
    });
    expect(inUse).toBeNull();
  });

  test("with a file whose index is of another format and whose outlets are damaged says so, and waits", async () => {
    subscriber.machine.publisher.publish([sunday], { version: 1 });
    await subscriber.subscribe();
    const bad = servedFile(await withDamagedBlock(monday.bytes, "outlets", { stories: 99 }));
    subscriber.machine.publisher.publish([sunday, bad], { version: 2 });
    subscriber.machine.now += HOUR;
    await subscriber.services.mirrors.checkDue();
    await subscriber.services.mirrors.idle();
    expect(await subscriber.only()).toMatchObject({
      trouble: { kind: "refused", refusal: { code: "not-a-data-set", name: bad.file.name } },
      inUse: { version: 1 },
      nextCheckAt: subscriber.machine.now + 2 * HOUR,
    });
  });
});

test("a mirror of no subscription is swept at the start, unless the list cannot be read", async () => {
  await subscriber.services.mirrorFiles.writeList("nobody", "{}");
  await browser.storage.local.set({ published: "not a list" });
  await subscriber.services.mirrors.start();
  expect(await subscriber.services.mirrorFiles.ids()).toEqual(["nobody"]);
  await browser.storage.local.remove("published");
  await subscriber.services.mirrors.start();
  expect(await subscriber.services.mirrorFiles.ids()).toEqual([]);
});

test("a place in the middle of a block of records is not read, whatever an index says", async () => {
  subscriber.machine.publisher.publish([monday]);
  await subscriber.subscribe();
  const [open] = await subscriber.services.openMirrors.segments();
  const { blocks: [length = 0] = [] } =
    (await readCheckNote(
      subscriber.services.mirrorFiles,
      (
        await subscriber.only()
      ).id,
      monday.file.name,
    )) ?? {};
  const at = { index: 0, related: null };
  expect(await open?.segment.articles([{ start: 16, length, ...at }])).toHaveLength(1);
  await expect(open?.segment.articles([{ start: 20, length: length - 4, ...at }])).rejects.toThrow(
    "lacks its block",
  );
});

test("a worker opens only the files that have what is looked up", async () => {
  subscriber.machine.publisher.publish([sunday, monday]);
  const id = await subscriber.subscribe();
  const fileOf = (name: string) => subscriber.machine.files.file(`mirrors/${id}/${name}/fetched-0`);
  const [opened, other] = [await fileOf(monday.file.name), await fileOf(sunday.file.name)];
  const before = [opened.snapshots, other.snapshots];
  subscriber.restart();
  expect(await titleAt(subscriber.services, MONDAY)).toBe(`Story at ${MONDAY}`);
  expect(opened.snapshots).toBeGreaterThan(before[0] ?? 0);
  expect(other.snapshots).toBe(before[1]);
});

test("without its index, a mirror has the same answers", async () => {
  subscriber.machine.publisher.publish([sunday, monday]);
  const id = await subscriber.subscribe();
  await subscriber.services.mirrorFiles.writeIndex(id, async (sink) =>
    sink.write(new Uint8Array(100)),
  );
  subscriber.restart();
  expect(await titleAt(subscriber.services, MONDAY)).toBe(`Story at ${MONDAY}`);
  expect(await titleAt(subscriber.services, SUNDAY)).toBe(`Story at ${SUNDAY}`);
  expect((await subscriber.only()).inUse?.patterns).toEqual(["*://*.harbour.example/*"]);
});

test("a file that is damaged on the disk is left out, and fetched again", async () => {
  subscriber.machine.publisher.publish([sunday, monday]);
  const id = await subscriber.subscribe();
  const file = await subscriber.machine.files.file(`mirrors/${id}/${monday.file.name}/fetched-0`);
  const writing = await file.createWritable();
  await writing.write(monday.bytes.map((byte, i) => (i > 100 ? byte ^ 1 : byte)));
  await writing.close();
  subscriber.restart();
  expect(await titleAt(subscriber.services, MONDAY)).toBe("outlet");
  expect(await titleAt(subscriber.services, SUNDAY)).toBe(`Story at ${SUNDAY}`);
  await subscriber.handlers()["published.check"]({ type: "published.check", id }, SENDER);
  await subscriber.services.mirrors.idle();
  expect(await titleAt(subscriber.services, MONDAY)).toBe(`Story at ${MONDAY}`);
});
