/** Who brings an article: outlets on one site may have different names. */
interface Named {
  readonly name: string;
  readonly domain: string;
}

/** Whether articles are of one outlet: one may have several feeds. */
export function isSameOutlet(one: Named, other: Named): boolean {
  return one.domain === other.domain && one.name === other.name;
}
