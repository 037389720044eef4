import { describe, expect, it } from '@jest/globals';
import { ERASED, fold, localDate, period, rupiah } from '#kernel';
import { decisionSpec, logOf, testContext } from '#testing/decisions';
import { changeIncomeBand } from './change-income-band.js';
import { contributionYears } from './contribution-years.js';
import { contributions } from './contributions.js';
import { CORRECTION, REGISTRAR, incomeBandChanged } from './correction.examples.js';
import { participantFacts } from './participant-facts.js';
import { SITI, contributionPaid, sitiDied, sitiRegistered } from './participant.examples.js';
import { participants } from './participant.js';
import { recordContribution } from './record-contribution.js';
import { sponsors } from './sponsor.js';

const given = decisionSpec(participants);
const context = { ...testContext(), actor: { ...testContext().actor, id: REGISTRAR } };
const input = {
  participantId: SITI,
  correctionId: CORRECTION,
  from: period('2027-01'),
  declaredIncomeIdr: rupiah(2_000_000),
  evidence: { kind: 'STATEMENT', number: 'SP-1' },
} as const;
const paid = (...payments: Parameters<typeof contributionPaid>[]) => ({
  contributions: fold(
    contributionYears,
    payments.map((one) => contributionPaid(...one)),
  ),
});
const november = paid(['2026-11', 1, '2026-11-02']);

describe('Another declared income', () => {
  it('holds from a month on that neither has passed nor is paid', () => {
    given([sitiRegistered()])
      .when((state) => changeIncomeBand(input, state, context, november))
      .thenRecorded([incomeBandChanged]);
  });

  it.each([
    ['a month that has passed', '2026-10', paid(), '2026-11'],
    ['a month that is paid', '2026-11', november, '2026-12'],
    ['a month that is paid ahead', '2027-01', paid(['2026-11', 6, '2026-11-02']), '2027-05'],
  ])('is refused for %s, and says from when on', (_when, from, facts, earliest) => {
    const { details } = given([sitiRegistered()])
      .when((state) => changeIncomeBand({ ...input, from: period(from) }, state, context, facts))
      .thenRejected('BAND_MONTH_TOO_EARLY');
    expect(details.allowed).toEqual([`from ${earliest}`]);
  });

  it('is refused where it changes nothing, of the dead, of wage earners and of those who were erased', () => {
    const refused = (history: Parameters<typeof given>[0], code: string, more: Partial<typeof input> = {}) =>
      given(history)
        .when((state) => changeIncomeBand({ ...input, ...more }, state, context, november))
        .thenRejected(code);
    refused([sitiRegistered(), incomeBandChanged], 'NOTHING_TO_CORRECT');
    refused([sitiRegistered(), sitiDied('2026-11-10')], 'DECEASED');
    refused([sitiRegistered({ segment: 'PU' })], 'WAGE_IS_REPORTED');
    refused([sitiRegistered({ person: ERASED })], 'PERSONAL_DATA_ERASED');
    refused([], 'PARTICIPANT_NOT_FOUND');
  });

  it('is what a payment for these months costs; one that goes over the change is refused', () => {
    const payment = (month: string, months: number) =>
      recordContribution(
        {
          participantId: SITI,
          period: period(month),
          months,
          payer: 'SELF',
          paidOn: localDate('2026-11-20'),
          receipt: 'R-2',
        },
        november.contributions,
        context,
        { participant: fold(participants, [sitiRegistered(), incomeBandChanged]), sponsor: sponsors.initial },
      );
    expect(payment('2026-12', 1)).toMatchObject([{ data: { incomeBaseIdr: 1_000_000 } }]);
    expect(() => payment('2026-12', 2)).toThrow(
      expect.objectContaining({ code: 'INCOME_BAND_CHANGES_WITHIN' }),
    );
  });

  it('is the wage basis of a benefit once it was paid for, and not before', async () => {
    const basisOn = async (day: string, ...payments: Parameters<typeof contributionPaid>[]) => {
      const log = logOf({
        [participants.of(SITI)]: [sitiRegistered(), incomeBandChanged],
        [contributions.of(SITI)]: payments.map((one) => contributionPaid(...one)),
      });
      return (await participantFacts(log, SITI)).incomeBaseOn(localDate(day));
    };
    const until = ['2026-11', 2, '2026-11-02'] as const;
    const january = ['2027-01', 1, '2027-01-10'] as const;
    expect(await basisOn('2026-12-20', [...until], [...january])).toBe(1_000_000);
    expect(await basisOn('2027-01-09', [...until], [...january])).toBe(1_000_000);
    expect(await basisOn('2027-01-10', [...until], [...january])).toBe(2_000_000);
    expect(await basisOn('2027-02-03', [...until])).toBe(1_000_000);
  });
});
