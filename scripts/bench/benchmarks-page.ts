import type { BenchmarkResult, BenchmarkRow } from "./benchmark.ts";
import { tablesOf } from "./tables.ts";

const HEAD = `# Benchmarks

Written by \`npm run bench -- NAME --markdown docs/benchmarks.md\`. Each part says when and on which machine it was
measured. Machines differ, and other programs may run on them: compare ratios within one part.
`;

/** One section of the page. */
export interface BenchmarkPart {
  readonly name: string;
  readonly what: string;
  readonly result: BenchmarkResult;
  /** When and on which machine it was measured, in words. */
  readonly measured: string;
}

/**
 * Updates a page of benchmarks with newly measured parts; the others stay as they are.
 *
 * @param page the Markdown that this function returned before, or an empty text
 * @param order names of all parts, in the page's order
 */
export function updatedPage(
  page: string,
  parts: readonly BenchmarkPart[],
  order: readonly string[],
): string {
  const sections = new Map<string, string>();
  for (const section of page.split(/^(?=## )/mu).slice(1))
    sections.set(/^## ([^:\n]*)/u.exec(section)?.[1] ?? "", section.trimEnd());
  for (const part of parts) sections.set(part.name, section(part));
  const known = order.flatMap((name) => sections.get(name) ?? []);
  return `${[HEAD.trimEnd(), ...known].join("\n\n")}\n`;
}

function section({ name, what, result, measured }: BenchmarkPart): string {
  const { rows, notes, missed } = result;
  return [
    `## ${name}: ${what}`,
    `Measured ${measured}.`,
    ...tablesOf(rows).map(table),
    ...(notes.length === 0 ? [] : [`\`\`\`\n${notes.join("\n")}\n\`\`\``]),
    ...(missed.length === 0
      ? []
      : [`Targets missed:\n\n${missed.map((target) => `- ${target}`).join("\n")}`]),
  ].join("\n\n");
}

function table(rows: readonly BenchmarkRow[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const line = (cells: readonly unknown[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns),
    line(columns.map(() => "---")),
    ...rows.map((row) => line(columns.map((column) => row[column] ?? ""))),
  ].join("\n");
}
