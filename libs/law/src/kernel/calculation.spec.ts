import { describe, expect, it } from '@jest/globals';
import { localDate, rupiah } from '#kernel';
import { calculation } from './calculation.js';
import { component, refusalComponent } from './component.js';
import { count, money, product } from './expression.js';
import { underReform } from './reform.js';
import { refuse } from './refusal.js';
import { inForce, type Rule } from './rule.js';

const PROVISION = { law: 'PP 44/2015', article: 'Art. 34', sources: [], confidence: 'V' } as const;
const TITLE = { id: 'Santunan berkala', en: 'Periodic benefit' };

/** A note that tells how often it was read. */
function counted() {
  const read = { times: 0 };
  const note = {
    get id() {
      read.times += 1;
      return 'Dibayar sekaligus.';
    },
    get en() {
      read.times += 1;
      return 'Paid at once.';
    },
  };
  return { read, note };
}

const periodic = (note?: typeof TITLE) =>
  component({ id: 'JKM_PERIODIC', title: TITLE }, PROVISION, {
    expression: product(count(24), money(rupiah(500_000))),
    inputs: { deathDate: '2025-03-10', segment: undefined },
    payee: 'HEIR',
    note,
  });

describe('a component', () => {
  it('is explained when somebody asks, not when it is computed', () => {
    const { read, note } = counted();
    const answer = calculation(localDate('2025-03-10'), [periodic(note)]);
    expect([answer.totalIdr, answer.components[0]!.arithmetic, read.times]).toEqual([
      12_000_000,
      '24 × 500,000 = 12,000,000',
      0,
    ]);
    expect(answer.components[0]!.explanation.en).toContain('Paid at once.');
    expect(read.times).toBeGreaterThan(0);
  });

  it('is explained in the same words each time', () => {
    const { note } = counted();
    const once = periodic(note);
    expect(once.explanation).toEqual(once.explanation);
    expect(once.explanation).toEqual(periodic(counted().note).explanation);
  });

  it('is whole in JSON', () => {
    expect(JSON.stringify(periodic())).toBe(
      JSON.stringify({
        code: 'JKM_PERIODIC',
        amountIdr: 12_000_000,
        law: 'PP 44/2015',
        article: 'Art. 34',
        confidence: 'V',
        arithmetic: '24 × 500,000 = 12,000,000',
        explanation: {
          id: 'Santunan berkala: Rp12,000,000 (24 × 500,000 = 12,000,000). Dasar: PP 44/2015, Pasal 34.',
          en: 'Periodic benefit: Rp12,000,000 (24 × 500,000 = 12,000,000). Basis: PP 44/2015, Art. 34.',
        },
        inputs: { deathDate: '2025-03-10' },
        payee: 'HEIR',
      }),
    );
  });
});

describe('the component of a refusal', () => {
  it('is zero rupiah and says why in both languages', () => {
    const words = { id: 'Hak gugur.', en: 'The right lapsed.' };
    const refused = refusalComponent('JKK', refuse('REJECTED_EXPIRED', PROVISION, words));
    expect(refused).toMatchObject({
      code: 'JKK_REJECTED_EXPIRED',
      amountIdr: 0,
      arithmetic: '0',
      inputs: {},
    });
    expect(refused.explanation).toEqual({
      id: 'Hak gugur. Dasar: PP 44/2015, Pasal 34.',
      en: 'The right lapsed. Basis: PP 44/2015, Art. 34.',
    });
  });
});

describe('a calculation under a reform', () => {
  const day = localDate('2027-03-10');
  const monthly: Rule<string> = {
    id: 'MONTHLY',
    title: TITLE,
    unit: 'Rp',
    versions: [{ ...PROVISION, from: localDate('2015-07-01'), value: 'as the law says' }],
  };
  const note = {
    get id() {
      return inForce(monthly, day).value;
    },
    get en() {
      return inForce(monthly, day).value;
    },
  };
  const compute = () => calculation(day, [periodic(note)]);
  const reform = { MONTHLY: { '2027-01-01': 'as proposed' } };

  it('says that it is none of the law, so that nobody decides by it', () => {
    expect(underReform(reform, compute).ruleSetVersion).toBe(`${compute().ruleSetVersion}+reform`);
  });

  it('is explained as it was computed, though somebody asks later', () => {
    expect(underReform(reform, compute).components[0]!.explanation.en).toContain('as proposed');
    expect(compute().components[0]!.explanation.en).toContain('as the law says');
  });
});
