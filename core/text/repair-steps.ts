/** What was wrong with a text and was repaired. */
export type TextRepair =
  | "double-encoded"
  | "html-entity"
  | "line-break"
  | "control-character"
  | "bidi-override"
  | "lone-surrogate"
  | "white-space"
  | "too-long";

/** One kind of repair. */
export interface RepairStep {
  readonly repair: TextRepair;
  readonly apply: (text: string) => string;
}

/** C0 and C1 control characters except tab and line breaks, the byte order mark, interlinear annotation. */
const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the point
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\ufff9-\ufffb]/g;

export const WELL_FORMED: RepairStep = {
  repair: "lone-surrogate",
  apply: (text) => text.toWellFormed(),
};

/** Makes any text one plain line. White space comes last, because the other steps leave gaps. */
export const ONE_LINE: readonly RepairStep[] = [
  {
    repair: "line-break",
    // Without the look-behind, a long run of blanks would be tried from each of its characters: quadratic time.
    apply: (text) =>
      text.replace(/(?<![ \t])[ \t]*[\r\n\u0085\u2028\u2029][ \t\r\n\u0085\u2028\u2029]*/g, " "),
  },
  {
    repair: "bidi-override",
    apply: (text) => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, ""),
  },
  {
    repair: "control-character",
    apply: (text) => text.replace(CONTROLS, ""),
  },
  { repair: "white-space", apply: (text) => text.replace(/[\s\u00a0\u202f]+/g, " ").trim() },
];

/** Applies `steps` in order, cuts at `maxLength` UTF-16 code units, and returns the text and what was repaired. */
export function repairBy(
  steps: readonly RepairStep[],
  input: string,
  maxLength: number,
): { text: string; repairs: readonly TextRepair[] } {
  const repairs: TextRepair[] = [];
  // An entity has at most 32 characters, so what is beyond this cannot become part of the result.
  let text = input.slice(0, maxLength * 32);
  for (const step of steps) {
    const repaired = step.apply(text);
    if (repaired !== text) repairs.push(step.repair);
    text = repaired;
  }
  if (text.length > maxLength || input.length > maxLength * 32) {
    repairs.push("too-long");
    text = `${text.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/, "")}…`;
  }
  return { text, repairs };
}
