import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PublishedManifest } from "../../../core/published/published-manifest.ts";
import { type Nginx, startNginx } from "../../../test/harness/nginx.ts";
import { makeKey } from "../../dataset/publish/key-file.ts";
import { type BenchmarkRow, rounded } from "../benchmark.ts";
import { writeDays } from "./days-of-articles.ts";
import { documented } from "./documented.ts";
import type { MirrorResult, MirrorTask } from "./mirror-task.ts";
import { publishSideBySide } from "./publish-side-by-side.ts";
import { runTask } from "./run-task.ts";

/** How many days a data set has. */
const DAYS = 30;

/**
 * Mirrors a published data set of some days from nginx, then the same with one day more, then once more when nothing has
 * changed.
 */
export async function mirrorRows(size: number): Promise<BenchmarkRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "second-source-bench-mirror-"));
  const [input, out, key, mirror] = ["input", "out", "key.pem", "mirror"].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  mkdirSync(mirror);
  let nginx: Nginx | null = null;
  try {
    await makeKey(key);
    const task = { out, key, processes: 2 };
    const perDay = Math.round(size / DAYS);
    writeDays(input, { first: 0, days: DAYS, perDay });
    await publishSideBySide(input, task);
    const { key: publicKey, version, signature } = manifestIn(out);
    nginx = await startNginx(out, documented("nginx"));
    const first: MirrorTask = {
      folder: mirror,
      origin: nginx.origin,
      pinned: { key: publicKey, version, signature },
      validators: { etag: null, lastModified: null },
    };
    const all = await mirrored(first, nginx);
    writeDays(join(folder, "new"), { first: DAYS, days: 1, perDay });
    await publishSideBySide(join(folder, "new"), { ...task, isUpdate: true });
    const day = await mirrored({ ...first, validators: all.validators }, nginx);
    const nothing = await mirrored({ ...first, validators: day.validators }, nginx);
    const rows = Object.entries({ all, "a new day": day, nothing }).map(([what, { row }]) => ({
      ...{ mirrored: size, "what is new": what },
      ...row,
    }));
    return rows;
  } finally {
    await nginx?.close();
    rmSync(folder, { recursive: true });
  }
}

async function mirrored(task: MirrorTask, nginx: Nginx) {
  const before = nginx.requests().filter(isRequest).length;
  const { seconds, peak, validators } = await runTask<MirrorResult>("mirror-task.ts", task);
  const requests = nginx.requests().filter(isRequest).slice(before);
  const bytes = requests.reduce((sum, line) => sum + Number(line.split(" ")[1]), 0);
  const row: BenchmarkRow = {
    "fetched files": requests.filter((line) => line.includes("/files/")).length,
    "fetched MB": rounded(bytes / 1e6, 3),
    "mirror s": rounded(seconds, 1),
    "mirror peak MB": peak,
  };
  return { row, validators };
}

function isRequest(line: string): boolean {
  return line !== "";
}

function manifestIn(out: string): PublishedManifest {
  return JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
}
