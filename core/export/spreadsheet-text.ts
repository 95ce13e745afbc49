/** A text for a spreadsheet: one that it would take for a formula gets an apostrophe in front. */
export function spreadsheetText(text: string): string {
  // Spreadsheets of East Asian languages take the wide forms for the plain ones.
  return /^[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
}
