import { beforeEach, describe, expect, test } from "vitest";
import { aSubscription, cutAfter } from "../publisher.ts";
import { monday, sunday, tuesday, Updating } from "./updating.ts";

let device: Updating;
beforeEach(() => {
  device = new Updating();
});

const ADVANCED = expect.objectContaining({ kind: "up-to-date", isChanged: true });

describe("a mirror", () => {
  test("is fetched whole, the newest file first", async () => {
    const subscription = aSubscription(device.publisher.publish([sunday, monday]));
    expect(await device.update(subscription)).toEqual(ADVANCED);
    expect(device.publisher.requests).toEqual([
      "manifest.json",
      monday.file.name,
      sunday.file.name,
    ]);
    expect(await device.inUse(subscription)).toBe("7: 2026-11-30, 2026-11-29");
  });

  test("has only the days that were chosen", async () => {
    const manifest = device.publisher.publish([sunday, monday]);
    const subscription = aSubscription(manifest, { choice: { languages: null, days: 1 } });
    await device.update(subscription);
    expect(await device.inUse(subscription)).toBe("7: 2026-11-30");
  });

  test("fetches nothing of a manifest that has not changed", async () => {
    const subscription = aSubscription(device.publisher.publish([monday]));
    const first = await device.update(subscription);
    if (first.kind !== "up-to-date") throw new Error(first.kind);
    device.publisher.requests.length = 0;
    const again = await device.update(subscription, { validators: first });
    expect(again).toMatchObject({ kind: "up-to-date", isChanged: false });
    expect(device.publisher.requests).toEqual(["manifest.json"]);
  });

  test("fetches only new files, and deletes those that have left", async () => {
    const subscription = aSubscription(device.publisher.publish([sunday, monday]));
    await device.update(subscription);
    device.publisher.publish([monday, tuesday], { version: 8 });
    device.publisher.requests.length = 0;
    expect(await device.update(subscription)).toEqual(ADVANCED);
    expect(device.publisher.requests).toEqual(["manifest.json", tuesday.file.name]);
    expect(await device.inUse(subscription)).toBe("8: 2026-12-01, 2026-11-30");
    expect((await device.files.names(subscription.id)).sort()).toEqual(
      [monday.file.name, tuesday.file.name].sort(),
    );
  });

  test("tells how far it is, in bytes", async () => {
    const subscription = aSubscription(device.publisher.publish([sunday, monday]));
    const steps: string[] = [];
    await device.update(subscription, {
      onStep: (step) =>
        steps.push(step.kind === "manifest" ? step.kind : `${step.done}/${step.total}`),
    });
    const total = sunday.bytes.length + monday.bytes.length;
    expect(steps[0]).toBe("manifest");
    expect(steps[1]).toBe(`0/${total}`);
    expect(steps.at(-1)).toBe(`${total}/${total}`);
  });

  test("that is stopped goes on where it was", async () => {
    const subscription = aSubscription(device.publisher.publish([sunday, monday]));
    const stop = new AbortController();
    const stopped = device.update(subscription, {
      signal: stop.signal,
      onStep: (step) => {
        if (step.kind === "files" && step.done >= monday.bytes.length) stop.abort();
      },
    });
    await expect(stopped).rejects.toThrow("aborted");
    expect(await device.inUse(subscription)).toBeNull();
    device.publisher.requests.length = 0;
    expect(await device.update(subscription)).toEqual(ADVANCED);
    expect(device.publisher.requests).toEqual(["manifest.json", sunday.file.name]);
  });

  test("goes on within a file of which a part is there, by the validator of that part", async () => {
    const subscription = aSubscription(device.publisher.publish([monday]));
    const { name } = monday.file;
    const writer = await device.files.writer(subscription.id, name, "fetched");
    await writer.write(monday.bytes.slice(0, 500));
    await writer.flush();
    expect(await device.update(subscription)).toEqual(ADVANCED);
    expect(device.publisher.requests).toEqual(["manifest.json", `${name} bytes=500-`]);
  });

  test("fetches a file from the beginning if the stored start is of another one", async () => {
    const subscription = aSubscription(device.publisher.publish([monday]));
    const { name } = monday.file;
    const writer = await device.files.writer(subscription.id, name, "fetched");
    await writer.write(new Uint8Array(500));
    await writer.flush();
    expect(await device.update(subscription)).toEqual(ADVANCED);
    expect(device.publisher.requests).toEqual(["manifest.json", `${name} bytes=500-`, name]);
  });

  test("verifies the hash of a file that was fetched to its end and never verified", async () => {
    const subscription = aSubscription(device.publisher.publish([monday]));
    const { name } = monday.file;
    const writer = await device.files.writer(subscription.id, name, "fetched");
    await writer.write(new Uint8Array(monday.bytes.length));
    await writer.flush();
    expect(await device.update(subscription)).toEqual(ADVANCED);
    expect(device.publisher.requests).toEqual(["manifest.json", name]);
  });

  test("whose connections are cut goes on until it has all", async () => {
    const subscription = aSubscription(device.publisher.publish([monday]));
    const { name } = monday.file;
    device.publisher.instead.set(name, ({ headers }) => {
      if (headers.has("range")) device.publisher.instead.delete(name);
      const from = Number(/\d+/.exec(headers.get("range") ?? "0")?.[0]);
      const rest = monday.bytes.slice(from);
      const response = cutAfter(rest, 400);
      if (from === 0) return response;
      const headers206 = { "content-range": `bytes ${from}-${monday.bytes.length - 1}/x` };
      return new Response(response.body, { status: 206, headers: headers206 });
    });
    expect(await device.update(subscription)).toEqual(ADVANCED);
    expect(device.publisher.requests).toEqual([
      "manifest.json",
      name,
      `${name} bytes=400-`,
      `${name} bytes=800-`,
    ]);
  });
});
