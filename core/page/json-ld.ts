/** An object in a page's JSON-LD, as parsed: any field may hold anything. */
export type JsonLdNode = Readonly<Record<string, unknown>>;

/** How far lists, graphs and main entities are followed: a list of graphs of pages of articles, and one more. */
const MAX_DEPTH = 6;
const MAX_ITEMS = 50;
/** Nodes that are taken of one block. */
const MAX_NODES = 100;
const MAX_TYPES = 8;

/**
 * The nodes of one block of JSON-LD: the object it holds, or those of its lists and graphs, and the main
 * entity of each. Control characters in strings, a common fault, are taken for blanks; of a
 * block that is no JSON even so, one node has what can be made out of it.
 */
export function jsonLdNodes(text: string): JsonLdNode[] {
  const nodes: JsonLdNode[] = [];
  collect(parsed(text), MAX_DEPTH, nodes);
  return nodes;
}

function parsed(text: string): unknown {
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what JSON refuses
    return JSON.parse(text.replace(/[\u0000-\u001f]+/g, " "));
  } catch {
    return salvaged(text);
  }
}

/**
 * Broken JSON-LD (commas too many or too few, quotes that are not escaped, comments around or
 * within) mostly has its simple fields intact. Only those that no other kind of node has are taken, each
 * where it first stands. A text after which neither the next field nor an end follows was cut by a quote of its own.
 *
 * Takes time in proportion to the text: no two runs of blanks stand side by side, or a page could
 * have each of 200,000 blanks tried in both.
 */
function salvaged(text: string): JsonLdNode {
  const node: Record<string, string> = Object.create(null);
  const fields =
    /"(@type|headline|datePublished)"\s*:\s*(?:\[\s*)?("(?:[^"\\\r\n]|\\.)*")(?=\s*(?:[,}\]]|$)|\s+["/])/g;
  for (const [, name = "", value = ""] of text.matchAll(fields)) {
    if (name in node && (name !== "@type" || isArticleNode(node))) continue;
    try {
      node[name] = JSON.parse(value);
    } catch {
      // An escape that is none: this field is lost.
    }
  }
  return node;
}

function collect(value: unknown, depth: number, nodes: JsonLdNode[]): void {
  if (typeof value !== "object" || value === null || depth === 0 || nodes.length >= MAX_NODES)
    return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, MAX_ITEMS)) collect(item, depth - 1, nodes);
    return;
  }
  const node: JsonLdNode = { ...value };
  nodes.push(node);
  for (const name of ["@graph", "mainEntity"]) collect(node[name], depth - 1, nodes);
}

/** The types of a node, without the vocabulary in front of their names. */
export function typesOf(node: JsonLdNode): string[] {
  const types: unknown[] = [node["@type"]].flat();
  return types
    .slice(0, MAX_TYPES)
    .flatMap((type) => (typeof type === "string" ? type.replace(/^.*[/#:]/, "") : []));
}

/** Article and what is derived from it (schema.org/Article), but for posts in forums and networks. */
export function isArticleNode(node: JsonLdNode): boolean {
  return typesOf(node).some((type) => /(?:Article|Report|BlogPosting)$/.test(type));
}

export function isVideoNode(node: JsonLdNode): boolean {
  return typesOf(node).includes("VideoObject");
}

/** The text of a field, of the first item of a list, or the name of what is there; else empty. */
export function textOf(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === "string") return first;
  const name: unknown =
    typeof first === "object" && first !== null && "name" in first && first.name;
  return typeof name === "string" ? name : "";
}
