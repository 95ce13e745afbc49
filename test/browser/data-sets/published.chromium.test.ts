import { beforeAll, describe, expect, test } from "vitest";
import type { PreviewAnswer, PublishedSets } from "../../../core/protocol/published-status.ts";
import { record } from "../../fixtures/records.ts";
import { OptionsPage } from "../../harness/options-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { MANIFEST_ADDRESS, Publisher, publishedDay } from "../../platform/publisher.ts";
import { useBrowser } from "../session.ts";

const PAGE = "https://harbour.example/crane";
const OTHER = "https://quay.example/crane";

const day = await publishedDay("2026-11-29", [
  record(PAGE, { title: "Crane falls into the harbour", related: [record(OTHER)] }),
]);
const nextDay = await publishedDay("2026-11-30", [record("https://harbour.example/next")]);
const publisher = new Publisher();
const DATES = { published: "2026-11-30T04:00:00Z", expires: "2099-12-30T04:00:00Z" };
publisher.publish([day], DATES);

const asked: string[] = [];
const session = useBrowser(
  (url) => {
    if (url.hostname !== "data.example")
      return { body: "<!doctype html><title>Crane falls into the harbour</title>" };
    asked.push(url.pathname);
    const body = publisher.files.get(url.pathname.split("/").at(-1) ?? "");
    return body && { headers: { "content-type": "application/octet-stream" }, body };
  },
  { asksPermissions: true },
);

let options: OptionsPage;
beforeAll(async () => {
  options = await OptionsPage.open(session.browser);
});

const idle = () =>
  waitFor("the end of the update", async () => {
    const { sets } = await options.ask<PublishedSets>({ type: "published.status" });
    const [set] = sets;
    return set !== undefined && set.progress === null && set.lastCheckAt !== null ? set : null;
  });

describe("a published data set", () => {
  test("is previewed by its manifest alone", async () => {
    const answer = await options.ask<PreviewAnswer>({
      type: "published.preview",
      typed: MANIFEST_ADDRESS,
    });
    expect(answer).toMatchObject({
      kind: "preview",
      preview: { fingerprint: "21fe 31df a154 a261 626b f854 046f d227" },
    });
    expect(asked).toEqual(["/harbour/manifest.json"]);
  });

  test("is mirrored, and answers on a page of it", async () => {
    const { key, version, signature, name } = publisher.publish([day], DATES);
    await options.ask<PublishedSets>({
      type: "published.add",
      address: MANIFEST_ADDRESS,
      name,
      pinned: { key, version, signature },
      choice: { languages: null, days: null },
      access: "sites",
    });
    const set = await idle();
    expect(set).toMatchObject({ trouble: null, inUse: { files: 1, records: 1, version: 7 } });
    const page = await session.open(PAGE);
    expect(await session.sidebarText(page)).toContain("1 related article");
  });

  test("takes an update, of which only the new file is fetched", async () => {
    asked.length = 0;
    publisher.publish([day, nextDay], { ...DATES, version: 8 });
    const before = await idle();
    await options.ask<PublishedSets>({ type: "published.check", id: before.id });
    const set = await waitFor("version 8", async () => {
      const now = await idle();
      return now.inUse?.version === 8 ? now : null;
    });
    expect(set).toMatchObject({ trouble: null, inUse: { files: 2 } });
    expect(asked).toEqual(["/harbour/manifest.json", `/harbour/files/${nextDay.file.name}`]);
  });

  test("that is not as declared leaves what was there before in use", async () => {
    const { id } = await idle();
    const other = await publishedDay("2026-11-28", [record("https://harbour.example/other")]);
    publisher.publish([day, { ...other, bytes: nextDay.bytes }], { ...DATES, version: 9 });
    await options.ask<PublishedSets>({ type: "published.check", id });
    const set = await waitFor("the refusal", async () => {
      const now = await idle();
      return now.trouble === null ? null : now;
    });
    expect(set.trouble?.kind).toBe("refused");
    expect(set.inUse).toMatchObject({ version: 8, files: 2 });
  });
});
