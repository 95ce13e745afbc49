import type { CorrectedPair } from "../../../core/corrections/corrections.ts";
import type { CorrectionsFileFault } from "../../../core/corrections/corrections-file.ts";

/** What the user can do with the list of corrections. */
export interface CorrectionActions {
  readonly remove: (pair: CorrectedPair) => void;
  readonly export: () => void;
  readonly import: (file: File) => void;
  readonly clear: () => void;
}

/** A file that was not imported, and why. */
export interface FailedCorrectionsFile {
  readonly name: string;
  readonly fault: CorrectionsFileFault | { readonly kind: "too-large" | "unreadable" };
}
