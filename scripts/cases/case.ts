import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";

const caseEntry = z.object({
  id: z.string(),
  kind: z.string(),
  ref: z.string(),
  input: z.union([z.string(), z.array(z.string())]),
  expected: z.unknown(),
  contentType: z.optional(z.string()),
  address: z.optional(z.string()),
  outlet: z.optional(z.object({ name: z.string(), domain: z.string() })),
});

/** One small input, with what should come of it. */
export interface Case extends z.infer<typeof caseEntry> {
  /** The folder that its input's path is relative to. */
  readonly folder: string;
}

/** What came of a case. */
export interface Verdict {
  readonly id: string;
  readonly kind: string;
  /** `null` where the case cannot be tried here. */
  readonly passes: boolean | null;
  /** What was expected and what came instead, or why it was not tried; empty where it passes. */
  readonly difference: string;
}

/**
 * The cases of a folder's `cases.json`.
 *
 * @throws where the file is missing or of another form
 */
export function readCases(folder: string): Case[] {
  const file = readFileSync(join(folder, "cases.json"), "utf8");
  return z.parse(z.array(caseEntry), JSON.parse(file)).map((entry) => ({ ...entry, folder }));
}

/** The verdict of a case whose differences are known. */
export function verdictOf({ id, kind }: Case, differences: readonly string[]): Verdict {
  return { id, kind, passes: differences.length === 0, difference: differences.join("; ") };
}

/** Says why a case was not tried. */
export function notTried({ id, kind }: Case, reason: string): Verdict {
  return { id, kind, passes: null, difference: `not tried: ${reason}` };
}

/** A value for a line of output. */
export function shown(value: unknown): string {
  return (JSON.stringify(value) ?? "nothing").slice(0, 200);
}
