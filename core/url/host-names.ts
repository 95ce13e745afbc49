/** The start of an address whose host can be read without the URL parser. */
const PLAIN_START = /^https?:\/\/[a-z\d.-]+(?=[/?#]|$)/;

/** Gives the hosts of many addresses, and parses one address of each host only. */
export class HostNames {
  readonly #byStart = new Map<string, string>();

  /** `new URL(address).hostname`. */
  of(address: string): string {
    const start = PLAIN_START.exec(address)?.[0];
    const known = start === undefined ? undefined : this.#byStart.get(start);
    if (known !== undefined) return known;
    const host = new URL(address).hostname;
    if (start !== undefined) this.#byStart.set(start, host);
    return host;
  }
}
