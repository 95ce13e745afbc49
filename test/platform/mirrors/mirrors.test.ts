import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test } from "vitest";
import { HOUR } from "../../../core/durations.ts";
import { purgeRemoved } from "../../../platform/background/purge-removed.ts";
import { readPublishedSets } from "../../../platform/storage/published-store.ts";
import { MANIFEST_ADDRESS } from "../publisher.ts";
import { titleAt } from "../workers.ts";
import { MONDAY, SENDER, SUNDAY, Subscriber } from "./subscriber.ts";
import { monday, sunday } from "./updating.ts";

let subscriber: Subscriber;
beforeEach(() => {
  subscriber = new Subscriber();
});

describe("a preview", () => {
  test("fetches the manifest and nothing else", async () => {
    const manifest = subscriber.machine.publisher.publish([monday]);
    const answer = await subscriber
      .handlers()
      ["published.preview"]({ type: "published.preview", typed: "data.example/harbour/" }, SENDER);
    expect(answer).toEqual({
      kind: "preview",
      preview: {
        address: MANIFEST_ADDRESS,
        manifest,
        fingerprint: "21fe 31df a154 a261 626b f854 046f d227",
        isSubscribed: false,
      },
    });
    expect(subscriber.machine.publisher.requests).toEqual(["manifest.json"]);
  });

  test.each([
    ["http://data.example/manifest.json", "not-https"],
    ["https://192.168.0.1/manifest.json", "private-address"],
    ["not an address", "no-address"],
  ])("of %s asks nobody", async (typed, code) => {
    const answer = await subscriber
      .handlers()
      ["published.preview"]({ type: "published.preview", typed }, SENDER);
    expect(answer).toEqual({ kind: "trouble", trouble: { kind: "refused", refusal: { code } } });
    expect(subscriber.machine.publisher.requests).toEqual([]);
  });
});

describe("a published data set", () => {
  test("answers once all of its files are there, and its sites are registered", async () => {
    subscriber.machine.publisher.publish([sunday, monday]);
    await subscriber.subscribe();
    expect(await titleAt(subscriber.services, MONDAY)).toBe(`Story at ${MONDAY}`);
    expect(await titleAt(subscriber.services, SUNDAY)).toBe(`Story at ${SUNDAY}`);
    expect(subscriber.machine.registered).toContain("*://*.harbour.example/*");
    expect((await subscriber.only()).inUse).toMatchObject({ records: 2, files: 2, version: 7 });
  });

  test("answers after the next start without any request", async () => {
    subscriber.machine.publisher.publish([monday]);
    await subscriber.subscribe();
    subscriber.machine.publisher.requests.length = 0;
    subscriber.restart();
    await subscriber.services.mirrors.start();
    expect(await titleAt(subscriber.services, MONDAY)).toBe(`Story at ${MONDAY}`);
    expect(subscriber.machine.publisher.requests).toEqual([]);
  });

  test("that is removed stops answering at once, and answers again when that is undone", async () => {
    subscriber.machine.publisher.publish([monday]);
    const id = await subscriber.subscribe();
    await subscriber.handlers()["published.remove"]({ type: "published.remove", id }, SENDER);
    expect(await titleAt(subscriber.services, MONDAY)).toBe("none");
    await subscriber.handlers()["published.restore"]({ type: "published.restore", id }, SENDER);
    expect(await titleAt(subscriber.services, MONDAY)).toBe(`Story at ${MONDAY}`);
  });

  test("that was removed is deleted once that cannot be undone any more", async () => {
    subscriber.machine.publisher.publish([monday]);
    const id = await subscriber.subscribe();
    await subscriber.handlers()["published.remove"]({ type: "published.remove", id }, SENDER);
    await purgeRemoved(subscriber.services, Date.now() + HOUR);
    expect(await readPublishedSets()).toEqual([]);
    expect(await subscriber.services.mirrorFiles.ids()).toEqual([]);
  });

  test("whose choice changes is fetched and deleted accordingly", async () => {
    subscriber.machine.publisher.publish([sunday, monday]);
    const id = await subscriber.subscribe();
    const choice = { languages: null, days: 1 };
    await subscriber
      .handlers()
      ["published.change"]({ type: "published.change", id, change: { choice } }, SENDER);
    await subscriber.services.mirrors.idle();
    expect(await subscriber.services.mirrorFiles.names(id)).toEqual([monday.file.name]);
    expect(await titleAt(subscriber.services, SUNDAY)).toBe("outlet");
  });

  test("takes another name, but not that of another one, also when it comes back", async () => {
    subscriber.machine.publisher.publish([monday]);
    const id = await subscriber.subscribe();
    const { sets } = await subscriber
      .handlers()
      ["published.change"]({ type: "published.change", id, change: { name: "Harbour" } }, SENDER);
    expect(sets.map(({ name }) => name)).toEqual(["Harbour"]);
    await subscriber.handlers()["published.remove"]({ type: "published.remove", id }, SENDER);
    const { key, version, signature } = subscriber.machine.publisher.publish([monday]);
    await subscriber.handlers()["published.add"](
      {
        type: "published.add",
        address: "https://data.example/quay/manifest.json",
        name: "Harbour",
        pinned: { key, version, signature },
        choice: { languages: null, days: null },
        access: "sites",
      },
      SENDER,
    );
    const restored = await subscriber
      .handlers()
      ["published.restore"]({ type: "published.restore", id }, SENDER);
    expect(restored.sets.map(({ name }) => name)).toEqual(["Harbour 2", "Harbour"]);
    await expect(
      subscriber
        .handlers()
        ["published.change"]({ type: "published.change", id, change: { name: "harbour" } }, SENDER),
    ).rejects.toThrow("the name is taken");
  });

  test("that was removed does not come back beside one from the same address", async () => {
    subscriber.machine.publisher.publish([monday]);
    const id = await subscriber.subscribe();
    await subscriber.handlers()["published.remove"]({ type: "published.remove", id }, SENDER);
    await subscriber.subscribe();
    await expect(
      subscriber.handlers()["published.restore"]({ type: "published.restore", id }, SENDER),
    ).rejects.toThrow("subscribed to already");
  });
});
