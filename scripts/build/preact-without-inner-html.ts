import type { Plugin } from "vite";

/**
 * Removes the assignment behind `dangerouslySetInnerHTML` from Preact, so that no text of a data set or a page can
 * become markup and the store's linter has nothing to warn about. Fails the build when Preact no longer looks as
 * expected.
 */
export function preactWithoutInnerHtml(): Plugin {
  return {
    name: "preact-without-inner-html",
    transform(code, id) {
      if (!/\/preact\/dist\/preact\.mjs$/.test(id)) return null;
      const assignments = code.match(/\b\w+\.innerHTML=\w+\.__html/g) ?? [];
      if (assignments.length !== 1)
        this.error(`expected one innerHTML assignment in Preact, found ${assignments.length}`);
      return { code: code.replace(assignments[0] ?? "", "void 0"), map: null };
    },
  };
}
