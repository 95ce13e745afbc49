import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { sampleOf } from "../../sample.ts";

const CHILD = fileURLToPath(new URL("../../fixtures/read-huge-file.ts", import.meta.url));

const MEGABYTES = sampleOf(1024, 2048);

test.each(["lines", "json"])("gigabytes of %s are read in bounded memory", (kind) => {
  const output = execFileSync(process.execPath, [CHILD, kind, `${MEGABYTES}`], {
    encoding: "utf8",
  });
  const { records, problems, grownBy }: { records: number; problems: string[]; grownBy: number } =
    JSON.parse(output);
  expect(problems).toEqual(
    kind === "json"
      ? ["huge:2: rejected: expected at most 16777216 bytes in a record"]
      : ["huge:2: rejected: expected a line of at most 16777216 characters"],
  );
  expect(records).toBe(kind === "json" ? 1 : 2);
  expect(grownBy / 2 ** 20).toBeLessThan(512);
});
