import { parse, TomlDate, TomlError } from "smol-toml";

/** Parsed TOML: objects, arrays and scalars, times as text. */
export interface TomlFields {
  readonly value: unknown;
  /** The line of a field of the outermost table, or 1; the first line of the TOML is 1. */
  lineOf(path: string): number;
}

/** Thrown for text that is not TOML; `line` is counted from 1. */
export class TomlFault extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/**
 * Reads TOML 1.0.
 *
 * @param maxDepth the deepest nesting that is read
 * @throws TomlFault
 */
export function readToml(text: string, maxDepth: number): TomlFields {
  try {
    const value = parse(text, { maxDepth });
    const lines = text.split("\n");
    return {
      value: withTimesAsText(value),
      lineOf(path) {
        const [name = ""] = path.split(/[.[]/, 1);
        // A path without a name is the whole record, and not the first empty line.
        if (name === "") return 1;
        const at = lines.findIndex((line) => /^\s*["']?([^"'=\s]*)/.exec(line)?.[1] === name);
        return Math.max(at, 0) + 1;
      },
    };
  } catch (error) {
    // The parser may throw other errors than its own, for example on deep nesting.
    if (!(error instanceof TomlError)) throw new TomlFault("cannot be parsed", 1);
    const [, reason = ""] = /^(?:Invalid TOML document: )?([^\n]*)/.exec(error.message) ?? [];
    throw new TomlFault(reason, error.line);
  }
}

function withTimesAsText(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(withTimesAsText);
  if (typeof value !== "object" || value === null) return value;
  return new Map(Object.entries(value).map(([name, inner]) => [name, withTimesAsText(inner)]));
}
