/** A command that cannot be understood, or a path that does not exist: exit code 2. */
export class UsageError extends Error {}
