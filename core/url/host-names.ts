/** The start of a plain address: it says the host by itself. */
const PLAIN_START = /^https?:\/\/[a-z\d.-]+(?=[/?#]|$)/;

/** Hosts of many addresses: one that was seen before is told without a parse. */
export class HostNames {
  readonly #byStart = new Map<string, string>();

  /** `hostname` of the address' `URL`. */
  of(address: string): string {
    const start = PLAIN_START.exec(address)?.[0];
    const known = start === undefined ? undefined : this.#byStart.get(start);
    if (known !== undefined) return known;
    const host = new URL(address).hostname;
    if (start !== undefined) this.#byStart.set(start, host);
    return host;
  }
}
