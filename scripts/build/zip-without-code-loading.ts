import type { Plugin } from "vite";

/**
 * Removes the loading of further codecs by their address from zip.js: the supported formats need none, and all code
 * must come from the package. Fails the build when zip.js no longer looks as expected.
 */
export function zipWithoutCodeLoading(): Plugin {
  return {
    name: "zip-without-code-loading",
    transform(code, id) {
      if (!/\/@zip\.js\/zip\.js\/lib\/core\/codec-registry\.js$/.test(id)) return null;
      const imports = code.match(/await import\([^)]*\bcodecURI\)/g) ?? [];
      if (imports.length !== 1)
        this.error(`expected one import by address in zip.js, found ${imports.length}`);
      return { code: code.replace(imports[0] ?? "", "{}"), map: null };
    },
  };
}
