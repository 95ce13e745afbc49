/** The values that are not undefined. */
export function defined<Value>(values: readonly (Value | undefined)[]): Value[] {
  return values.filter((value) => value !== undefined);
}

/**
 * Those of an item's ids that are absolute addresses. Other ids would be read as relative addresses of pages that
 * do not exist.
 */
export function addressIds(...ids: readonly (string | undefined)[]): string[] {
  return defined(ids).filter((id) => /^\s*https?:/i.test(id));
}
