import type { Plugin } from "vite";

/** A rule's `source: "…"`, with the blanks before it and the comma behind. */
const SOURCE = /\s\bsource:\s*"(?:[^"\\]|\\.)*",?/g;

/**
 * Takes the sources of the rules for addresses out of the built extension: they are for those who read the table, and weigh a
 * kilobyte there. Fails the build when the table no longer looks as expected.
 */
export function rulesWithoutSources(): Plugin {
  return {
    name: "rules-without-sources",
    transform(code, id) {
      if (!/\/core\/url\/url-rules\.ts$/.test(id)) return null;
      const sources = code.match(SOURCE) ?? [];
      if (sources.length === 0) this.error("found no source of a rule for addresses");
      return { code: code.replace(SOURCE, ""), map: null };
    },
  };
}
