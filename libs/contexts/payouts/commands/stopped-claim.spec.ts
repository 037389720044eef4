import { describe, expect, it } from '@jest/globals';
import { disputeSteps, stopSteps } from '#contexts/claims/facts';
import { type DomainEvent, fold, isHeld, localDate, rupiah } from '#kernel';
import { contextBy, logOf, testContext } from '#testing/decisions';
import { compensateLateness } from '../domain/compensate-lateness.js';
import { instructPayout } from '../domain/instruct-payout.js';
import { lateness } from '../domain/lateness.js';
import {
  EMPLOYER_ACCOUNT,
  MARCH_13,
  OTHER_ACCOUNT,
  PAYOUT_ID,
  ordered,
  settled,
  toTheEmployer,
  toTheHeir,
} from '../domain/payout.examples.js';
import { payoutSteps } from '../domain/payout-steps.js';
import { redirectionSteps } from '../domain/redirection-steps.js';
import type { PayoutEvent } from '../domain/payout.events.js';
import { payouts } from '../domain/payout.js';
import { orderedPayouts, redirectPayout } from '../domain/redirect-payout.js';
import { latenessFacts } from './compensate-lateness.js';
import { awaitedOf } from './paid-for.js';

const until = localDate('2026-04-12');
const of = { claimId: 'claim-id', participantId: 'p' };

const waits: DomainEvent = {
  type: 'WaitBegun',
  data: { ...of, askerId: 'ani', reason: 'IDENTITY', until, effectiveOn: MARCH_13 },
};
const goesOn: DomainEvent = {
  type: 'WaitEnded',
  data: { ...of, enderId: 'ani', reason: 'IDENTITY', how: 'ANSWERED', effectiveOn: localDate('2026-03-20') },
};
/** Who is answered for otherwise. */
const doctorAsked: DomainEvent = { ...waits, data: { ...waits.data, reason: 'MEDICAL_ADVICE' } };

const toTheParticipant = ordered({ ...toTheHeir, payee: 'PARTICIPANT', componentCodes: ['JKK_STMB'] });
const PAID = [toTheParticipant, ordered(), ordered(toTheEmployer)];
const source = { kind: 'CLAIM', id: 'claim-id', eventId: 'approval-event-id' } as const;

const awaited = (...claim: readonly DomainEvent[]) => awaitedOf(source, logOf({ 'claim-claim-id': claim }));

/** What finance is told of it. */
async function telling(payment: PayoutEvent, ...claim: readonly DomainEvent[]) {
  const facts = { employerAccount: EMPLOYER_ACCOUNT, ...(await awaited(...claim)) };
  const input = { payoutId: PAYOUT_ID, instructedOn: MARCH_13, instructionNumber: 'INS-1' };
  try {
    return instructPayout(input, fold(payouts, [payment]), testContext(), facts).map(({ type }) => type);
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('What was approved of a claim that waits for somebody before whose answer nothing is paid', () => {
  it.each(PAID)('is not told to the bank until that is over, whoever is paid', async (payment) => {
    expect(await telling(payment, waits)).toBe('CLAIM_AWAITS_ANSWER');
    expect(await telling(payment, waits, goesOn)).toEqual(['PayoutInstructed']);
    expect(await telling(payment, doctorAsked)).toEqual(['PayoutInstructed']);
  });

  it('tells for what, and until when, it waits', async () => {
    expect(await awaited(waits)).toEqual({ awaited: { reason: 'IDENTITY', until } });
    const late = { kind: 'LATENESS', id: PAYOUT_ID, eventId: 'e', claimId: 'claim-id' } as const;
    const log = logOf({ [payouts.of(PAYOUT_ID)]: [ordered()], 'claim-claim-id': [waits] });
    expect(await awaitedOf(late, log)).toEqual({ awaited: { reason: 'IDENTITY', until } });
  });

  it('goes to nobody else meanwhile', async () => {
    const shares = [{ payee: 'HEIR', heirId: 'widow', amountIdr: rupiah(42_000_000) }];
    const instead = { shares, accounts: [OTHER_ACCOUNT], establisherIds: ['ani'] };
    const redirect = async (...claim: readonly DomainEvent[]) =>
      redirectPayout(
        { payoutId: PAYOUT_ID },
        fold(orderedPayouts, [ordered()]),
        contextBy('supervisor', 'supervisor'),
        { instead, ...(await awaited(...claim)) },
      );
    await expect(redirect(waits)).rejects.toMatchObject({ code: 'CLAIM_AWAITS_ANSWER' });
    expect(await redirect(waits, goesOn)).toHaveLength(2);
  });

  it('is a school year as well, to which the claim gives the right', async () => {
    const granted: DomainEvent = {
      type: 'ScholarshipGranted',
      data: { ...of, scholarshipId: 's', childId: 'c', eventDate: MARCH_13, effectiveOn: MARCH_13 },
    };
    const year = { kind: 'SCHOLARSHIP_YEAR', id: 's', eventId: 'e' } as const;
    const log = (...claim: readonly DomainEvent[]) =>
      logOf({ 'scholarship-s': [granted], 'claim-claim-id': claim });
    expect(await awaitedOf(year, log(waits))).toEqual({ awaited: { reason: 'IDENTITY', until } });
    expect(await awaitedOf(year, log(waits, goesOn))).toEqual({});
    const source = { ...year, claimId: 'claim-id' };
    const order = ordered({ ...toTheHeir, payee: 'CHILD', source });
    const { heldBy } = fold(payoutSteps, [order]).expected ?? {};
    if (!heldBy) throw new Error('It waits for nothing');
    expect(isHeld(heldBy, fold(stopSteps, [waits] as never))).toBe(true);
    expect(isHeld(heldBy, fold(stopSteps, [waits, goesOn] as never))).toBe(false);
  });

  it('is nobody’s turn meanwhile', () => {
    const isWaiting = (
      payment: readonly PayoutEvent[],
      steps: typeof payoutSteps,
      claim: readonly DomainEvent[],
    ) => {
      const { heldBy } = fold(steps, payment).expected ?? {};
      if (!heldBy) throw new Error('It waits for nothing');
      const other = heldBy.slot === 'stop' ? stopSteps : disputeSteps;
      return isHeld(heldBy, fold(other, claim as never));
    };
    for (const payment of PAID) {
      expect(isWaiting([payment], payoutSteps, [waits])).toBe(true);
      expect(isWaiting([payment], payoutSteps, [waits, goesOn])).toBe(false);
    }
    expect(isWaiting([ordered()], redirectionSteps, [waits])).toBe(true);
  });

  it('is not late for the days of that', async () => {
    const late = fold(lateness, [toTheParticipant, settled(localDate('2026-03-22'))]);
    const found = async (...claim: readonly DomainEvent[]) => {
      const facts = await latenessFacts(late, logOf({ 'claim-claim-id': claim }));
      return compensateLateness({ payoutId: PAYOUT_ID }, late, testContext(), facts)[0]?.data;
    };
    expect(await found()).toMatchObject({ daysLate: 6, stoppedDays: 0 });
    expect(await found(waits, goesOn)).toMatchObject({ daysLate: 2, stoppedDays: 4 });
  });
});
