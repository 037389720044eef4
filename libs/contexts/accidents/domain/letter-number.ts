/** Number of a letter: what it is, of which accident, and the how many-th: `R-3F2A9C01D4E7-1`. */
export function letterNumber(kind: 'R' | 'G', accidentId: string, nth: number): string {
  return `${kind}-${accidentId.replaceAll('-', '').slice(0, 12).toUpperCase()}-${nth}`;
}
