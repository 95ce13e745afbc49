import { beforeEach, describe, expect, test, vi } from "vitest";
import { PartWriter } from "../../../platform/mirrors/file-parts.ts";
import { OTHER_KEY } from "../../fixtures/published.ts";
import { aSubscription, cutAfter, servedFile } from "../publisher.ts";
import { monday, tuesday, Updating } from "./updating.ts";

let device: Updating;
beforeEach(() => {
  device = new Updating();
});

describe("of a new version the state before stays in use when", () => {
  const NEXT = { version: 8 };
  let subscription: ReturnType<typeof aSubscription>;
  beforeEach(async () => {
    subscription = aSubscription(device.publisher.publish([monday]));
    await device.update(subscription);
    device.publisher.requests.length = 0;
  });
  const refusal = async () => {
    const outcome = await device.update(subscription);
    expect(await device.inUse(subscription)).toBe("7: 2026-11-30");
    return outcome.kind === "refused" ? outcome.refusal : outcome;
  };

  test("it is signed with another key", async () => {
    device.publisher.publish([tuesday], NEXT, OTHER_KEY);
    expect(await refusal()).toMatchObject({ code: "other-key" });
    expect(device.publisher.requests).toEqual(["manifest.json"]);
  });

  test("it has a lower version", async () => {
    device.publisher.publish([tuesday], { version: 6 });
    expect(await refusal()).toEqual({ code: "lower-version", inUse: 7, found: 6 });
  });

  test("it has expired", async () => {
    device.publisher.publish([tuesday], { ...NEXT, expires: "2026-11-30T11:59:59Z" });
    expect(await refusal()).toEqual({ code: "expired", expires: "2026-11-30T11:59:59Z" });
  });

  test("the one in use has expired and the server says that it has no other", async () => {
    device.now = Date.parse("2027-01-01T00:00:00Z");
    device.publisher.instead.set("manifest.json", () => new Response(null, { status: 304 }));
    const outcome = await device.update(subscription, {
      validators: { etag: '"7"', lastModified: null },
    });
    expect(outcome).toEqual({
      kind: "refused",
      refusal: { code: "expired", expires: "2026-12-30T04:00:00Z" },
    });
  });

  test("none of its files is among those that the user chose", async () => {
    const english = { ...tuesday, file: { ...tuesday.file, language: "en" } };
    const choice = { languages: ["de"], days: null };
    device.publisher.publish([english], NEXT);
    expect(await device.update({ ...subscription, choice })).toEqual({
      kind: "refused",
      refusal: { code: "nothing-chosen" },
    });
    expect(await device.inUse(subscription)).toBe("7: 2026-11-30");
    expect(await device.files.names(subscription.id)).toEqual([monday.file.name]);
  });

  test("a file has another hash", async () => {
    const bytes = tuesday.bytes.slice();
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    device.publisher.publish([tuesday], NEXT);
    device.publisher.files.set(tuesday.file.name, bytes);
    expect(await refusal()).toEqual({ code: "other-hash", name: tuesday.file.name });
    expect(await device.files.names(subscription.id)).toEqual([monday.file.name]);
  });

  test("a file is larger than declared", async () => {
    device.publisher.publish([tuesday], NEXT);
    device.publisher.files.set(tuesday.file.name, new Uint8Array(10_000_000));
    const { name, bytes } = tuesday.file;
    expect(await refusal()).toEqual({ code: "file-too-large", name, declared: bytes });
  });

  test("a file is smaller than declared", async () => {
    device.publisher.publish([tuesday], NEXT);
    device.publisher.files.set(tuesday.file.name, tuesday.bytes.slice(0, 300));
    const { name, bytes } = tuesday.file;
    expect(await refusal()).toEqual({ code: "file-too-small", name, declared: bytes, found: 300 });
  });

  test("a name has a path in it", async () => {
    const evil = { ...tuesday.file, name: "../../manifest.json" };
    device.publisher.publish([{ ...tuesday, file: evil }], NEXT);
    expect(await refusal()).toEqual({ code: "bad-file-name", name: '"../../manifest.json"' });
  });

  test.each([301, 302, 307, 308])("the server redirects with %i", async (status) => {
    device.publisher.instead.set(
      "manifest.json",
      () => new Response(null, { status, headers: { location: "https://elsewhere.example/" } }),
    );
    expect(await refusal()).toEqual({ code: "redirected", host: "" });
  });

  test("the answer comes from another host", async () => {
    device.publisher.instead.set("manifest.json", () =>
      Object.defineProperty(new Response("{}"), "url", {
        value: "https://elsewhere.example/manifest.json",
      }),
    );
    expect(await refusal()).toEqual({ code: "redirected", host: "elsewhere.example" });
  });

  test.each(["https://127.0.0.1/manifest.json", "https://nas.local/manifest.json"])(
    "the address is the private %s, which is not asked",
    async (address) => {
      subscription = { ...subscription, address };
      expect(await refusal()).toEqual({ code: "private-address" });
      expect(device.publisher.requests).toEqual([]);
    },
  );

  test("the manifest has a million files", async () => {
    const files = Array.from({ length: 1_000_000 }, () => 0);
    device.publisher.instead.set("manifest.json", () => Response.json({ format: 1, files }));
    expect(await refusal()).toEqual({ code: "too-many-files", files: 1_000_000 });
  });

  test("the manifest never ends", async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent++;
        controller.enqueue(new Uint8Array(100_000).fill(0x20));
      },
    });
    device.publisher.instead.set("manifest.json", () => new Response(body));
    expect(await refusal()).toEqual({ code: "manifest-too-large" });
    expect(sent).toBeLessThan(50);
  });

  test("the server answers with a web page, status 200", async () => {
    const page = "<!doctype html><title>Log in</title>";
    device.publisher.instead.set("manifest.json", () => new Response(page));
    expect(await refusal()).toEqual({ code: "web-page" });
  });

  test("the server answers for a file with a web page, status 200", async () => {
    device.publisher.publish([tuesday], NEXT);
    device.publisher.instead.set(
      tuesday.file.name,
      () => new Response("<p>Log in</p>", { headers: { "content-type": "text/html" } }),
    );
    expect(await refusal()).toEqual({ code: "web-page" });
  });

  test.each(["<!doctype html><p>Log in</p>", "\ufeff\n <HTML><p>Log in</p>"])(
    "the server answers for a file with a web page that it does not call one: %j",
    async (page) => {
      device.publisher.publish([tuesday], NEXT);
      const headers = { "content-type": "application/octet-stream" };
      device.publisher.instead.set(tuesday.file.name, () => new Response(page, { headers }));
      expect(await refusal()).toEqual({ code: "web-page" });
    },
  );

  test("the server changes its files between the manifest and them", async () => {
    device.publisher.publish([tuesday], NEXT);
    device.publisher.files.delete(tuesday.file.name);
    expect(await refusal()).toEqual({
      kind: "failed",
      failure: "not-found",
      status: 404,
      retryAfter: null,
    });
  });

  test("the server only drips", async () => {
    device.publisher.publish([tuesday], NEXT);
    device.leastBytesEvery = 20;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        controller.enqueue(tuesday.bytes.slice(0, 1));
      },
    });
    device.publisher.instead.set(tuesday.file.name, () => new Response(body));
    expect(await refusal()).toMatchObject({ kind: "failed", failure: "timeout" });
  });

  test("connections are cut before anything comes", async () => {
    device.publisher.publish([tuesday], NEXT);
    device.publisher.instead.set(tuesday.file.name, () => cutAfter(tuesday.bytes, 0));
    expect(await refusal()).toMatchObject({ kind: "failed", failure: "unreachable" });
  });

  test("the device has no room for it", async () => {
    device.publisher.publish([tuesday], NEXT);
    device.freeBytes = 100;
    expect(await refusal()).toEqual({ kind: "disk-full" });
    expect(device.publisher.requests).toEqual(["manifest.json"]);
  });

  test("the disk fills up while it is written", async () => {
    device.publisher.publish([tuesday], NEXT);
    vi.spyOn(PartWriter.prototype, "write").mockRejectedValue(
      new DOMException("full", "QuotaExceededError"),
    );
    await expect(device.update(subscription)).rejects.toThrow("full");
    expect(await device.inUse(subscription)).toBe("7: 2026-11-30");
    vi.restoreAllMocks();
  });

  test("a file is as declared and no data set", async () => {
    const other = servedFile(new TextEncoder().encode("not a data set file, whatever its hash"));
    device.publisher.publish([other], NEXT);
    expect(await refusal()).toEqual({ code: "not-a-data-set", name: other.file.name });
    expect(await device.files.names(subscription.id)).toEqual([monday.file.name]);
  });
});
