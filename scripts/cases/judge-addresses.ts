import { urlKey } from "../../core/url/url-key.ts";
import { type Case, shown, type Verdict, verdictOf } from "./case.ts";

/** Addresses that are of one article (`one key`) or of as many as there are addresses (`two keys`). */
export function judgeAddresses(given: Case): Verdict {
  const { input, expected } = given;
  const addresses = typeof input === "string" ? input.split(/\s+=\?\s+/) : input;
  const keys = addresses.map(urlKey);
  const count = new Set(keys).size;
  const isRight = expected === "one key" ? count === 1 : count === keys.length;
  return verdictOf(given, isRight ? [] : [`${shown(expected)}, found ${shown(keys)}`]);
}
