/** By which Excel knows that a file is UTF-8. */
export const BYTE_ORDER_MARK = '\u{feff}';

/** A line of CSV (RFC 4180) with its end, in which a spreadsheet finds no formula, whatever somebody typed. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(fieldOf).join(',')}\r\n`;

/** What a spreadsheet would take for a formula, in East Asia by wide signs too, is told to be text; a number stays one. Quoted where it must be. */
function fieldOf(text: string): string {
  const safe = /^[=+@＝＋－＠\t\r\n]|^-(?!\d+(\.\d+)?$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
