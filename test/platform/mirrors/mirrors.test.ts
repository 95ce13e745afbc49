import { HOUR } from "../../../core/durations.ts";
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { createPublishedHandlers } from "../../../platform/background/published-handlers.ts";
import { purgeRemoved } from "../../../platform/background/removal.ts";
import type { Services } from "../../../platform/background/services.ts";
import { readCheckNote } from "../../../platform/mirrors/check-note.ts";
import { readPublishedSets } from "../../../platform/storage/published-store.ts";
import { withDamagedBlock } from "../../core/data-set-file/rewritten-files.ts";
import { KEY, OTHER_KEY } from "../../fixtures/published.ts";
import { record } from "../../fixtures/records.ts";
import { MANIFEST_ADDRESS, publishedDay, servedFile } from "../publisher.ts";
import { Machine, titleAt } from "../workers.ts";
import { monday, NOW, sunday } from "./updating.ts";

const MONDAY = "https://harbour.example/monday";
const SUNDAY = "https://harbour.example/sunday";
const SENDER = { tab: undefined, url: "" };

let machine: Machine;
let services: Services;
beforeEach(() => {
  machine = new Machine();
  machine.now = NOW;
  services = machine.start();
});

const handlers = () => createPublishedHandlers(services);

/** Subscribes to what the publisher has, and waits until it is there. */
async function subscribe(): Promise<string> {
  const answer = await handlers()["published.preview"](
    { type: "published.preview", typed: MANIFEST_ADDRESS },
    SENDER,
  );
  if (answer.kind !== "preview") throw new Error(JSON.stringify(answer));
  const { address, manifest } = answer.preview;
  const { key, version, signature, name } = manifest;
  const { sets } = await handlers()["published.add"](
    {
      type: "published.add",
      address,
      name,
      pinned: { key, version, signature },
      choice: { languages: null, days: null },
      access: "sites",
    },
    SENDER,
  );
  await services.mirrors.idle();
  return sets.at(-1)?.id ?? "";
}

const only = async () => {
  const { sets } = await handlers().status();
  const [set] = sets;
  if (set === undefined || sets.length !== 1) throw new Error(`${sets.length} sets`);
  return set;
};

/** From now on the server answers for a file, but sends nothing of it. Settles once it is asked for. */
function neverSent(file: string): Promise<void> {
  const asked = Promise.withResolvers<void>();
  machine.publisher.instead.set(file, () => {
    asked.resolve();
    return new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));
  });
  return asked.promise;
}

describe("a preview", () => {
  test("fetches the manifest and nothing else", async () => {
    const manifest = machine.publisher.publish([monday]);
    const answer = await handlers()["published.preview"](
      { type: "published.preview", typed: "data.example/harbour/" },
      SENDER,
    );
    expect(answer).toEqual({
      kind: "preview",
      preview: {
        address: MANIFEST_ADDRESS,
        manifest,
        fingerprint: "21fe 31df a154 a261 626b f854 046f d227",
        isSubscribed: false,
      },
    });
    expect(machine.publisher.requests).toEqual(["manifest.json"]);
  });

  test.each([
    ["http://data.example/manifest.json", "not-https"],
    ["https://192.168.0.1/manifest.json", "private-address"],
    ["not an address", "no-address"],
  ])("of %s asks nobody", async (typed, code) => {
    const answer = await handlers()["published.preview"](
      { type: "published.preview", typed },
      SENDER,
    );
    expect(answer).toEqual({ kind: "trouble", trouble: { kind: "refused", refusal: { code } } });
    expect(machine.publisher.requests).toEqual([]);
  });
});

describe("a published data set", () => {
  test("answers once all of its files are there, and its sites are registered", async () => {
    machine.publisher.publish([sunday, monday]);
    await subscribe();
    expect(await titleAt(services, MONDAY)).toBe(`Story at ${MONDAY}`);
    expect(await titleAt(services, SUNDAY)).toBe(`Story at ${SUNDAY}`);
    expect(machine.registered).toContain("*://*.harbour.example/*");
    expect((await only()).inUse).toMatchObject({ records: 2, files: 2, version: 7 });
  });

  test("answers after the next start without any request", async () => {
    machine.publisher.publish([monday]);
    await subscribe();
    machine.publisher.requests.length = 0;
    services = machine.start();
    await services.mirrors.start();
    expect(await titleAt(services, MONDAY)).toBe(`Story at ${MONDAY}`);
    expect(machine.publisher.requests).toEqual([]);
  });

  test("is not asked for by a worker that a page has woken, and is by the alarm", async () => {
    machine.publisher.publish([monday]);
    await subscribe();
    machine.publisher.publish([sunday, monday], { version: 8 });
    machine.publisher.requests.length = 0;
    machine.now += 2 * HOUR;
    services = machine.start();
    await titleAt(services, MONDAY);
    expect(machine.publisher.requests).toEqual([]);
    await services.mirrors.checkDue();
    await services.mirrors.idle();
    expect(machine.publisher.requests).toEqual(["manifest.json", sunday.file.name]);
    expect(await titleAt(services, SUNDAY)).toBe(`Story at ${SUNDAY}`);
  });

  test("is checked again after its interval, and later each time that a check fails", async () => {
    machine.publisher.publish([monday]);
    await subscribe();
    expect((await only()).nextCheckAt).toBe(NOW + HOUR);
    machine.publisher.instead.set("manifest.json", () => new Response("", { status: 503 }));
    machine.now += HOUR;
    await services.mirrors.checkDue();
    await services.mirrors.idle();
    const { nextCheckAt, trouble, lastSuccessAt } = await only();
    expect(nextCheckAt).toBe(machine.now + 2 * HOUR);
    expect(trouble).toEqual({ kind: "failed", failure: "server-error", status: 503 });
    expect(lastSuccessAt).toBe(NOW);
  });

  test("is not checked by itself on a metered connection, but when the user wants it", async () => {
    machine.publisher.publish([monday]);
    const id = await subscribe();
    machine.publisher.requests.length = 0;
    machine.connection = "saving-data";
    machine.now += 2 * HOUR;
    await services.mirrors.checkDue();
    await services.mirrors.idle();
    expect(machine.publisher.requests).toEqual([]);
    await handlers()["published.check"]({ type: "published.check", id }, SENDER);
    await services.mirrors.idle();
    expect(machine.publisher.requests).toEqual(["manifest.json"]);
  });

  test("is not checked while it is paused", async () => {
    machine.publisher.publish([monday]);
    const id = await subscribe();
    await handlers()["published.change"](
      { type: "published.change", id, change: { isPaused: true } },
      SENDER,
    );
    machine.publisher.requests.length = 0;
    machine.now += 2 * HOUR;
    await services.mirrors.checkDue();
    await services.mirrors.idle();
    expect(machine.publisher.requests).toEqual([]);
    expect(await titleAt(services, MONDAY)).toBe(`Story at ${MONDAY}`);
    expect((await only()).nextCheckAt).toBeNull();
  });

  test("keeps the key that the user has seen, also before its first file is there", async () => {
    const manifest = machine.publisher.publish([monday], {}, KEY);
    machine.publisher.files.delete(monday.file.name);
    await subscribe();
    machine.publisher.publish([monday], { version: 9 }, OTHER_KEY);
    machine.now += 3 * HOUR;
    await services.mirrors.checkDue();
    await services.mirrors.idle();
    const { trouble, inUse, pinned } = await only();
    expect(trouble).toMatchObject({ kind: "refused", refusal: { code: "other-key" } });
    expect(inUse).toBeNull();
    expect(pinned.key).toBe(manifest.key);
  });

  test("that is removed stops answering at once, and answers again when that is undone", async () => {
    machine.publisher.publish([monday]);
    const id = await subscribe();
    await handlers()["published.remove"]({ type: "published.remove", id }, SENDER);
    expect(await titleAt(services, MONDAY)).toBe("none");
    await handlers()["published.restore"]({ type: "published.restore", id }, SENDER);
    expect(await titleAt(services, MONDAY)).toBe(`Story at ${MONDAY}`);
  });

  test("that was removed is deleted once that cannot be undone any more", async () => {
    machine.publisher.publish([monday]);
    const id = await subscribe();
    await handlers()["published.remove"]({ type: "published.remove", id }, SENDER);
    await purgeRemoved(services, Date.now() + HOUR);
    expect(await readPublishedSets()).toEqual([]);
    expect(await services.mirrorFiles.ids()).toEqual([]);
  });

  test("whose choice changes is fetched and deleted accordingly", async () => {
    machine.publisher.publish([sunday, monday]);
    const id = await subscribe();
    const choice = { languages: null, days: 1 };
    await handlers()["published.change"](
      { type: "published.change", id, change: { choice } },
      SENDER,
    );
    await services.mirrors.idle();
    expect(await services.mirrorFiles.names(id)).toEqual([monday.file.name]);
    expect(await titleAt(services, SUNDAY)).toBe("outlet");
  });

  test("takes another name, but not that of another one, also when it comes back", async () => {
    machine.publisher.publish([monday]);
    const id = await subscribe();
    const { sets } = await handlers()["published.change"](
      { type: "published.change", id, change: { name: "Harbour" } },
      SENDER,
    );
    expect(sets.map(({ name }) => name)).toEqual(["Harbour"]);
    await handlers()["published.remove"]({ type: "published.remove", id }, SENDER);
    const { key, version, signature } = machine.publisher.publish([monday]);
    await handlers()["published.add"](
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
    const restored = await handlers()["published.restore"](
      { type: "published.restore", id },
      SENDER,
    );
    expect(restored.sets.map(({ name }) => name)).toEqual(["Harbour 2", "Harbour"]);
    await expect(
      handlers()["published.change"](
        { type: "published.change", id, change: { name: "harbour" } },
        SENDER,
      ),
    ).rejects.toThrow("the name is taken");
  });

  test("that was removed does not come back beside one from the same address", async () => {
    machine.publisher.publish([monday]);
    const id = await subscribe();
    await handlers()["published.remove"]({ type: "published.remove", id }, SENDER);
    await subscribe();
    await expect(
      handlers()["published.restore"]({ type: "published.restore", id }, SENDER),
    ).rejects.toThrow("subscribed to already");
  });

  test("of whose files one is gone answers from the others, and gets it back", async () => {
    machine.publisher.publish([sunday, monday]);
    const id = await subscribe();
    await services.mirrorFiles.removeFile(id, monday.file.name);
    services = machine.start();
    expect(await titleAt(services, MONDAY)).toBe("outlet");
    expect(await titleAt(services, SUNDAY)).toBe(`Story at ${SUNDAY}`);
    await handlers()["published.check"]({ type: "published.check", id }, SENDER);
    await services.mirrors.idle();
    expect(await titleAt(services, MONDAY)).toBe(`Story at ${MONDAY}`);
  });

  test("whose first manifest has a file that is none says so", async () => {
    const other = servedFile(new TextEncoder().encode("something else"));
    machine.publisher.publish([other]);
    await subscribe();
    const { trouble, inUse } = await only();
    expect(trouble).toEqual({
      kind: "refused",
      refusal: { code: "not-a-data-set", name: other.file.name },
    });
    expect(inUse).toBeNull();
  });

  test("with a file whose index is of another format and whose outlets are damaged says so, and waits", async () => {
    machine.publisher.publish([sunday], { version: 1 });
    await subscribe();
    const bad = servedFile(await withDamagedBlock(monday.bytes, "outlets", { stories: 99 }));
    machine.publisher.publish([sunday, bad], { version: 2 });
    machine.now += HOUR;
    await services.mirrors.checkDue();
    await services.mirrors.idle();
    expect(await only()).toMatchObject({
      trouble: { kind: "refused", refusal: { code: "not-a-data-set", name: bad.file.name } },
      inUse: { version: 1 },
      nextCheckAt: machine.now + 2 * HOUR,
    });
  });

  test("whose update ends with an unforeseen error says so, and waits", async () => {
    machine.publisher.publish([monday]);
    await subscribe();
    machine.publisher.publish([sunday, monday], { version: 8 });
    vi.spyOn(services.mirrorFiles, "writeList").mockRejectedValue(new TypeError("unforeseen"));
    const reported = vi.spyOn(console, "error").mockReturnValue();
    machine.now += HOUR;
    await services.mirrors.checkDue();
    await services.mirrors.idle();
    expect(await only()).toMatchObject({
      trouble: { kind: "failed", failure: "internal", status: null },
      inUse: { version: 7 },
      nextCheckAt: machine.now + 2 * HOUR,
    });
    expect(reported).toHaveBeenCalledOnce();
    vi.restoreAllMocks();
  });

  test("that the user stops is paused, and goes on when the user wants it", async () => {
    const large = await publishedDay("2026-11-28", [record("https://harbour.example/large")]);
    machine.publisher.publish([large]);
    const asked = neverSent(large.file.name);
    const subscribing = subscribe();
    await asked;
    const [{ id = "" } = {}] = await readPublishedSets();
    await handlers()["published.cancel"]({ type: "published.cancel", id }, SENDER);
    await subscribing;
    expect(await only()).toMatchObject({ isPaused: true, inUse: null, progress: null });
    machine.publisher.instead.clear();
    await handlers()["published.change"](
      { type: "published.change", id, change: { isPaused: false } },
      SENDER,
    );
    await services.mirrors.idle();
    expect((await only()).inUse).toMatchObject({ files: 1 });
  });
});

test("a publisher whose server sends next to nothing holds up no other", async () => {
  const slow = await publishedDay("2026-11-28", [record("https://harbour.example/slow")]);
  machine.publisher.publish([slow]);
  const asked = neverSent(slow.file.name);
  const subscribing = subscribe();
  await asked;
  const [{ id = "" } = {}] = await readPublishedSets();
  const { key, version, signature } = machine.publisher.publish([monday]);
  const address = "https://data.example/quay/manifest.json";
  const pinned = { key, version, signature };
  const choice = { languages: null, days: null };
  await handlers()["published.add"](
    { type: "published.add", address, name: "Quay", pinned, choice, access: "sites" },
    SENDER,
  );
  await vi.waitFor(async () => {
    expect(await titleAt(services, MONDAY)).toBe(`Story at ${MONDAY}`);
  });
  await services.mirrors.cancel(id);
  await subscribing;
});

test("a mirror of no subscription is swept at the start, unless the list cannot be read", async () => {
  await services.mirrorFiles.writeList("nobody", "{}");
  await browser.storage.local.set({ published: "not a list" });
  await services.mirrors.start();
  expect(await services.mirrorFiles.ids()).toEqual(["nobody"]);
  await browser.storage.local.remove("published");
  await services.mirrors.start();
  expect(await services.mirrorFiles.ids()).toEqual([]);
});

test("a place in the middle of a block of records is not read, whatever an index says", async () => {
  machine.publisher.publish([monday]);
  await subscribe();
  const [open] = await services.openMirrors.segments();
  const { blocks: [length = 0] = [] } =
    (await readCheckNote(services.mirrorFiles, (await only()).id, monday.file.name)) ?? {};
  const at = { index: 0, related: null };
  expect(await open?.segment.articles([{ start: 16, length, ...at }])).toHaveLength(1);
  await expect(open?.segment.articles([{ start: 20, length: length - 4, ...at }])).rejects.toThrow(
    "lacks its block",
  );
});

test("a worker opens only the files that have what is looked up", async () => {
  machine.publisher.publish([sunday, monday]);
  const id = await subscribe();
  const fileOf = (name: string) => machine.files.file(`mirrors/${id}/${name}/fetched-0`);
  const [opened, other] = [await fileOf(monday.file.name), await fileOf(sunday.file.name)];
  const before = [opened.snapshots, other.snapshots];
  services = machine.start();
  expect(await titleAt(services, MONDAY)).toBe(`Story at ${MONDAY}`);
  expect(opened.snapshots).toBeGreaterThan(before[0] ?? 0);
  expect(other.snapshots).toBe(before[1]);
});

test("without its index, a mirror has the same answers", async () => {
  machine.publisher.publish([sunday, monday]);
  const id = await subscribe();
  await services.mirrorFiles.writeIndex(id, async (sink) => sink.write(new Uint8Array(100)));
  services = machine.start();
  expect(await titleAt(services, MONDAY)).toBe(`Story at ${MONDAY}`);
  expect(await titleAt(services, SUNDAY)).toBe(`Story at ${SUNDAY}`);
  expect((await only()).inUse?.patterns).toEqual(["*://*.harbour.example/*"]);
});

test("a file that is damaged on the disk is left out, and fetched again", async () => {
  machine.publisher.publish([sunday, monday]);
  const id = await subscribe();
  const file = await machine.files.file(`mirrors/${id}/${monday.file.name}/fetched-0`);
  const writing = await file.createWritable();
  await writing.write(monday.bytes.map((byte, i) => (i > 100 ? byte ^ 1 : byte)));
  await writing.close();
  services = machine.start();
  expect(await titleAt(services, MONDAY)).toBe("outlet");
  expect(await titleAt(services, SUNDAY)).toBe(`Story at ${SUNDAY}`);
  await handlers()["published.check"]({ type: "published.check", id }, SENDER);
  await services.mirrors.idle();
  expect(await titleAt(services, MONDAY)).toBe(`Story at ${MONDAY}`);
});
