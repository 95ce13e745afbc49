/** Most articles that are kept of a saved story. A file of its own, so that views need not load the schema. */
export const MAX_SAVED_ARTICLES = 40;
/** Longest note on a saved story, characters. */
export const MAX_NOTE_LENGTH = 4000;
/** Most tags of a saved story. */
export const MAX_TAGS = 12;
/** Longest tag, characters. */
export const MAX_TAG_LENGTH = 40;
