/** Generation under which the benchmark keeps its story index. */
export const STORIES = "stories";
