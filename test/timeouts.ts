// How long the tests wait before they give up, in ms: all in one place. They only end what hangs, so they are far
// longer than anything takes on a busy machine, and no test passes or fails by how long something took.

/** For something to come about in a browser: a sidebar, a message, an answer. */
export const WAIT = 90_000;
/** For a browser to start, and for the answer to one command of its driver. */
export const BROWSER_START = 180_000;
/** A unit test, or the set-up of one. */
export const UNIT_TEST = 120_000;
/** A test in a browser: a few waits. */
export const BROWSER_TEST = 300_000;
/** A test of what must run for long: hundreds of kills, thousands of files, every property many times over. */
export const LONG_TEST = 1_800_000;
