import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { HOUR } from "../../../core/durations.ts";
import { readPublishedSets } from "../../../platform/storage/published-store.ts";
import { KEY, OTHER_KEY } from "../../fixtures/published.ts";
import { record } from "../../fixtures/records.ts";
import { publishedDay } from "../publisher.ts";
import { titleAt } from "../workers.ts";
import { MONDAY, SENDER, SUNDAY, Subscriber } from "./subscriber.ts";
import { monday, NOW, sunday } from "./updating.ts";

let subscriber: Subscriber;
beforeEach(() => {
  subscriber = new Subscriber();
});

describe("a published data set", () => {
  test("is not asked for by a worker that a page has woken, and is by the alarm", async () => {
    subscriber.machine.publisher.publish([monday]);
    await subscriber.subscribe();
    subscriber.machine.publisher.publish([sunday, monday], { version: 8 });
    subscriber.machine.publisher.requests.length = 0;
    subscriber.machine.now += 2 * HOUR;
    subscriber.restart();
    await titleAt(subscriber.services, MONDAY);
    expect(subscriber.machine.publisher.requests).toEqual([]);
    await subscriber.services.mirrors.checkDue();
    await subscriber.services.mirrors.idle();
    expect(subscriber.machine.publisher.requests).toEqual(["manifest.json", sunday.file.name]);
    expect(await titleAt(subscriber.services, SUNDAY)).toBe(`Story at ${SUNDAY}`);
  });

  test("is checked again after its interval, and later each time that a check fails", async () => {
    subscriber.machine.publisher.publish([monday]);
    await subscriber.subscribe();
    expect((await subscriber.only()).nextCheckAt).toBe(NOW + HOUR);
    subscriber.machine.publisher.instead.set(
      "manifest.json",
      () => new Response("", { status: 503 }),
    );
    subscriber.machine.now += HOUR;
    await subscriber.services.mirrors.checkDue();
    await subscriber.services.mirrors.idle();
    const { nextCheckAt, trouble, lastSuccessAt } = await subscriber.only();
    expect(nextCheckAt).toBe(subscriber.machine.now + 2 * HOUR);
    expect(trouble).toEqual({ kind: "failed", failure: "server-error", status: 503 });
    expect(lastSuccessAt).toBe(NOW);
  });

  test("is not checked by itself on a metered connection, but when the user wants it", async () => {
    subscriber.machine.publisher.publish([monday]);
    const id = await subscriber.subscribe();
    subscriber.machine.publisher.requests.length = 0;
    subscriber.machine.connection = "saving-data";
    subscriber.machine.now += 2 * HOUR;
    await subscriber.services.mirrors.checkDue();
    await subscriber.services.mirrors.idle();
    expect(subscriber.machine.publisher.requests).toEqual([]);
    await subscriber.handlers()["published.check"]({ type: "published.check", id }, SENDER);
    await subscriber.services.mirrors.idle();
    expect(subscriber.machine.publisher.requests).toEqual(["manifest.json"]);
  });

  test("is not checked while it is paused", async () => {
    subscriber.machine.publisher.publish([monday]);
    const id = await subscriber.subscribe();
    await subscriber
      .handlers()
      ["published.change"]({ type: "published.change", id, change: { isPaused: true } }, SENDER);
    subscriber.machine.publisher.requests.length = 0;
    subscriber.machine.now += 2 * HOUR;
    await subscriber.services.mirrors.checkDue();
    await subscriber.services.mirrors.idle();
    expect(subscriber.machine.publisher.requests).toEqual([]);
    expect(await titleAt(subscriber.services, MONDAY)).toBe(`Story at ${MONDAY}`);
    expect((await subscriber.only()).nextCheckAt).toBeNull();
  });

  test("keeps the key that the user has seen, also before its first file is there", async () => {
    const manifest = subscriber.machine.publisher.publish([monday], {}, KEY);
    subscriber.machine.publisher.files.delete(monday.file.name);
    await subscriber.subscribe();
    subscriber.machine.publisher.publish([monday], { version: 9 }, OTHER_KEY);
    subscriber.machine.now += 3 * HOUR;
    await subscriber.services.mirrors.checkDue();
    await subscriber.services.mirrors.idle();
    const { trouble, inUse, pinned } = await subscriber.only();
    expect(trouble).toMatchObject({ kind: "refused", refusal: { code: "other-key" } });
    expect(inUse).toBeNull();
    expect(pinned.key).toBe(manifest.key);
  });

  test("whose update ends with an unforeseen error says so, and waits", async () => {
    subscriber.machine.publisher.publish([monday]);
    await subscriber.subscribe();
    subscriber.machine.publisher.publish([sunday, monday], { version: 8 });
    vi.spyOn(subscriber.services.mirrorFiles, "writeList").mockRejectedValue(
      new TypeError("unforeseen"),
    );
    const reported = vi.spyOn(console, "error").mockReturnValue();
    subscriber.machine.now += HOUR;
    await subscriber.services.mirrors.checkDue();
    await subscriber.services.mirrors.idle();
    expect(await subscriber.only()).toMatchObject({
      trouble: { kind: "failed", failure: "internal", status: null },
      inUse: { version: 7 },
      nextCheckAt: subscriber.machine.now + 2 * HOUR,
    });
    expect(reported).toHaveBeenCalledOnce();
    vi.restoreAllMocks();
  });

  test("that the user stops is paused, and goes on when the user wants it", async () => {
    const large = await publishedDay("2026-11-28", [record("https://harbour.example/large")]);
    subscriber.machine.publisher.publish([large]);
    const asked = subscriber.neverSent(large.file.name);
    const subscribing = subscriber.subscribe();
    await asked;
    const [{ id = "" } = {}] = await readPublishedSets();
    await subscriber.handlers()["published.cancel"]({ type: "published.cancel", id }, SENDER);
    await subscribing;
    expect(await subscriber.only()).toMatchObject({ isPaused: true, inUse: null, progress: null });
    subscriber.machine.publisher.instead.clear();
    await subscriber
      .handlers()
      ["published.change"]({ type: "published.change", id, change: { isPaused: false } }, SENDER);
    await subscriber.services.mirrors.idle();
    expect((await subscriber.only()).inUse).toMatchObject({ files: 1 });
  });
});

test("a publisher whose server sends next to nothing holds up no other", async () => {
  const slow = await publishedDay("2026-11-28", [record("https://harbour.example/slow")]);
  subscriber.machine.publisher.publish([slow]);
  const asked = subscriber.neverSent(slow.file.name);
  const subscribing = subscriber.subscribe();
  await asked;
  const [{ id = "" } = {}] = await readPublishedSets();
  const { key, version, signature } = subscriber.machine.publisher.publish([monday]);
  const address = "https://data.example/quay/manifest.json";
  const pinned = { key, version, signature };
  const choice = { languages: null, days: null };
  await subscriber
    .handlers()
    ["published.add"](
      { type: "published.add", address, name: "Quay", pinned, choice, access: "sites" },
      SENDER,
    );
  await vi.waitFor(async () => {
    expect(await titleAt(subscriber.services, MONDAY)).toBe(`Story at ${MONDAY}`);
  });
  await subscriber.services.mirrors.cancel(id);
  await subscribing;
});
