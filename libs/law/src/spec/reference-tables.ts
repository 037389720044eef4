import { readFileSync } from 'node:fs';

/** A second copy of the printed tables; each row of the rules has to agree with it. */
const reference = readFileSync(new URL('../../../../test/data/reference-tables.md', import.meta.url), 'utf8');

export const section = (number: string) => reference.split('\n## ').find((part) => part.startsWith(number))!;
export const cellsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|\s*-/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
export const printedAmount = (digits: string) => Number(digits.replaceAll(',', ''));
