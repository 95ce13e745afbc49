import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "vitest";
import type { View } from "../../harness/driven-browser.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong in a view, light and dark, as `scheme rule: element`. */
export async function violations(view: View): Promise<string[]> {
  const found: string[] = [];
  for (const scheme of ["light", "dark"]) {
    const inScheme = await view.run(
      async (document, source, name) => {
        document.documentElement.style.colorScheme = name;
        const scope = document.defaultView as unknown as {
          axe?: { run(root: Document): Promise<Results> };
        };
        if (scope.axe === undefined) {
          new Function("window", "document", source).call(scope, scope, document);
        }
        const results = await scope.axe?.run(document);
        document.documentElement.style.colorScheme = "";
        return {
          passes: results?.passes.length ?? 0,
          violations: (results?.violations ?? []).flatMap((violation) =>
            violation.nodes.map((node) => `${name} ${violation.id}: ${node.html}`),
          ),
        };
      },
      AXE,
      scheme,
    );
    expect(inScheme.passes).toBeGreaterThan(10);
    found.push(...inScheme.violations);
  }
  return found;
}

interface Results {
  readonly passes: readonly unknown[];
  readonly violations: readonly { id: string; nodes: readonly { html: string }[] }[];
}
