import { describe, expect, it } from '@jest/globals';
import { rupiah } from '#kernel';
import { confirmation, fundOfPayment, fundsOf, moneyOf, moneyOfPayment } from './published-fields.js';

const amount = (code: string, amountIdr: number) => ({ code, amountIdr: rupiah(amountIdr) });

describe('contributions', () => {
  it('are told by programme, whoever bears them', () => {
    const components = [
      amount('CONTRIB_JHT_EMPLOYER', 370),
      amount('CONTRIB_JKK', 24),
      amount('CONTRIB_JHT_WORKER', 200),
      amount('CONTRIB_JP_EMPLOYER', -100),
    ];
    expect(fundsOf(components)).toEqual([
      { programme: 'JHT', amountIdr: 570 },
      { programme: 'JKK', amountIdr: 24 },
      { programme: 'JP', amountIdr: -100 },
    ]);
  });
});

describe('benefits', () => {
  it('are told by kind of money, never by code', () => {
    const components = [
      amount('JKK_STMB', 100),
      amount('JKK_MEDICAL', 30),
      amount('JKK_PARTIAL_FUNCTIONAL', 900),
    ];
    expect(moneyOf(components)).toEqual([
      { kind: 'CASH', amountIdr: 1_000 },
      { kind: 'CARE', amountIdr: 30 },
    ]);
  });
});

describe('a payment', () => {
  const payment = (componentCodes: readonly string[], more: object = {}) => ({
    componentCodes,
    amountIdr: rupiah(100),
    ...more,
  });

  it.each([
    ['of one kind, by its codes', payment(['JKM_DEATH', 'JKM_FUNERAL']), [['CASH', 100]]],
    ['to a facility', payment(['JKK_MEDICAL_PLKK']), [['CARE', 100]]],
    ['of a school year', payment(['SCHOLARSHIP_SD']), [['SCHOLARSHIP', 100]]],
    ['of arrears that are given back', payment(['ARREARS_SET_OFF']), [['CASH', 100]]],
    [
      'of cash and care',
      payment(['JKK_STMB', 'JKK_MEDICAL'], { careIdr: rupiah(30) }),
      [
        ['CARE', 30],
        ['CASH', 70],
      ],
    ],
    [
      'from which arrears were deducted',
      payment(['JKM_DEATH', 'ARREARS_SET_OFF'], { benefitIdr: rupiah(120) }),
      [['CASH', 120]],
    ],
  ])('%s is told by kind of money', (_what, one, kinds) => {
    expect(moneyOfPayment(one)?.map(({ kind, amountIdr }) => [kind, amountIdr])).toEqual(kinds);
  });

  it('of which an earlier release did not record what is care is not split by guess', () => {
    expect(moneyOfPayment(payment(['JKK_STMB', 'JKK_MEDICAL']))).toBeUndefined();
  });

  it('has a programme, unless it is a scholarship', () => {
    expect(fundOfPayment(payment(['JKM_DEATH', 'ARREARS_SET_OFF']))).toBe('JKM');
    expect(fundOfPayment(payment(['SCHOLARSHIP_SD']))).toBeUndefined();
  });
});

it('what waits for a second person says so, without saying who entered it', () => {
  expect(confirmation({ backDatedBy: 'clerk-7' })).toEqual({ toBeConfirmed: true });
  expect(confirmation({})).toEqual({});
});
