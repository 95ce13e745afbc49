import { hashText } from "../hash.ts";

/** The bucket of a name among `count`. Builder and reader must agree on it. */
export function bucketOf(name: string, count: number): number {
  return hashText(name) % count;
}
