/** Names shorter than this are too alike to tell a slip of two letters from another word. */
const LONG_NAME = 8;

/** The known name that an unknown one was probably meant to be: other letter case, or a letter or two off. */
export function misspeltFor(unknown: string, known: readonly string[]): string | undefined {
  const plain = unknown.toLowerCase();
  const slips = unknown.length < LONG_NAME ? 1 : 2;
  return known.find((name) => editDistance(plain, name.toLowerCase()) <= slips);
}

/** Letters to insert, delete or replace to get from one word to the other. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let line = 1; line <= from.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = row[column - 1]! + (from[line - 1] === to[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[column]! + 1, next[column - 1]! + 1));
    }
    row = next;
  }
  return row.at(-1)!;
}
