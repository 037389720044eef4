import { describe, expect, it } from '@jest/globals';
import { fold, localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { contributionYears } from './contribution-years.js';
import { correctables } from './correctable.js';
import type { ParticipantEvent } from './participant.events.js';
import { SITI, sitiDied, sitiRegistered } from './participant.examples.js';
import { participants } from './participant.js';
import { recordContribution } from './record-contribution.js';
import { type RegisterSelfEmploymentInput, registerSelfEmployment } from './register-self-employment.js';
import { sponsors } from './sponsor.js';

/** Today is 20 November 2026; Siti is a wage earner since the 2nd. */
const context = testContext();
const given = decisionSpec(participants);
const WAGE_EARNER = sitiRegistered({ segment: 'PU', payer: 'EMPLOYER', incomeBaseIdr: rupiah(5_200_000) });

const input = (changes: Partial<RegisterSelfEmploymentInput> = {}): RegisterSelfEmploymentInput => ({
  participantId: SITI,
  channel: 'BRANCH',
  payer: 'SELF',
  sector: 'OTHER',
  declaredIncomeIdr: rupiah(900_000),
  registeredOn: localDate('2026-11-16'),
  person: { occupation: 'pedagang', workplace: 'Pasar Cikarang' },
  ...changes,
});
const factsOf = (...events: ParticipantEvent[]) => ({
  sponsor: sponsors.initial,
  person: fold(correctables, events),
});
const facts = factsOf(WAGE_EARNER);

const { declaredIncomeIdr: _income, registeredOn, ...told } = input();
const REGISTERED: ParticipantEvent = {
  type: 'SelfEmploymentRegistered',
  data: { ...told, incomeBaseIdr: rupiah(1_000_000), effectiveOn: registeredOn },
};

describe('a wage earner who works for himself as well', () => {
  it('is registered for it, with a contribution band', () => {
    given([WAGE_EARNER])
      .when((state) => registerSelfEmployment(input(), state, context, facts))
      .thenRecorded([REGISTERED]);
  });

  it('pays contributions of a BPU from then on, and none for months before', () => {
    const participant = fold(participants, [WAGE_EARNER, REGISTERED]);
    const paying = (period: string, paidOn: string) =>
      recordContribution(
        {
          participantId: SITI,
          period: period as never,
          months: 1,
          payer: 'SELF',
          paidOn: localDate(paidOn),
          receipt: 'R-1',
        },
        contributionYears.initial,
        context,
        { participant, sponsor: sponsors.initial },
      );
    expect(paying('2026-11', '2026-11-18')[0]).toMatchObject({
      type: 'ContributionPaid',
      data: { segment: 'BPU', incomeBaseIdr: 1_000_000 },
    });
    expect(() => paying('2026-11', '2026-11-15')).toThrow(
      expect.objectContaining({ code: 'BEFORE_REGISTRATION' }),
    );
  });

  it.each([
    [{ payer: 'EMPLOYER' as const }, 'PAID_BY_EMPLOYER'],
    [{ registeredOn: localDate('2026-11-01') }, 'SELF_EMPLOYED_BEFORE_REGISTRATION'],
    [{ registeredOn: localDate('2026-11-21') }, 'REGISTERED_IN_FUTURE'],
    [{ payer: 'VILLAGE' as const }, 'AGREEMENT_MISSING'],
  ])('with %j is refused: %s', (changes, code) => {
    given([WAGE_EARNER])
      .when((state) => registerSelfEmployment(input(changes), state, context, facts))
      .thenRejected(code);
  });

  it('is registered once, while alive, and within the ages of a BPU', () => {
    given([WAGE_EARNER, REGISTERED])
      .when((state) => registerSelfEmployment(input(), state, context, facts))
      .thenRejected('SELF_EMPLOYED_ALREADY');
    given([WAGE_EARNER, sitiDied('2026-11-10')])
      .when((state) => registerSelfEmployment(input(), state, context, facts))
      .thenRejected('DECEASED');
    const erased = factsOf(sitiRegistered({ segment: 'PU', person: { erased: true } }));
    given([WAGE_EARNER])
      .when((state) => registerSelfEmployment(input(), state, context, erased))
      .thenRejected('PERSONAL_DATA_ERASED');
    const { person } = WAGE_EARNER.data;
    const old = sitiRegistered({
      segment: 'PU',
      person: { ...(person as Exclude<typeof person, { erased: true }>), birthDate: localDate('1950-05-12') },
    });
    given([old])
      .when((state) => registerSelfEmployment(input(), state, context, factsOf(old)))
      .thenRejected('AGE_OVER_LIMIT');
  });
});
