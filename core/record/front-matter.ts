import {
  CORE_SCHEMA,
  constructFromEvents,
  EVENT_ID,
  parseEvents,
  realMapTag,
  YAMLException,
} from "js-yaml";
import { readToml, TomlFault } from "./toml-front-matter.ts";

/** Largest front matter read, in UTF-16 code units; the largest real record has 0.3 million. */
const MAX_LENGTH = 4_000_000;
/** The format needs 5 levels. */
const MAX_DEPTH = 16;

/** Parsed front matter: `Map`s, arrays and scalars, with the line on which each of them starts. */
export interface FrontMatter {
  readonly value: unknown;
  /**
   * The line of a node by its path (`related[2].webUrl`), or of the nearest node around it. The first line
   * of the file is 1.
   */
  lineOf(path: string): number;
}

/** Thrown for a file whose front matter cannot be read; the message says why. */
export class FrontMatterError extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** Reads mappings as `Map`, so that `__proto__` is a key like any other, and knows no tag that makes code. */
const SCHEMA = CORE_SCHEMA.withTags(realMapTag);

/**
 * Reads the YAML between the `---` lines at the top of a Markdown file, or the TOML between `+++` lines.
 *
 * Refuses files without these lines, other front-matter languages (`---js`), aliases, nesting deeper
 * than 16, more than 4 million characters, and everything that is not YAML 1.2 or TOML 1.0. The error has the line.
 *
 * @throws FrontMatterError
 */
export function readFrontMatter(markdown: string): FrontMatter {
  const opening = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n/.exec(markdown);
  if (opening === null)
    throw new FrontMatterError("expected the file to start with a line “---” or “+++”", 1);
  const [{ length }, fence = ""] = opening;
  const rest = markdown.slice(length);
  const end = (fence === "---" ? YAML_END : TOML_END).exec(rest);
  if (end === null)
    throw new FrontMatterError(`expected a second line “${fence}” after the fields`, 1);
  const text = rest.slice(0, end.index);
  if (text.length > MAX_LENGTH)
    throw new FrontMatterError(`expected at most ${MAX_LENGTH} characters of fields`, 1);
  return fence === "---" ? readYaml(text) : readTomlFields(text);
}

const YAML_END = /^---[ \t]*(?:\r?\n|$)/m;
const TOML_END = /^\+\+\+[ \t]*(?:\r?\n|$)/m;

function readYaml(yaml: string): FrontMatter {
  const lines = new LineIndex(yaml, 2);
  try {
    const events = parseEvents(yaml, { maxDepth: MAX_DEPTH });
    const [value] = constructFromEvents(events, { source: yaml, schema: SCHEMA, maxAliases: 0 });
    const places = placesOf(events, yaml);
    return { value, lineOf: (path) => lines.at(nearestPlace(places, path)) };
  } catch (error) {
    // js-yaml may throw other errors than its own class, for example on a deeply nested document.
    const at = error instanceof YAMLException ? (error.mark?.position ?? 0) : 0;
    const reason = error instanceof YAMLException ? error.reason : "cannot be parsed";
    throw new FrontMatterError(`expected YAML: ${reason}`, lines.at(at));
  }
}

function readTomlFields(toml: string): FrontMatter {
  try {
    const { value, lineOf } = readToml(toml, MAX_DEPTH);
    return { value, lineOf: (path) => lineOf(path) + 1 };
  } catch (error) {
    if (!(error instanceof TomlFault)) throw error;
    throw new FrontMatterError(`expected TOML: ${error.message}`, error.line + 1);
  }
}

class LineIndex {
  readonly #starts: number[] = [0];
  readonly #first: number;
  constructor(text: string, first: number) {
    this.#first = first;
    for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1))
      this.#starts.push(i + 1);
  }
  at(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return this.#first + low;
  }
}

/** The loop is bounded by the depth, because a key may itself be full of dots and brackets. */
function nearestPlace(places: ReadonlyMap<string, number>, path: string): number {
  let at = path;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const place = places.get(at);
    if (place !== undefined) return place;
    at = at.slice(0, Math.max(0, at.lastIndexOf("."), at.lastIndexOf("[")));
  }
  return places.get("") ?? 0;
}

/** Finds where each path starts, from the parser's flat list of events and a stack of open collections. */
function placesOf(events: ReturnType<typeof parseEvents>, source: string): Map<string, number> {
  interface Open {
    readonly path: string;
    /** The index of the next item in a sequence; `null` in a mapping. */
    index: number | null;
    /** The key whose value comes next. */
    key: string | null;
  }
  const places = new Map<string, number>();
  const stack: Open[] = [];
  const enter = (offset: number): string => {
    const top = stack.at(-1);
    let path = "";
    if (top?.index != null) path = `${top.path}[${top.index++}]`;
    else if (top?.key != null) {
      path = top.path === "" ? top.key : `${top.path}.${top.key}`;
      top.key = null;
    }
    if (!places.has(path)) places.set(path, offset);
    return path;
  };
  for (const event of events) {
    if (event.type === EVENT_ID.POP) stack.pop();
    else if (event.type === EVENT_ID.DOCUMENT) stack.push({ path: "", index: null, key: null });
    else if (event.type === EVENT_ID.SEQUENCE)
      stack.push({ path: enter(event.start), index: 0, key: null });
    else if (event.type === EVENT_ID.MAPPING)
      stack.push({ path: enter(event.start), index: null, key: null });
    else if (event.type === EVENT_ID.SCALAR) {
      const top = stack.at(-1);
      const isKey = stack.length > 1 && top?.index === null && top.key === null;
      if (isKey) {
        top.key = source.slice(event.valueStart, event.valueEnd);
        places.set(top.path === "" ? top.key : `${top.path}.${top.key}`, event.valueStart);
      } else enter(event.valueStart);
    }
  }
  return places;
}
