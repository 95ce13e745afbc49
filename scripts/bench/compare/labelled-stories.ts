import { readFileSync } from "node:fs";
import type { ComparedArticle } from "../../../core/compare/compared-text.ts";

/** What a figure of an article counts, by its label, and its value. */
interface FigureLabel {
  readonly label: string;
  readonly value: number;
  readonly isRounded: boolean;
}

/** An article whose marks are known. */
export interface LabelledHeadline {
  readonly article: ComparedArticle;
  /** Ranges of its headline that no other headline says, in UTF-16 code units. */
  readonly own: readonly { readonly start: number; readonly end: number }[];
  readonly figures: readonly FigureLabel[];
}

/** A story with labels, as `test/fixtures/comparisons/README.md` explains them. The first headline is the open page's. */
export interface LabelledComparison {
  readonly story: string;
  readonly language: string;
  /** Whether nothing was tuned on it. */
  readonly isHeldOut: boolean;
  readonly headlines: readonly LabelledHeadline[];
  readonly body: string;
  readonly missing: readonly string[];
}

const FILES = ["english", "german", "french", "spanish", "arabic", "others"];
const FOLDER = new URL("../../../test/fixtures/comparisons/", import.meta.url);

/** All labelled stories. */
export function labelledComparisons(): LabelledComparison[] {
  return FILES.flatMap((file) => {
    const [, ...lines] = readFileSync(new URL(`${file}.tsv`, FOLDER), "utf8")
      .trim()
      .split("\n");
    const rows = lines.map((line) => line.split("\t"));
    return [...Map.groupBy(rows, ([story = ""]) => story).entries()].map(([story, own], place) => {
      const [page = []] = own;
      return {
        story,
        language: page[1] ?? "",
        isHeldOut: place % 3 === 1,
        headlines: own.map(labelledHeadline),
        body: page[7] ?? "",
        missing: (page[8] ?? "").split("; ").filter((label) => label !== ""),
      };
    });
  });
}

function labelledHeadline(cells: readonly string[]): LabelledHeadline {
  const [, , time = "", domain = "", marked = "", excerpt = "", figures = ""] = cells;
  const own: { start: number; end: number }[] = [];
  let title = "";
  for (const [i, part] of marked.split(/[{}]/).entries()) {
    if (i % 2 === 1) own.push({ start: title.length, end: title.length + part.length });
    title += part;
  }
  return {
    article: {
      title,
      excerpt,
      url: `https://${domain}/1`,
      published: Date.parse(time),
      outlet: { name: domain, domain },
    },
    own,
    figures: figures.split(";").flatMap((figure) => {
      const [label = "", value = ""] = figure.split("=");
      const labelled = { label, ...labelledValue(value) };
      // A score is no figure.
      return value === "" || Number.isNaN(labelled.value) ? [] : [labelled];
    }),
  };
}

const SCALES: Readonly<Record<string, number>> = { million: 1e6, billion: 1e9 };

function labelledValue(text: string): { value: number; isRounded: boolean } {
  const [number = "", scale = ""] = text.replace("~", "").split(" ");
  return { value: Number(number) * (SCALES[scale] ?? 1), isRounded: text.startsWith("~") };
}
