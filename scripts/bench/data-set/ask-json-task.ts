import { readFileSync } from "node:fs";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { articleKeys } from "../../../core/segment/article-keys.ts";
import { urlKey } from "../../../core/url/url-key.ts";
import { finishTask, processorMs, taskOf } from "./run-task.ts";

/** Answers a page from all records as one JSON text, as the package carried them before. */
export interface AskJsonTask {
  readonly path: string;
  readonly address: string;
}

const { path, address } = taskOf<AskJsonTask>();
const start = process.cpuUsage();
const records: readonly ArticleRecord[] = JSON.parse(readFileSync(path, "utf8"));
const parseMs = processorMs(start);
const byKey = new Map<string, ArticleRecord>();
for (const record of records) for (const key of articleKeys(record)) byKey.set(key, record);
if (!byKey.has(urlKey(address) ?? "")) throw new Error(address);
finishTask({ parseMs, firstMs: processorMs(start) });
