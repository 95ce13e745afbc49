/** What a data set can be given back as: Markdown files in a zip, JSON Lines, CSV. */
export type ExportFormat = "md" | "jsonl" | "csv";
