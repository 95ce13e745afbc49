import type { Plugin } from "vite";

/** The tables of `core/url`. */
const TABLE = /\/core\/url\/(?:url-rules|host-rules|tracking-parameters)\.ts$/;
/** A rule's `source: "…"`, with the white space before it and the comma after it. */
const SOURCE = /\s\bsource:\s*"(?:[^"\\]|\\.)*",?/g;

/**
 * Removes the `source` of each address rule from the built extension: it is for people who read the table, and
 * would add two kilobytes. Fails the build when the table no longer looks as expected.
 */
export function rulesWithoutSources(): Plugin {
  return {
    name: "rules-without-sources",
    transform(code, id) {
      if (!TABLE.test(id)) return null;
      const sources = code.match(SOURCE) ?? [];
      if (sources.length === 0) this.error("found no source of a rule for addresses");
      return { code: code.replace(SOURCE, ""), map: null };
    },
  };
}
