import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ROLES, ROLES_APART } from '#kernel';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/reference/sign-in.md'), 'utf8');

/** The cells of a table's rows, under this heading. */
function rowsUnder(heading: string): string[][] {
  const section = PAGE.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map((cells) => cells.slice(1, -1));
}

describe('the page of tokens', () => {
  it('names every role', () => {
    expect(rowsUnder('Roles').map(([role]) => role)).toEqual(ROLES.map((role) => `\`${role}\``));
  });

  it('names every pair of roles that is kept apart, and why', () => {
    expect(rowsUnder('Roles that no one person holds together')).toEqual(
      ROLES_APART.map(({ one, others, why }) => [`\`${one}\``, others.join(', '), why.en]),
    );
  });
});
