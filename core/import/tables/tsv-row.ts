/**
 * The cells of a line of tab-separated values. Quotes are ordinary text, except around a cell that starts and ends
 * with one and has all inner quotes doubled.
 */
export function splitTsvRow(line: string): string[] {
  const cells = line.split("\t");
  return line.includes('"') ? cells.map(unquoted) : cells;
}

function unquoted(cell: string): string {
  if (cell.length < 2 || !cell.startsWith('"') || !cell.endsWith('"')) return cell;
  const parts = cell.slice(1, -1).split('""');
  return parts.some((part) => part.includes('"')) ? cell : parts.join('"');
}
