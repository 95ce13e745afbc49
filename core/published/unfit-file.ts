/** Thrown for a file whose content is not what a data set file may hold. */
export class UnfitFileError extends Error {}
