import { globSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { parseSync, Visitor } from "vite";
import { ROOT } from "../tools/run-tool.ts";

/** The top folders of the repository that hold source, in the order in which they may import each other. */
export const ROOMS = ["core", "platform", "components", "entrypoints", "scripts", "test"] as const;

/** A TypeScript file of the repository. Paths are relative to its root, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly lines: number;
  /** The source files that it imports, types included, each once. */
  readonly imports: readonly string[];
  /** The function with the most lines, those of the functions inside it included; `null` without one. */
  readonly longestFunction: FunctionLength | null;
}

export interface FunctionLength {
  /** Line on which it starts; the first line of a file is 1. */
  readonly line: number;
  readonly lines: number;
}

/** All source files of the repository, in the order of their paths. */
export function readSourceFiles(): SourceFile[] {
  const paths = globSync(`{${ROOMS.join(",")}}/**/*.{ts,tsx}`, { cwd: ROOT })
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
  const known = new Set(paths);
  return paths.map((path) => parseSource(path, readFileSync(`${ROOT}${path}`, "utf8"), known));
}

/** @param known the paths that count as source files among what is imported */
export function parseSource(path: string, text: string, known: ReadonlySet<string>): SourceFile {
  const imports = new Set<string>();
  const addImport = (specifier: unknown) => {
    if (typeof specifier !== "string" || !specifier.startsWith(".")) return;
    const imported = posix.join(posix.dirname(path), specifier);
    if (known.has(imported)) imports.add(imported);
  };
  let longest: FunctionLength | null = null;
  const suites = new Set<unknown>();
  const addFunction = (node: { readonly start: number; readonly end: number }) => {
    const lines = linesIn(text.slice(node.start, node.end));
    if (suites.has(node) || lines <= (longest?.lines ?? 0)) return;
    longest = { line: linesIn(text.slice(0, node.start)), lines };
  };
  const { program, errors } = parseSync(path, text);
  if (errors[0] !== undefined) throw new SyntaxError(`${path}: ${errors[0].message}`);
  new Visitor({
    ImportDeclaration: ({ source }) => addImport(source.value),
    ExportNamedDeclaration: ({ source }) => addImport(source?.value),
    ExportAllDeclaration: ({ source }) => addImport(source.value),
    ImportExpression: ({ source }) => addImport("value" in source ? source.value : null),
    TSImportType: ({ source }) => addImport(source.value),
    FunctionDeclaration: addFunction,
    FunctionExpression: addFunction,
    ArrowFunctionExpression: addFunction,
    CallExpression: ({ callee, arguments: values }) => {
      // A suite is a list of tests, not a function to be understood as one.
      if (/^describe\b/.test(text.slice(callee.start, callee.end)))
        for (const value of values) suites.add(value);
    },
  }).visit(program);
  return {
    path,
    lines: linesIn(text) - (text.endsWith("\n") ? 1 : 0),
    imports: [...imports],
    longestFunction: longest,
  };
}

function linesIn(text: string): number {
  return text.split("\n").length;
}
