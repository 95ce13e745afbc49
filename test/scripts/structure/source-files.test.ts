import { describe, expect, test } from "vitest";
import { parseSource } from "../../../scripts/structure/source-files.ts";

const KNOWN = new Set(["a/b.ts", "c.tsx", "a/type.ts"]);

describe("a source file", () => {
  test("imports what its statements, calls and types name", () => {
    const text = `
      import { b } from "./b.ts";
      export * from "../c.tsx";
      export type { T } from "./type.ts";
      const later = import("./b.ts");
      type Only = import("./type.ts").Only;
      import "preact";
      import "./missing.ts";
    `;
    expect(parseSource("a/main.ts", text, KNOWN).imports).toEqual(["a/b.ts", "c.tsx", "a/type.ts"]);
  });

  test("does not import what a text or a comment names", () => {
    const text = `// import "./b.ts"\nconst text = 'import "./b.ts"';\n`;
    expect(parseSource("a/main.ts", text, KNOWN).imports).toEqual([]);
  });

  test("has a number of lines, and a longest function, inner functions included", () => {
    const text = [
      "const short = () => 1;",
      "function long() {",
      "  const inner = () => {",
      "    return 2;",
      "  };",
      "  return inner;",
      "}",
      "",
    ].join("\n");
    const { lines, longestFunction } = parseSource("a/main.ts", text, KNOWN);
    expect(lines).toBe(7);
    expect(longestFunction).toEqual({ line: 2, lines: 6 });
  });

  test("counts the tests of a suite one by one", () => {
    const text = "describe('a', () => {\n  test('b', () => {\n    run();\n  });\n});\n";
    expect(parseSource("a/main.test.ts", text, KNOWN).longestFunction).toEqual({
      line: 2,
      lines: 3,
    });
  });

  test("that cannot be parsed is an error with its path", () => {
    expect(() => parseSource("a/main.ts", "const = 1;", KNOWN)).toThrow(/^a\/main\.ts: /);
  });
});
