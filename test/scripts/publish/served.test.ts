import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EVERYTHING, planMirror } from "../../../core/published/mirror-plan.ts";
import { fileAddress } from "../../../core/published/published-address.ts";
import { readPublished } from "../../../core/published/read-published.ts";
import { fileRefusal } from "../../../core/published/trust.ts";
import { documented } from "../../../scripts/bench/data-set/documented.ts";
import { PublishRun } from "../../fixtures/publish-run.ts";
import { record } from "../../fixtures/records.ts";
import { hasNginx, type Nginx, startNginx } from "../../harness/nginx.ts";

const ABSENT = "nginx is not installed";
let run: PublishRun;
let server: Nginx;

beforeAll(async () => {
  run = new PublishRun();
  if (!hasNginx) return;
  await run.run("key", run.key);
  const articles = ["28", "29", "30"].map((day) =>
    record(`https://a.example/${day}`, { publishedDateTime: `2026-11-${day}T10:00:00Z` }),
  );
  await run.run("publish", run.input(articles), ...run.options("--partition", "day"));
  server = await startNginx(run.out, documented("nginx"));
});

afterAll(async () => {
  await server?.close();
  run.dispose();
});

test("a published folder is mirrored from nginx as docs/publishing.md configures it", async ({
  skip,
}) => {
  skip(!hasNginx, ABSENT);
  const address = `${server.origin}/manifest.json`;
  const answer = await fetch(address);
  expect(answer.headers.get("cache-control")).toBe("no-cache");
  const read = await readPublished(new Uint8Array(await answer.arrayBuffer()), crypto.subtle);
  if ("refusal" in read) throw new Error(read.refusal.code);

  const { fetch: wanted } = planMirror(read.manifest, EVERYTHING, new Map());
  expect(wanted.map(({ file }) => file.partition)).toEqual([
    "2026-11-30",
    "2026-11-29",
    "2026-11-28",
  ]);
  for (const { file } of wanted) {
    const fetched = await fetch(fileAddress(address, file.name));
    expect(fetched.headers.get("cache-control")).toContain("immutable");
    const bytes = new Uint8Array(await fetched.arrayBuffer());
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect(fileRefusal(file, { bytes: bytes.length, sha256 })).toBeNull();
  }
});

test("an interrupted file is resumed where it ended", async ({ skip }) => {
  skip(!hasNginx, ABSENT);
  const [name = ""] = run.files();
  const address = fileAddress(`${server.origin}/manifest.json`, name);
  const whole = new Uint8Array(await (await fetch(address)).arrayBuffer());
  const rest = await fetch(address, { headers: { range: "bytes=1000-" } });
  expect(rest.status).toBe(206);
  expect(new Uint8Array(await rest.arrayBuffer())).toEqual(whole.subarray(1000));
  // nginx writes its log when the answer is gone.
  await expect
    .poll(() => server.requests().at(-1))
    .toBe(`206 ${whole.length - 1000} GET /files/${name} bytes=1000-`);
});

test("what the next run has to know is not served", async ({ skip }) => {
  skip(!hasNginx, ABSENT);
  expect((await fetch(`${server.origin}/parts/gone.json`)).status).toBe(404);
});
