import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { builtExtension } from "../../harness/drive-browser.ts";
import { SIX_OUTLETS } from "../live/six-outlets.ts";

/** A copy of the built extension whose list of outlets has the six stand-ins alone. Everything else is as shipped. */
export function extensionWithSixOutlets(): string {
  const folder = mkdtempSync(join(tmpdir(), "second-source-"));
  cpSync(builtExtension(inject("browser")), folder, { recursive: true });
  const evidence = { kind: "checked", date: "2026-11-30" };
  const outlets = SIX_OUTLETS.map(({ name, feed, entries: [first] }) => ({
    name,
    domains: [new URL(first?.url ?? feed).hostname.replace(/^www\./, "")],
    feed,
    country: "NO",
    language: "en",
    kind: "paper",
    evidence,
  }));
  writeFileSync(
    join(folder, "outlets.json"),
    JSON.stringify({ writtenDown: "2026-11-30", outlets }),
  );
  return folder;
}
