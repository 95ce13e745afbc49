/** The formats in which a data set can be exported: Markdown files in a zip, JSON Lines, CSV. */
export type ExportFormat = "md" | "jsonl" | "csv";
