/** A command that cannot be understood, or paths that are not there: exit code 2. */
export class UsageError extends Error {}
