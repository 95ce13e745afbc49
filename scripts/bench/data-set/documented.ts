import { readFileSync } from "node:fs";

/** The only block of a language in `docs/publishing.md`: what is measured and tested is what is documented. */
export function documented(language: "sql" | "nginx"): string {
  const page = readFileSync(new URL("../../../docs/publishing.md", import.meta.url), "utf8");
  const blocks = [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].filter(([, of]) => of === language);
  const [, , text] = blocks[0] ?? [];
  if (text === undefined || blocks.length > 1)
    throw new Error(`docs/publishing.md has ${blocks.length} blocks of ${language}`);
  return text;
}
