import { WAIT } from "../timeouts.ts";

/** Describes what is visible right now. */
type Witness = () => Promise<string>;

const witnesses = new Set<Witness>();
/** ms between two attempts. */
const INTERVAL = 40;

/**
 * Asks `witness` whenever a wait fails, so that the message says what was there instead.
 *
 * @returns a function that removes the witness
 */
export function addWitness(witness: Witness): () => void {
  witnesses.add(witness);
  return () => witnesses.delete(witness);
}

/**
 * Calls `probe` until it gives something other than `null`.
 *
 * @param what what is waited for, in words for the message
 * @param timeout ms; a test leaves it as it is
 * @throws Error that says what was waited for, how the last attempt failed, and what the witnesses saw
 */
export async function waitFor<Value>(
  what: string,
  probe: () => Promise<Value | null> | Value | null,
  timeout = WAIT,
): Promise<Value> {
  const deadline = Date.now() + timeout;
  for (;;) {
    let failure: unknown;
    try {
      const value = await probe();
      if (value !== null) return value;
    } catch (error) {
      failure = error;
    }
    if (Date.now() > deadline)
      throw new Error(await messageOf(what, timeout, failure), { cause: failure });
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
}

async function messageOf(what: string, timeout: number, failure: unknown): Promise<string> {
  const seen = await Promise.all(
    [...witnesses].map((witness) => witness().catch((error) => String(error))),
  );
  return [
    `waited ${timeout / 1000} s in vain for ${what}`,
    ...(failure === undefined ? [] : [`the last attempt failed: ${String(failure)}`]),
    ...(seen.length === 0 ? [] : [`what was there instead:\n${seen.join("\n")}`]),
  ].join("; ");
}
