import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const SCRIPT = fileURLToPath(new URL("../../../scripts/start.ts", import.meta.url));

test("npm start with a path that does not exist says so, and builds nothing", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, "/nonexistent"], {
    encoding: "utf8",
  });
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: "",
    stderr: "/nonexistent does not exist or cannot be read.\n",
  });
});
