/** Longest text that is searched for, in UTF-16 code units. */
export const MAX_SEARCH_LENGTH = 200;
