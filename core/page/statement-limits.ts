/**
 * The longest texts of a `PageStatement`, in UTF-16 code units. They are not part of the schema's file
 * because the content script needs them and must not load the schema into every page.
 */
export const MAX_HEADLINE_LENGTH = 500;
export const MAX_DESCRIPTION_LENGTH = 1000;
export const MAX_OUTLET_LENGTH = 200;
export const MAX_LANGUAGE_LENGTH = 35;
export const MAX_TIME_LENGTH = 64;
/** Most publication times kept of one page. */
export const MAX_TIMES = 6;
/** Signs of an article's kind (`kindSigns`), and the longest of them. */
export const MAX_SIGNS = 8;
export const MAX_SIGN_LENGTH = 100;
