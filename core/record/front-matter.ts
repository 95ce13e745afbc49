import {
  CORE_SCHEMA,
  constructFromEvents,
  EVENT_ID,
  parseEvents,
  realMapTag,
  YAMLException,
} from "js-yaml";

/** Largest front matter read, in UTF-16 code units; the largest real record has 0.3 million. */
const MAX_LENGTH = 4_000_000;
/** The format needs 5 levels. */
const MAX_DEPTH = 16;

/** Front matter as a tree of `Map`, array and scalar, and the line each node starts on. */
export interface FrontMatter {
  readonly value: unknown;
  /** Line of a node by its path (`related[2].webUrl`), or of the nearest one around it; first line is 1. */
  lineOf(path: string): number;
}

/** Why a file has no front matter to read. */
export class FrontMatterError extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** Mappings become `Map`, so that a key such as `__proto__` is only a key; no tag makes code. */
const SCHEMA = CORE_SCHEMA.withTags(realMapTag);

/**
 * Reads the YAML between the `---` lines at the top of a Markdown file.
 *
 * Refused, with the line: a file without them, other front-matter languages (`---js`), aliases,
 * depth over 16, over 4 million characters, and all that is not YAML 1.2.
 *
 * @throws FrontMatterError
 */
export function readFrontMatter(markdown: string): FrontMatter {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(markdown);
  if (opening === null)
    throw new FrontMatterError("expected the file to start with a line “---”", 1);
  const rest = markdown.slice(opening[0].length);
  const end = /^---[ \t]*(?:\r?\n|$)/m.exec(rest);
  if (end === null) throw new FrontMatterError("expected a second line “---” after the fields", 1);
  const yaml = rest.slice(0, end.index);
  if (yaml.length > MAX_LENGTH)
    throw new FrontMatterError(`expected at most ${MAX_LENGTH} characters of fields`, 1);
  const lines = new LineIndex(yaml, 2);
  try {
    const events = parseEvents(yaml, { maxDepth: MAX_DEPTH });
    const [value] = constructFromEvents(events, { source: yaml, schema: SCHEMA, maxAliases: 0 });
    const places = placesOf(events, yaml);
    return { value, lineOf: (path) => lines.at(nearestPlace(places, path)) };
  } catch (error) {
    // js-yaml asks that everything be caught, not its own class alone (a deep document, say).
    const at = error instanceof YAMLException ? (error.mark?.position ?? 0) : 0;
    const reason = error instanceof YAMLException ? error.reason : "cannot be parsed";
    throw new FrontMatterError(`expected YAML: ${reason}`, lines.at(at));
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

/** Bounded by depth: a key may itself be full of dots and brackets. */
function nearestPlace(places: ReadonlyMap<string, number>, path: string): number {
  let at = path;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const place = places.get(at);
    if (place !== undefined) return place;
    at = at.slice(0, Math.max(0, at.lastIndexOf("."), at.lastIndexOf("[")));
  }
  return places.get("") ?? 0;
}

/** Walks the parser's flat events with a stack of open collections and notes where each path starts. */
function placesOf(events: ReturnType<typeof parseEvents>, source: string): Map<string, number> {
  interface Open {
    readonly path: string;
    /** Next index of a sequence, or `null` in a mapping. */
    index: number | null;
    /** Key read and waiting for its value. */
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
