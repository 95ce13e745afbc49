import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { documented } from "../../../scripts/bench/data-set/documented.ts";
import { PublishRun } from "../../fixtures/publish-run.ts";
import { record } from "../../fixtures/records.ts";
import { hasNginx, type Nginx, startNginx } from "../../harness/nginx.ts";
import { useBrowser } from "../session.ts";
import { PublishedSection } from "./published-section.ts";

if (!hasNginx) console.warn("nginx is not installed: mirrors from a real server are not tested.");

const addressOf = (day: string) => `https://harbour.example/${day}`;
const articleOf = (day: string) =>
  record(addressOf(day), { publishedDateTime: `2026-11-${day}T10:00:00Z` });

describe.skipIf(!hasNginx)("a data set that was published by the command and lies on nginx", () => {
  const session = useBrowser(() => undefined, { asksPermissions: true });
  let run: PublishRun;
  let nginx: Nginx;
  let published: PublishedSection;
  let seen = 0;

  const publish = (days: readonly string[], ...more: readonly string[]) =>
    run.run(
      "publish",
      run.input(days.map(articleOf)),
      ...run.options("--partition", "day", ...more),
    );
  /** The requests since the last ones, once there are so many: nginx writes them down when the answers are gone. */
  const requests = async (count: number) => {
    await expect.poll(() => nginx.requests().length).toBeGreaterThanOrEqual(seen + count);
    const news = nginx.requests().slice(seen);
    seen += news.length;
    return news.map((line) => line.replace(/^(\d+) \d+ /, "$1 "));
  };
  const known = async (day: string) =>
    (await published.options.coverageOf(addressOf(day))).kind === "article";

  beforeAll(async () => {
    run = new PublishRun();
    await run.run("key", run.key);
    await publish(["28", "29"]);
    nginx = await startNginx(run.out, documented("nginx"), { isSecure: true });
    session.web.lead("data.example", nginx.port);
    published = await PublishedSection.open(session);
  });
  afterAll(async () => {
    await nginx.close();
    run.dispose();
  });

  test("is offered with the key that the command names", async () => {
    const { text } = await run.run("key", run.key);
    const offer = await published.preview("data.example/");
    expect(offer).toContain(text.replace("fingerprint: ", "").trim());
    expect(await requests(1)).toEqual(["200 GET /manifest.json -"]);
  });

  test("is mirrored, the newest day first", async () => {
    const set = await published.subscribe();
    expect(set).toMatchObject({ trouble: null, inUse: { version: 1, records: 2, files: 2 } });
    const [newer, older] = (await run.manifest()).files
      .toSorted((a, b) => (a.partition < b.partition ? 1 : -1))
      .map(({ name }) => `200 GET /files/${name} -`);
    expect(await requests(3)).toEqual(["200 GET /manifest.json -", newer, older]);
    expect([await known("28"), await known("29"), await known("30")]).toEqual([true, true, false]);
  });

  test("takes the next day, of which alone the file is fetched", async () => {
    const before = run.files();
    await publish(["30"], "--update");
    const [added, ...others] = run.files().filter((name) => !before.includes(name));
    expect(others).toEqual([]);
    const set = await published.updateNow();
    expect(set).toMatchObject({ trouble: null, inUse: { version: 2, records: 3, files: 3 } });
    expect(await requests(2)).toEqual(["200 GET /manifest.json -", `200 GET /files/${added} -`]);
    expect([await known("28"), await known("30")]).toEqual([true, true]);
  });

  test("requests nothing but the manifest if nothing is new", async () => {
    expect(await published.updateNow()).toMatchObject({ trouble: null, inUse: { version: 2 } });
    expect(await requests(1)).toEqual(["304 GET /manifest.json -"]);
  });
});
