import { describe, expect, it } from '@jest/globals';
import { type Rupiah, type Words, formatRupiah } from '#kernel';
import { NamedValues } from './named-values.js';

const CLAIMANT: Readonly<Record<string, Words>> = { HEIR: { en: 'heir', id: 'ahli waris' } };
const NEXT: Readonly<Record<string, readonly Words[]>> = { ORDERED: [] };

interface Params {
  readonly on: string;
  readonly amountIdr: Rupiah;
  readonly kinds: readonly string[];
  readonly payout: { readonly situation: string };
  readonly claimant: string;
  readonly year: number;
}

const tell = (sentence: (params: Params) => unknown, shown?: object) => {
  const values = new NamedValues();
  return values.namesIn(values.tell(sentence, shown));
};

describe('A sentence made of values', () => {
  it.each<[string, (params: Params) => unknown, string]>([
    ['a text', ({ on }) => `since ${on}`, 'since ‹on›'],
    ['a part of a text', ({ on }) => `in ${on.slice(0, 4)}`, 'in ‹on›'],
    ['an amount', ({ amountIdr }) => `${formatRupiah(amountIdr)} rupiah`, '‹amountIdr› rupiah'],
    ['a number in a local form', ({ year }) => new Intl.NumberFormat('id').format(year), '‹year›'],
    ['a list', ({ kinds }) => kinds.join(' or '), '‹kinds›'],
    [
      'each of a list',
      ({ kinds }) => kinds.map((kind) => `evidence ${kind}`).join(' or '),
      'evidence ‹kinds›',
    ],
    ['all of a list', ({ kinds }) => [...kinds].join(' or '), '‹kinds›'],
    ['a member', ({ payout: { situation } }) => `it is ${situation}`, 'it is ‹payout.situation›'],
    ['words from a table', ({ claimant }) => `the ${CLAIMANT[claimant]?.en}`, 'the ‹claimant›'],
    ['words from a table at any cost', ({ claimant }) => `the ${CLAIMANT[claimant]!.en}`, 'the ‹claimant›'],
    ['a list from a table', ({ payout }) => NEXT[payout.situation], '‹payout.situation›'],
  ])('names %s', (_what, sentence, told) => {
    expect(tell(sentence)).toBe(told);
  });

  it('takes the values that choose between sentences as they are given', () => {
    const sentence = ({ claimant, on }: Params) => (claimant === 'HEIR' ? `heir since ${on}` : 'nobody');
    expect(tell(sentence, { claimant: 'HEIR' })).toBe('heir since ‹on›');
  });

  it('leaves no trace in tables of words', () => {
    tell(({ claimant }) => CLAIMANT[claimant]!.en);
    expect(CLAIMANT['‹claimant›']).toBeUndefined();
  });
});
