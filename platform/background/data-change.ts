import { isLive } from "../store/build-row.ts";
import type { LedgerChange } from "../store/ledger.ts";

/** Why answers may differ from those before. */
export type DataChange =
  | "import"
  | "published"
  | "rebuilt"
  | "stories"
  | "live"
  | "damage"
  | "user";

/** What a change of the ledger means for answers. */
export function causeOf({ ready, isDamage }: LedgerChange): Exclude<DataChange, "user"> {
  const [first] = ready;
  if (isDamage) return "damage";
  if (first === undefined || isLive(first)) return "live";
  if (first.part === "stories") return "stories";
  return first.isImport ? "import" : "rebuilt";
}
