import { beforeAll, describe, expect, test } from "vitest";
import type { PublishedStatus } from "../../../core/protocol/published-status.ts";
import { OTHER_KEY } from "../../fixtures/published.ts";
import { record } from "../../fixtures/records.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { MANIFEST_ADDRESS, publishedDay } from "../../platform/publisher.ts";
import { useBrowser } from "../session.ts";
import { PublishedSection } from "./published-section.ts";
import { PublisherServer } from "./publisher-server.ts";

const PAGE = "https://harbour.example/crane";
const SECOND_PAGE = "https://harbour.example/next";

const day = await publishedDay("2026-11-29", [
  record(PAGE, { related: [record("https://quay.example/crane")] }),
]);
const nextDay = await publishedDay("2026-11-30", [record(SECOND_PAGE)]);
const third = await publishedDay("2026-11-28", [record("https://harbour.example/third")]);
const DATES = { published: "2026-11-30T04:00:00Z", expires: "2099-12-30T04:00:00Z" };

const server = new PublisherServer();
const { publisher, asked } = server;
const session = useBrowser(server.site, { asksPermissions: true });

let published: PublishedSection;
beforeAll(async () => {
  server.publish([day], DATES);
  published = await PublishedSection.open(session);
});

const known = async (url: string) => (await published.options.coverageOf(url)).kind;

describe("a published data set", () => {
  test("of a private network is not requested", async () => {
    await published.type("https://192.168.0.1/manifest.json");
    await expect
      .poll(() => published.text(".panel"))
      .toContain("Only sites on the public web can be used, not those of a private network.");
    expect(session.web.hosts).not.toContain("192.168.0.1");
  });

  test("is previewed by its manifest alone", async () => {
    const offer = await published.preview(MANIFEST_ADDRESS);
    expect(offer).toContain("Harbour News");
    expect(offer).toContain("21fe 31df a154 a261 626b f854 046f d227");
    expect(offer).toContain("CC BY 4.0");
    expect(asked).toEqual(["manifest.json"]);
  });

  test("is mirrored, and answers on a page of it", async () => {
    const set = await published.subscribe();
    expect(set).toMatchObject({ trouble: null, inUse: { files: 1, records: 1, version: 7 } });
    await published.allowSites();
    const page = await session.open(PAGE);
    expect(await session.sidebarText(page)).toContain("1 other article");
    await page.close();
  });

  test("takes an update, of which only the new file is fetched", async () => {
    asked.length = 0;
    server.publish([day, nextDay], { ...DATES, version: 8 });
    const set = await published.updateNow();
    expect(set).toMatchObject({ trouble: null, inUse: { files: 2, version: 8 } });
    expect(asked).toEqual(["manifest.json", nextDay.file.name]);
    expect(await known(SECOND_PAGE)).toBe("article");
  });
});

/** What a server may do, and the words for it on the card. */
const REFUSED: readonly (readonly [what: string, serve: () => void, says: string])[] = [
  [
    "is signed with another key",
    () => server.publish([day, third], { ...DATES, version: 9 }, OTHER_KEY),
    "The update is signed with another key",
  ],
  [
    "has a lower version",
    () => server.publish([day, third], { ...DATES, version: 6 }),
    "The server offers version 6, which is older than version 8 in use.",
  ],
  [
    "has expired",
    () =>
      server.publish([day, third], {
        version: 9,
        published: "2026-10-30T04:00:00Z",
        expires: "2026-11-01T04:00:00Z",
      }),
    "It was valid until",
  ],
  [
    "is redirected to another host",
    () => {
      const headers = { location: "https://elsewhere.example/manifest.json" };
      server.answerOnce("manifest.json", { status: 302, headers, body: "" });
    },
    "The server sends the extension on to another address. That is not followed.",
  ],
  [
    "is a web page, with status 200",
    () => server.answerOnce("manifest.json", { body: "<!doctype html><title>Log in</title>" }),
    "A web page came instead: the log-in page of a network, or a wrong address.",
  ],
  [
    "does not come",
    () => server.answerOnce("manifest.json", { body: "{}", cut: { after: 0 } }),
    "The server could not be reached, or the connection was cut.",
  ],
  [
    "is cut in the middle",
    () => server.answerOnce("manifest.json", { body: "{".padEnd(500), cut: { after: 200 } }),
    "The server could not be reached, or the connection was cut.",
  ],
  [
    "names a file with a path in it",
    () => {
      const evil = { ...third.file, name: "../../manifest.json" };
      server.publish([day, { ...third, file: evil }], { ...DATES, version: 9 });
    },
    "It lists a file whose name is not allowed",
  ],
  [
    "names too many files",
    () => {
      const files = Array.from({ length: 1_000_000 }, () => 0);
      server.answerOnce("manifest.json", { body: JSON.stringify({ format: 1, files }) });
    },
    "It lists 1,000,000 files, which is more than are taken.",
  ],
  [
    "names a file that is redirected to another host",
    () => {
      server.publish([day, third], { ...DATES, version: 9 });
      const headers = { location: `https://elsewhere.example/${third.file.name}` };
      server.answerOnce(third.file.name, { status: 307, headers, body: "" });
    },
    "The server sends the extension on to another address. That is not followed.",
  ],
  [
    "names a file that is not there",
    () => {
      server.publish([day, third], { ...DATES, version: 9 });
      publisher.files.delete(third.file.name);
    },
    "The server does not have what was asked for.",
  ],
  [
    "names a file for which a web page comes",
    () => {
      server.publish([day, third], { ...DATES, version: 9 });
      server.answerOnce(third.file.name, { body: "<!doctype html><title>Log in</title>" });
    },
    "A web page came instead: the log-in page of a network, or a wrong address.",
  ],
  [
    "names a file of another hash",
    () => {
      const bytes = third.bytes.slice().fill(0, 500, 600);
      server.publish([day, { ...third, bytes }], { ...DATES, version: 9 });
    },
    "A file is not the one that its publisher signed: it was changed or damaged.",
  ],
  [
    "names a file that is larger than it says",
    () => {
      const bytes = new Uint8Array(2_000_000);
      server.publish([day, { ...third, bytes }], { ...DATES, version: 9 });
    },
    "A file is larger than its publisher says.",
  ],
  [
    "names a file whose connections are cut again and again",
    () => {
      server.publish([day, third], { ...DATES, version: 9 });
      const cut = { headers: BYTES, body: third.bytes, cut: { after: 0 } };
      server.answerOnce(third.file.name, cut, cut, cut, cut, cut);
    },
    "The server could not be reached, or the connection was cut.",
  ],
];
const BYTES = { "content-type": "application/octet-stream" };

describe("what was there before stays in use when the next manifest", () => {
  test.each(REFUSED)("%s", async (_, serve, says) => {
    serve();
    const set = await published.updateNow();
    expect(set.trouble).not.toBeNull();
    // The card follows the background a moment later.
    await expect.poll(() => published.trouble()).toContain(says);
    expect(await published.trouble()).toContain("What was there before stays in use.");
    expect(set.inUse).toMatchObject({ version: 8, files: 2 });
    expect([await known(PAGE), await known(SECOND_PAGE)]).toEqual(["article", "article"]);
  });
});

test("requests go to the publisher's host alone, whatever the manifest says", () => {
  expect(session.web.hosts).not.toContain("elsewhere.example");
});

/** Has the server give the next version, whose new file is cut off once its start has come. */
async function updateWithCut(etag: string): Promise<PublishedStatus> {
  const start = Promise.withResolvers<void>();
  server.answerOnce(third.file.name, {
    headers: { ...BYTES, etag },
    body: third.bytes,
    cut: { after: 400, at: start.promise },
  });
  const update = published.updateNow();
  await waitFor("the start of the file", async () =>
    (await published.only()).progress?.done === 400 ? true : null,
  );
  asked.length = 0;
  start.resolve();
  return update;
}

test("a file that the server changes in the middle is refused", async () => {
  const changed = { ...third, bytes: third.bytes.slice().fill(0, 500, 600) };
  server.publish([day, changed], { ...DATES, version: 9 });
  const set = await updateWithCut('"another"');
  expect(set).toMatchObject({
    trouble: { kind: "refused", refusal: { code: "other-hash" } },
    inUse: { version: 8, files: 2 },
  });
  // The start might have been that of another file, so it is asked for as a whole, too.
  expect(asked).toEqual([`${third.file.name} bytes=400-`, third.file.name]);
});

test("a file whose connection is cut is fetched from there on", async () => {
  server.publish([day, third], { ...DATES, version: 9 });
  const { etag = "" } = publisher.answer(third.file.name, () => null).headers;
  expect(await updateWithCut(etag)).toMatchObject({ trouble: null, inUse: { version: 9 } });
  expect(asked).toEqual([`${third.file.name} bytes=400-`]);
  expect(await known(SECOND_PAGE)).toBe("outlet");
});

test("a data set that is removed answers no more, and does again when that is undone", async () => {
  await published.press("Remove");
  await expect.poll(() => known(PAGE)).toBe("none");
  await published.options.pressButton("Undo", ".published");
  await expect.poll(() => known(PAGE)).toBe("article");
});
