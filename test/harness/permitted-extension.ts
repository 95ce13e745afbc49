import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A copy of a built extension, to be removed after use. */
export interface ExtensionCopy {
  readonly folder: string;
  remove(): Promise<void>;
}

/**
 * A copy of the built extension with permission for sites. It stands in for the user accepting the permission prompt,
 * which no driver of Chromium reaches. Everything else is as shipped.
 *
 * @param patterns match patterns of the sites; default all sites
 */
export async function permittedExtension(
  built: string,
  patterns?: readonly string[],
): Promise<ExtensionCopy> {
  const folder = await mkdtemp(join(tmpdir(), "second-source-"));
  await cp(built, folder, { recursive: true });
  const file = join(folder, "manifest.json");
  const manifest: { host_permissions?: string[]; optional_host_permissions?: string[] } =
    JSON.parse(await readFile(file, "utf8"));
  manifest.host_permissions = [
    ...(manifest.host_permissions ?? []),
    ...(patterns ?? manifest.optional_host_permissions ?? []),
  ];
  if (patterns === undefined) delete manifest.optional_host_permissions;
  await writeFile(file, JSON.stringify(manifest));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
