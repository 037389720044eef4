import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type RefusalTable, refusalTables } from '../../apps/standalone/scripts/refusal-tables.js';

const ROOT = join(import.meta.dirname, '../..');

/** Codes that say the same thing of different things, so that several tables have them. */
const SHARED = [
  'ACCIDENT_AFTER_DEATH',
  'ACCIDENT_OF_ANOTHER',
  'AGREEMENT_ALREADY_SIGNED',
  'AGREEMENT_ENDS_BEFORE_IT_BEGINS',
  'AGREEMENT_NOT_FOUND',
  'AGREEMENT_UNSIGNED',
  'AMOUNT_DIFFERS',
  'BEYOND_AUTHORITY',
  'DATES_OUT_OF_ORDER',
  'DEATH_NOT_REPORTED',
  'ENDORSED_BY_YOU',
  'ENTERED_BY_YOU',
  'EVENT_REVOKED',
  'EVENT_STANDS',
  'EVIDENCE_MISSING',
  'INTEREST_DECLARED',
  'NOTHING_BACK_DATED',
  'NOT_A_WORK_ACCIDENT',
  'NOT_TO_BE_CANCELLED',
  'PAID_IN_FUTURE',
  'PERSONAL_DATA_ERASED',
  'PROPOSAL_NOT_FOUND',
  'PROPOSAL_OF_ANOTHER',
  'PROPOSAL_OF_ANOTHER_OFFICE',
  'SIGNED_BY_YOU',
];

/** A code written where it is thrown, or in a rule, instead of in a table. */
const WRITTEN_CODE =
  /new (Rejection|ProblemError)\(\s*(['"`\d]|\{\s*code: ['"`])|\bcode: '[A-Z_]+',\s*kind\b/g;

const TABLES = refusalTables();

/** Production code: no specs, no examples, nothing that writes pages. */
function sources(): string[] {
  return readdirSync(join(ROOT, 'libs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.(spec|examples))\.ts$/.test(file) && !/\/(specs|scripts)\//.test(file))
    .map((file) => `libs/${file}`);
}

const codesOf = ({ of, refusals }: RefusalTable) =>
  refusals.map(({ code, status }) => ({ of, code, status }));

describe('Refusals', () => {
  const all = TABLES.flatMap(codesOf);

  it('are known by a code of their own, but for those that say the same of several things', () => {
    const codes = all.map(({ code }) => code);
    const repeated = codes.filter((code, nth) => codes.indexOf(code) !== nth);
    expect([...new Set(repeated)].sort()).toEqual(SHARED);
  });

  it('have one status wherever they come from', () => {
    const statusOf = new Map(all.map(({ code, status }) => [code, status]));
    expect(all.filter(({ code, status }) => statusOf.get(code) !== status)).toEqual([]);
  });

  it('have codes in capitals', () => {
    expect(all.map(({ code }) => code).filter((code) => !/^[A-Z][A-Z0-9_]+$/.test(code))).toEqual([]);
  });

  it.each(TABLES)('of $of are said in both languages, and so is what is allowed instead', ({ refusals }) => {
    const missing = refusals.filter(
      ({ sentences, allowed }) =>
        sentences.length === 0 ||
        sentences.some(({ en, id }) => !en || !id || en === id || /undefined|\[object/.test(en + id)) ||
        allowed.some(({ en, id }) => !en || !id),
    );
    expect(missing).toEqual([]);
  });

  it('are written in tables only', () => {
    const found = sources().flatMap((file) =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(WRITTEN_CODE)].map(([text]) => `${file}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it('are found where one is written by hand', () => {
    const written = [
      "throw new Rejection('CLAIM_NOT_FOUND', 'There is no such claim')",
      "throw new ProblemError(\n  422,\n  'FILE_EMPTY', 'x')",
      "{ code: 'ISSUED_IN_FUTURE', kind: 'CONFLICT' }",
    ];
    for (const code of written) expect(code.match(WRITTEN_CODE)).not.toBeNull();
  });
});
