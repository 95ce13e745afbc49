/** Names under which the benchmark keeps its one data set. */
export const SOURCE = "source";
export const GENERATION = "generation";
