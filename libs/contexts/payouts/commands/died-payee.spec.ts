import { describe, expect, it } from '@jest/globals';
import { disputeSteps } from '#contexts/claims/facts';
import { type DomainEvent, fold, isHeld, localDate, rupiah } from '#kernel';
import { contextBy, logOf, testContext } from '#testing/decisions';
import { deathRevoked } from '../../participants/domain/correction.examples.js';
import { SITI, sitiDied, sitiRegistered } from '../../participants/domain/participant.examples.js';
import { instructPayout } from '../domain/instruct-payout.js';
import { ACCOUNT, OTHER_ACCOUNT, PAYOUT_ID, ordered, toTheHeir } from '../domain/payout.examples.js';
import { payoutSteps } from '../domain/payout-steps.js';
import { redirectionSteps } from '../domain/redirection-steps.js';
import type { PayoutEvent } from '../domain/payout.events.js';
import { payoutIdOf, payouts } from '../domain/payout.js';
import { orderedPayouts, redirectPayout } from '../domain/redirect-payout.js';
import { paymentsOf } from './died-payees.js';
import { heirsOf, paidFor, paidInstead } from './paid-for.js';

const HEIR = '5f0c8a5e-0d0d-5b52-9d3d-6c1c4c5b7a03';
const toSiti = ordered({
  ...toTheHeir,
  participantId: SITI,
  payee: 'PARTICIPANT',
  componentCodes: ['JKK_STMB', 'JKK_PARTIAL_ANATOMIC'],
});
const established = {
  type: 'HeirsEstablished',
  data: {
    claimId: 'claim-id',
    participantId: SITI,
    establisherId: 'establisher',
    sharing: 'ONE_PAYEE',
    heirClass: 1,
    heirs: [{ heirId: HEIR, relation: 'SPOUSE', standing: 'PAID', parts: 1 }],
    inPlaceOfParticipant: true,
    effectiveOn: localDate('2026-11-20'),
    person: { certificate: 'archive/skaw', heirs: [{ name: 'Rohmah Contoh', account: OTHER_ACCOUNT }] },
  },
} as const;

/** As far as it says where Siti is paid. */
const submitted: DomainEvent = {
  type: 'ClaimSubmitted',
  data: {
    claimId: 'claim-id',
    participantId: SITI,
    claimant: 'PARTICIPANT',
    documents: [],
    person: { account: ACCOUNT },
  },
};

const ALIVE = [sitiRegistered()];
const DEAD = [...ALIVE, sitiDied('2026-11-10')];
const logWith = (participant: readonly DomainEvent[], claim: readonly DomainEvent[] = []) =>
  logOf({
    [`participant-${SITI}`]: participant,
    [payouts.of(PAYOUT_ID)]: [toSiti],
    ...(claim.length > 0 && { 'claim-claim-id': claim }),
  });

/** What finance is told of the payment. */
async function instructing(participant: readonly DomainEvent[], claim: readonly DomainEvent[] = []) {
  const payout = fold(payouts, [toSiti]);
  const facts = await heirsOf(payout, logWith(participant, claim));
  const today = localDate('2026-11-20');
  const input = { payoutId: PAYOUT_ID, instructedOn: today, instructionNumber: 'INS-9' };
  try {
    return instructPayout(input, payout, testContext({ today }), facts).map(({ type }) => type);
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('A participant who dies after the approval', () => {
  it('is paid nothing any more: the payment waits until it is recorded who inherits, and goes to them', async () => {
    expect(await instructing(ALIVE)).toEqual(['PayoutInstructed']);
    expect(await instructing(DEAD)).toBe('PAYEE_DIED');
    expect(await instructing(DEAD, [established])).toBe('PAID_TO_OTHERS');
    expect(await instructing([...DEAD, deathRevoked])).toEqual(['PayoutInstructed']);
  });

  it('is replaced by the heirs in a payment of their own, by somebody else than who recorded them', async () => {
    const known = fold(orderedPayouts, [toSiti]);
    const redirecting = async (id: string, claim: readonly DomainEvent[]) =>
      redirectPayout(
        { payoutId: PAYOUT_ID },
        known,
        testContext({ actor: { ...testContext().actor, id } }),
        await paidInstead(known, logWith(DEAD, claim)),
      );
    await expect(redirecting('supervisor', [])).rejects.toMatchObject({ code: 'NOT_TO_BE_REDIRECTED' });
    await expect(redirecting('establisher', [established])).rejects.toMatchObject({
      code: 'ESTABLISHER_CANNOT_REDIRECT',
    });
    expect(await redirecting('supervisor', [established])).toMatchObject([
      {
        type: 'PayoutRedirected',
        data: {
          shares: [{ payee: 'HEIR', heirId: HEIR, amountIdr: rupiah(42_000_000) }],
          person: { accounts: [OTHER_ACCOUNT] },
        },
      },
      { type: 'PayoutCancelled', data: { reason: 'REDIRECTED' } },
    ]);
    const toHeir = ordered({ ...toTheHeir, participantId: SITI, heirId: HEIR, person: { account: ACCOUNT } });
    expect(await heirsOf(fold(payouts, [toHeir]), logWith(DEAD, [established]))).toEqual({});
  });

  it('who lives after all gets back what heirs were to be paid, and no heir is paid it', async () => {
    const toWidow = ordered({ ...toTheHeir, participantId: SITI, heirId: HEIR });
    const known = fold(orderedPayouts, [toWidow]);
    const alive = logWith([...DEAD, deathRevoked], [submitted, established]);
    expect(await heirsOf(known.payout, alive)).toEqual({ isOthers: true });
    expect(await paidInstead(known, alive)).toEqual({
      instead: {
        shares: [{ payee: 'PARTICIPANT', amountIdr: 42_000_000 }],
        accounts: [ACCOUNT],
        isBack: true,
      },
    });
    expect(await heirsOf(known.payout, logWith(DEAD, [submitted, established]))).toEqual({});
  });

  it('who lives gets it back to the account that two persons have put right for the payment before, whoever it went to since', async () => {
    const right = { bank: 'Bank Contoh', number: '0000099991', holder: 'Siti Contoh' };
    const corrected: PayoutEvent = {
      type: 'PayoutAccountCorrected',
      data: {
        payoutId: PAYOUT_ID,
        participantId: SITI,
        correctorId: 'finance',
        effectiveOn: localDate('2026-11-05'),
        person: { account: right },
      },
    };
    const confirmed: PayoutEvent = {
      type: 'PayoutAccountConfirmed',
      data: { payoutId: PAYOUT_ID, confirmerId: 'finance-2', effectiveOn: localDate('2026-11-05') },
    };
    const source = { ...toTheHeir.source, insteadOfId: PAYOUT_ID };
    const toWidow = ordered({ ...toTheHeir, participantId: SITI, heirId: HEIR, source });
    const accounts = async (before: readonly PayoutEvent[], first: PayoutEvent = toSiti) => {
      const log = logOf({
        [`participant-${SITI}`]: [...DEAD, deathRevoked],
        [payouts.of(PAYOUT_ID)]: [first, ...before],
        'claim-claim-id': [submitted, established],
      });
      return (await paidInstead(fold(orderedPayouts, [toWidow]), log)).instead?.accounts;
    };
    expect(await accounts([corrected, confirmed])).toEqual([right]);
    expect(await accounts([corrected])).toEqual([ACCOUNT]);
    const wentBackOnce = ordered({
      ...toTheHeir,
      participantId: SITI,
      payee: 'PARTICIPANT',
      person: { account: right },
    });
    expect(await accounts([], wentBackOnce)).toEqual([right]);
  });

  it('who lives gets back also what went on from one heir to another, once nobody looks for heirs any more', async () => {
    const noMore: DomainEvent = {
      type: 'HeirsWantedNoMore',
      data: { claimId: 'claim-id', participantId: SITI },
    };
    const toAnother = fold(orderedPayouts, [
      ordered({ ...toTheHeir, participantId: SITI, heirId: 'who came since' }),
    ]);
    const alive = logWith([...DEAD, deathRevoked], [submitted, established, noMore]);
    expect(await heirsOf(toAnother.payout, alive)).toEqual({ isOthers: true });
    expect((await paidInstead(toAnother, alive)).instead).toMatchObject({
      isBack: true,
      accounts: [ACCOUNT],
    });
  });

  it('who lives gets back also what was given up, once, because nobody came for an heir who had died', async () => {
    const at = (type: string, data: object): DomainEvent => ({
      type,
      data: { claimId: 'claim-id', participantId: SITI, effectiveOn: localDate('2026-11-20'), ...data },
    });
    const claim = [
      submitted,
      established,
      at('HeirsWanted', { whoDied: 'HEIR', heirId: HEIR, besideIds: [], until: localDate('2027-11-20') }),
      at('NobodyInherits', { heirId: HEIR }),
    ];
    const lives = { participant: [...DEAD, deathRevoked], claim: [...claim, at('HeirsWantedNoMore', {})] };
    const source = { ...toTheHeir.source, redirectorId: 'supervisor' };
    const toWidow = ordered({ ...toTheHeir, participantId: SITI, heirId: HEIR, source });
    const on = localDate('2027-12-01');
    const givenUp: PayoutEvent = {
      type: 'PayoutCancelled',
      data: { payoutId: PAYOUT_ID, reason: 'NOBODY_CLAIMS_IT', cancelledOn: on, effectiveOn: on },
    };
    const redirect = async (told: typeof lives, ...more: readonly PayoutEvent[]) => {
      const known = fold(orderedPayouts, [toWidow, givenUp, ...more]);
      const facts = await paidInstead(known, logWith(told.participant, told.claim));
      return redirectPayout({ payoutId: PAYOUT_ID }, known, contextBy('supervisor', 'supervisor'), facts);
    };
    const back = await redirect(lives);
    expect(back).toMatchObject([
      {
        type: 'PayoutRedirected',
        data: { shares: [{ payee: 'PARTICIPANT', amountIdr: 42_000_000 }], person: { accounts: [ACCOUNT] } },
      },
    ]);
    const refused = { code: 'NOT_TO_BE_REDIRECTED' };
    await expect(redirect(lives, ...back)).rejects.toMatchObject(refused);
    await expect(redirect({ participant: DEAD, claim })).rejects.toMatchObject(refused);
  });

  it('gets nothing of what was approved for heirs themselves, where their claim had paid the participant before', async () => {
    const takenOver: DomainEvent = {
      type: 'ClaimTakenOver',
      data: { claimId: 'claim-id', participantId: SITI, claimant: 'HEIR' },
    };
    const ofHeir = ordered({ ...toTheHeir, participantId: SITI, heirId: HEIR });
    const notTheirs: PayoutEvent = {
      type: 'PaymentNotTheirs',
      data: { payoutId: PAYOUT_ID, participantId: SITI, effectiveOn: localDate('2026-11-20') },
    };
    const alive = logWith([...DEAD, deathRevoked], [submitted, takenOver, established]);
    const instead = async (events: readonly PayoutEvent[]) =>
      (await paidInstead(fold(orderedPayouts, events), alive)).instead;
    expect(await heirsOf(fold(payouts, [ofHeir]), alive)).toEqual({ isOthers: true });
    expect(await instead([ofHeir])).toBeUndefined();
    expect(await instead([ofHeir, notTheirs])).toMatchObject({ isBack: true });
  });

  it('is looked for in whatever took the place of a payment, however often it was redirected', async () => {
    const at = (eventId: string, type: string, data: object) =>
      ({ id: eventId, type, data }) as unknown as DomainEvent;
    const to = (eventId: string, payee: string, heirId?: string) =>
      payoutIdOf({ source: { eventId }, payee, ...(heirId && { heirId }) });
    const redirected = (eventId: string, payee: string, heirId?: string) =>
      at(eventId, 'PayoutRedirected', { shares: [{ payee, ...(heirId && { heirId }) }] });
    const asked = at('ordered', 'PayoutOrdered', toSiti.data);
    const [first, son] = [to('approval', 'PARTICIPANT'), to('r1', 'HEIR', 'son')];
    const [late, grandchild] = [to('late', 'HEIR', 'son'), to('r2', 'HEIR', 'grandchild')];
    const back = to('r3', 'PARTICIPANT');
    const log = logOf({
      'claim-claim-id': [
        submitted,
        at('approval', 'InterimApproved', { payments: [{ payee: 'PARTICIPANT' }] }),
      ],
      [payouts.of(first)]: [asked, redirected('r1', 'HEIR', 'son')],
      [payouts.of(son)]: [
        asked,
        at('late', 'LateCompensationApproved', {}),
        redirected('r2', 'HEIR', 'grandchild'),
      ],
      [payouts.of(grandchild)]: [asked, redirected('r3', 'PARTICIPANT')],
    });
    const found = await paymentsOf(log, ['claim-id']);
    expect(found.map(({ payoutId, payee }) => [payoutId, payee])).toEqual([
      [first, 'PARTICIPANT'],
      [son, 'HEIR'],
      [late, 'HEIR'],
      [grandchild, 'HEIR'],
      [back, 'PARTICIPANT'],
    ]);
  });

  it('leaves what nobody comes for to be given up', async () => {
    const nobody = { ...established, type: 'NobodyInherits', data: { claimId: 'claim-id' } };
    const payout = fold(payouts, [toSiti]);
    const found = async (participant: readonly DomainEvent[], claim: readonly DomainEvent[]) =>
      (await paidFor(payout, logWith(participant, claim))).isNobodys;
    expect(await found(DEAD, [submitted, nobody])).toBe(true);
    expect(await found(ALIVE, [submitted, nobody])).toBe(false);
    expect(await found(DEAD, [submitted])).toBe(false);
  });

  it('leaves finance nothing to do and a supervisor to redirect it, once it is recorded who inherits', () => {
    const waits = (steps: typeof payoutSteps, claim: readonly (typeof established)[]) => {
      const { heldBy } = fold(steps, [toSiti]).expected ?? {};
      if (!heldBy) throw new Error('It waits for nothing');
      return isHeld(heldBy, fold(disputeSteps, claim));
    };
    expect([waits(payoutSteps, []), waits(redirectionSteps, [])]).toEqual([false, true]);
    expect([waits(payoutSteps, [established]), waits(redirectionSteps, [established])]).toEqual([
      true,
      false,
    ]);
  });
});
