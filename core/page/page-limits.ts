/**
 * How much of a page is read, apart from the schema that holds it, which would weigh on every page.
 * UTF-16 code units where nothing else is said.
 */
export const MAX_HEADLINE_LENGTH = 500;
export const MAX_DESCRIPTION_LENGTH = 1000;
export const MAX_OUTLET_LENGTH = 200;
export const MAX_LANGUAGE_LENGTH = 35;
export const MAX_TIME_LENGTH = 64;
/** How many of the times that a page gives for its publication are kept. */
export const MAX_TIMES = 4;
