import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');
/** Where they are said, and the calendar that those of days and months ask. */
const SCALARS = /^libs\/kernel\/src\/(scalars\/|local-date\.ts$)/;

/** What gives a regular expression of a scalar away, with `\d` and `[0-9]` taken for one. */
const TELLS: Readonly<Record<string, RegExp>> = {
  'a UUID': /-\[[^\]]+\]\{4\}/,
  'a date or a month': /D\{4\}\)?-|-\(0\[1-9\]\|1\[0-2\]\)|\(D\{2\}\)\\?\/\(D\{2\}\)/,
  'a time of day': /\[01\]D\|2\[0-3\]/,
  'a NIK': /D\{16\}|\(D\{6\}\)\(D\{2\}\)/,
  'a phone number': /\\\+\?62/,
  'a code of a district': /\^\(?D\{6\}|\|D\{6\}/,
  'an account number': /D\{5,30\}/,
  'a position': /D\{1,1[89]\}/,
  'control characters': /\\p\{Cc\}|\\x00-\\x1f/i,
};

/** Who may say one again, and why. */
const ALLOWED: Readonly<Record<string, string>> = {
  'libs/runtime/src/logging/redact.ts': 'finds ids and digits inside other text, to take them out',
  'libs/event-store-server/src/wire/uuid.ts': 'a product of its own: it rests on nothing of Lindung',
  'libs/audit-pack/src/verifier-page.ts':
    'is made of the scalars of the kernel: a page that runs in a browser',
  'libs/law/scripts/mutate-conventions.ts': 'tells the days in the source text of a rule, to spoil them',
};

/** Production code: no specs, no examples. */
function sources(): string[] {
  return ['apps', 'libs'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file}`)
      .filter((file) => file.endsWith('.ts') && !/\.(spec|main|examples)\.ts$|\/specs\//.test(file)),
  );
}

/** The scalars whose expression stands in a line of code. */
function scalarsIn(code: string): string[] {
  const alike = code.replaceAll('[0-9]', 'D').replaceAll(/\\{1,2}d/g, 'D');
  return Object.entries(TELLS).flatMap(([what, tell]) => (tell.test(alike) ? [what] : []));
}

function findings(): { readonly file: string; readonly line: number; readonly what: string }[] {
  return sources().flatMap((file) =>
    readFileSync(join(ROOT, file), 'utf8')
      .split('\n')
      .flatMap((code, index) => scalarsIn(code).map((what) => ({ file, line: index + 1, what }))),
  );
}

describe('A scalar is said once', () => {
  const found = findings();

  it('in the kernel: nothing else has a regular expression for one', () => {
    const offenders = found
      .filter(({ file }) => !SCALARS.test(file) && !(file in ALLOWED))
      .map(({ file, line, what }) => `${file}:${line} tells what ${what} is; use the scalar of the kernel`);
    expect(offenders).toEqual([]);
  });

  it('and each that is looked for is found there', () => {
    const inKernel = found.filter(({ file }) => SCALARS.test(file)).map(({ what }) => what);
    expect([...new Set(inKernel)].sort()).toEqual(Object.keys(TELLS).sort());
  });

  it.each(Object.keys(ALLOWED))('%s still needs to be excused', (file) => {
    expect(found.filter((finding) => finding.file === file)).not.toEqual([]);
  });
});
