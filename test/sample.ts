import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Whether this is the run in which everything is tried, however long it takes. */
    isThorough: boolean;
  }
}

/**
 * How much of something a test takes on: a sample in `npm test`, all of it in `npm run test:long`, which runs every
 * file that calls this.
 */
export function sampleOf<Amount>(sample: Amount, all: Amount): Amount {
  return inject("isThorough") ? all : sample;
}
