/**
 * The canonical text of a JSON value: no white space, members in the order of the UTF-16 code units of their names.
 * Two equal values have the same text, whatever the file looked like that they were read from.
 *
 * Source: RFC 8785 (JSON Canonicalization Scheme), whose notation of numbers and strings is that of `JSON.stringify`.
 * Recursive: the caller has to limit the depth.
 *
 * @throws TypeError for what no JSON text can hold: `undefined`, infinite numbers, lone surrogates
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, of]) => `${scalar(name)}:${canonicalJson(of)}`).join(",")}}`;
  }
  return scalar(value);
}

function scalar(value: unknown): string {
  const isJson =
    value === null ||
    typeof value === "boolean" ||
    (typeof value === "number" && Number.isFinite(value)) ||
    (typeof value === "string" && value.isWellFormed());
  if (!isJson) throw new TypeError(`not JSON: ${String(value)}`);
  return JSON.stringify(value);
}
