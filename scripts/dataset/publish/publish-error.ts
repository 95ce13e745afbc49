/** A data set that cannot be published as it is: exit code 1. */
export class PublishError extends Error {}
