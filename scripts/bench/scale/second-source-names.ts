/** Names under which the benchmark stores its one data set. */
export const SOURCE = "source";
export const GENERATION = "generation";
