/** An object of a page's JSON-LD as it was parsed: any field may hold anything. */
export type JsonLdNode = Readonly<Record<string, unknown>>;

/** How deep lists, graphs and main entities are followed: a list of graphs of pages of articles, and one level more. */
const MAX_DEPTH = 6;
const MAX_ITEMS = 50;
/** Most nodes taken from one block. */
const MAX_NODES = 100;
const MAX_TYPES = 8;

/**
 * The nodes of one block of JSON-LD: its object, or those of its lists and graphs, and the main entity
 * of each. Control characters in strings are a common mistake and are read as spaces. A block that is
 * still no JSON gives one node with the fields that could be salvaged.
 *
 * @param isCut whether `text` is only the start of a block: what is complete in it is read
 */
export function jsonLdNodes(text: string, isCut = false): JsonLdNode[] {
  const nodes: JsonLdNode[] = [];
  collect(parsed(text, isCut), MAX_DEPTH, nodes);
  return nodes;
}

function parsed(text: string, isCut: boolean): unknown {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what JSON refuses
  const plain = text.replace(/[\u0000-\u001f]+/g, " ");
  try {
    return JSON.parse(isCut ? closed(beforeLastComma(plain)) : plain);
  } catch {
    return salvaged(text);
  }
}

/** Strings, also one that is cut, and the characters that give JSON its structure. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?$)|[{}[\],]/gs;

/** JSON whose end is missing, with brackets that close what is open. */
function closed(text: string): string {
  const open: string[] = [];
  for (const [token] of text.matchAll(TOKENS))
    if (token === "{" || token === "[") open.push(token === "{" ? "}" : "]");
    else if (token === "}" || token === "]") open.pop();
  return text + open.reverse().join("");
}

/** The start of a text that is cut in the middle of a field or an item. */
function beforeLastComma(text: string): string {
  let end = 0;
  for (const { 0: token, index } of text.matchAll(TOKENS)) if (token === ",") end = index;
  return text.slice(0, end);
}

/**
 * In broken JSON-LD (missing or extra commas, unescaped quotes, comments) the simple fields are mostly
 * intact. Only fields that no other kind of node has are taken, and of each the first occurrence. A value that is followed
 * neither by another field nor by an end contains an unescaped quote, so it is not complete and is left out.
 *
 * The time is linear in the length of the text: the pattern has no two adjacent runs of whitespace, between which
 * a page with 200,000 spaces could make the engine try every split.
 */
function salvaged(text: string): JsonLdNode {
  const node: Record<string, string> = Object.create(null);
  const fields =
    /"(@type|headline|datePublished|dateModified|coverageStartTime)"\s*:\s*(?:\[\s*)?("(?:[^"\\\r\n]|\\.)*")(?=\s*(?:[,}\]]|$)|\s+["/])/g;
  for (const [, name = "", value = ""] of text.matchAll(fields)) {
    if (name in node && (name !== "@type" || isArticleNode(node))) continue;
    try {
      node[name] = JSON.parse(value);
    } catch {
      // The value has an invalid escape, so this field is lost.
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

/** The type names of a node, without the vocabulary's prefix. */
export function typesOf(node: JsonLdNode): string[] {
  const types: unknown[] = [node["@type"]].flat();
  return types
    .slice(0, MAX_TYPES)
    .flatMap((type) => (typeof type === "string" ? type.replace(/^.*[/#:]/, "") : []));
}

/** Whether a node is an Article or a subtype (schema.org/Article), apart from posts in forums and social networks. */
export function isArticleNode(node: JsonLdNode): boolean {
  return typesOf(node).some((type) => /(?:Article|Report|BlogPosting)$/.test(type));
}

/** Whether a node is the review of a claim (schema.org/ClaimReview): on the page of a fact check it may stand alone. */
export function isFactCheckNode(node: JsonLdNode): boolean {
  return typesOf(node).includes("ClaimReview");
}

export function isVideoNode(node: JsonLdNode): boolean {
  return typesOf(node).includes("VideoObject");
}

/** The text of a field; of a list its first item; of an object its name. Empty where there is none. */
export function textOf(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === "string") return first;
  const name: unknown =
    typeof first === "object" && first !== null && "name" in first && first.name;
  return typeof name === "string" ? name : "";
}
