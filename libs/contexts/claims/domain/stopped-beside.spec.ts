import { describe, expect, it } from '@jest/globals';
import { ERASED, fold, localDate } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { addDocuments } from './add-documents.js';
import { approveInterim } from './approve-interim.js';
import { type BeginWaitInput, beginWait } from './begin-wait.js';
import { calculateInterim } from './calculate-interim.js';
import { CLAIM, COMPLETED, JKK_PAPERS, JKK_SUBMITTED, PARTICIPANT, jkkFacts } from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { claimSteps } from './claim-steps.js';
import { type ClaimState, claims } from './claim.js';
import { denyClaim } from './deny-claim.js';
import { type EndWaitInput, endWait } from './end-wait.js';
import { stopSteps, stopsOfPayment } from './stopped-payment.js';
import { endTreatment } from './treatment.js';
import { STOP_REASONS, type WaitReason } from './left-to-people.events.js';
import { proposeDenial } from './propose-denial.js';
import { withdrawClaim } from './withdraw-claim.js';

const given = decisionSpec(claims);
const claimId = CLAIM;
const on = (day: string, id = 'ani') =>
  testContext({ today: localDate(day), actor: { ...TEST_ACTOR, id, roles: ['supervisor'], authority: 4 } });

const treated = jkkFacts({
  stageTwoReported: false,
  outcome: undefined,
  injuries: [],
  transport: {},
  care: [],
});
const ended = jkkFacts({ transport: {}, care: [] });

const treatment: ClaimEvent = {
  type: 'WaitBegun',
  data: {
    claimId,
    participantId: PARTICIPANT,
    askerId: 'ani',
    reason: 'TREATMENT',
    until: localDate('2027-02-18'),
    effectiveOn: localDate('2026-11-20'),
  },
};
const TREATED: readonly ClaimEvent[] = [JKK_SUBMITTED, COMPLETED, treatment];
const INCOMPLETE: readonly ClaimEvent[] = [
  JKK_SUBMITTED,
  {
    type: 'DocumentsRequested',
    data: { claimId, participantId: PARTICIPANT, missing: ['KK3'], effectiveOn: localDate('2026-11-20') },
  },
];

const begin =
  (reason: WaitReason, day = '2026-11-23') =>
  (state: ClaimState) =>
    beginWait({ claimId, reason, question: 'Is it her?' } satisfies BeginWaitInput, state, on(day));
const end =
  (input: Omit<EndWaitInput, 'claimId'>, day = '2026-11-30') =>
  (state: ClaimState) =>
    endWait({ claimId, ...input }, state, on(day, 'budi'), treated);

const and = (
  history: readonly ClaimEvent[],
  decide: (state: ClaimState) => readonly ClaimEvent[],
): readonly ClaimEvent[] => [...history, ...decide(fold(claims, history))];

const typesOf = (events: readonly ClaimEvent[]) => events.map(({ type }) => type);
const ANSWER = { how: 'ANSWERED', answer: 'It is', evidence: 'archive/answer' } as const;
const MONTH = {
  claimId,
  unableFrom: localDate('2026-08-20'),
  unableUntil: localDate('2026-09-18'),
  certificate: 'ARSIP',
};

describe.each([
  ['that waits for the end of a treatment', TREATED, 'WAITING'],
  ['of which documents are missing', INCOMPLETE, 'INCOMPLETE'],
] as const)('a claim %s', (_what, history, situation) => {
  it.each(STOP_REASONS)('stands where it is and pays nothing once %s is asked', (reason) => {
    const stopped = and(history, begin(reason));
    expect(stopped.at(-1)).toMatchObject({
      type: 'PaymentsStopped',
      data: { reason, person: { words: 'Is it her?' } },
    });
    expect(fold(claims, stopped)).toMatchObject({ situation, stop: { reason, since: '2026-11-23' } });
    expect(fold(stopsOfPayment, stopped).open).toMatchObject({ reason });
    given(stopped)
      .when((state) => calculateInterim(MONTH, state, on('2026-11-23', 'budi'), treated))
      .thenRejected('WAIT_STOPS_PAYMENT');
  });

  it('is asked for nothing else meanwhile, and for one of them at a time', () => {
    given(history).when(begin('EMPLOYER')).thenRejected(`CLAIM_${situation}`);
    given(and(history, begin('IDENTITY')))
      .when(begin('COURT'))
      .thenRejected('PAYMENTS_ARE_STOPPED');
  });

  it('has what nobody has approved calculated anew afterwards', () => {
    const found = and(history, (state) => calculateInterim(MONTH, state, on('2026-11-21', 'budi'), treated));
    given(and(found, begin('IDENTITY')))
      .when((state) => approveInterim({ claimId }, state, on('2026-11-23', 'cici'), treated))
      .thenRejected('NO_INTERIM_FOUND');
  });

  it('pays again with the answer, and stands where it stood', () => {
    const resumed = and(and(history, begin('IDENTITY')), end(ANSWER));
    expect(resumed.at(-1)).toMatchObject({
      type: 'PaymentsResumed',
      data: { reason: 'IDENTITY', how: 'ANSWERED', person: { words: 'It is', evidence: 'archive/answer' } },
    });
    expect(fold(claims, resumed)).toMatchObject({ situation });
    expect(fold(claims, resumed)).not.toHaveProperty('stop');
    expect(fold(stopsOfPayment, resumed)).toEqual({ times: [{ from: '2026-11-23', to: '2026-11-30' }] });
  });

  it('is not released by whoever had it stopped', () => {
    given(and(history, begin('IDENTITY')))
      .when((state) => endWait({ claimId, ...ANSWER }, state, on('2026-11-30'), treated))
      .thenRejected('ASKER_CANNOT_RELEASE');
  });

  it('pays again where nobody answers in time, and not before', () => {
    const stopped = and(history, begin('IDENTITY'));
    given(stopped)
      .when(end({ how: 'GIVEN_UP' }, '2026-12-23'))
      .thenRejected('ANSWER_MAY_STILL_COME');
    const resumed = and(stopped, end({ how: 'GIVEN_UP' }, '2026-12-24'));
    expect(resumed.at(-1)?.data).not.toHaveProperty('person');
    expect(typesOf(resumed).at(-1)).toBe('PaymentsResumed');
  });

  it('may be denied for heirs who have not agreed in the time for it', () => {
    const stopped = and(history, begin('HEIR_DISPUTE'));
    const reason = 'HEIR_DISPUTE_OPEN' as const;
    const denial = { claimId, reason, grounds: 'They disagree', evidence: 'archive/letter' };
    const propose = (day: string) => () =>
      proposeDenial(denial, { claim: fold(claims, stopped) }, on(day, 'budi'));
    given(stopped).when(propose('2027-11-23')).thenRejected('DISPUTE_MAY_STILL_END');
    const proposed = and(stopped, propose('2027-11-24'));
    const denied = and(proposed, (state) => denyClaim({ claimId }, state, on('2027-11-25', 'cici'), treated));
    expect(fold(stopsOfPayment, denied)).not.toHaveProperty('open');
    expect(fold(claims, denied)).not.toHaveProperty('stop');
  });

  it('has an answer expected beside its own next step until it is there, or the claim is closed', () => {
    const before = fold(claimSteps, history).expected;
    const stopped = and(history, begin('IDENTITY'));
    expect(fold(claimSteps, stopped).expected).toEqual(before);
    expect(fold(stopSteps, stopped)).toMatchObject({
      holds: true,
      expected: { step: 'ANSWER', turn: 'CLAIMANT', dueDays: ['2026-12-23'] },
    });
    const letter = { claimId, reason: 'WISH_OF_CLAIMANT', letter: 'archive/letter' } as const;
    const ends = [end(ANSWER), (state: ClaimState) => withdrawClaim(letter, state, on('2026-11-30'))];
    for (const over of ends) {
      const { holds, expected } = fold(stopSteps, and(stopped, over));
      expect([holds, expected]).toEqual([undefined, undefined]);
    }
  });
});

describe('what stops the payments of a claim that could go on', () => {
  const waits = { type: 'WaitBegun', data: { reason: 'IDENTITY', until: '2026-12-23' } };
  const stopped = and(TREATED, begin('IDENTITY'));

  it('is what it waits for once the treatment has ended, since before for its payments', () => {
    const over = and(stopped, (state) => endTreatment({ claimId }, state, on('2026-12-01'), ended));
    expect(over.slice(-2)).toMatchObject([
      { type: 'WaitEnded', data: { reason: 'TREATMENT' } },
      { ...waits, data: { ...waits.data, person: { words: 'Is it her?' } } },
    ]);
    expect(fold(claims, over)).toMatchObject({ situation: 'WAITING', awaited: { since: '2026-12-01' } });
    expect(fold(claims, over)).not.toHaveProperty('stop');
    expect(fold(stopsOfPayment, over).times).toEqual([{ from: '2026-11-23' }]);
    expect(fold(stopSteps, over)).toMatchObject({ holds: true });
    expect(fold(stopSteps, over)).not.toHaveProperty('expected');
    const answered = and(over, (state) => endWait({ claimId, ...ANSWER }, state, on('2026-12-08'), ended));
    expect(fold(claims, answered)).toMatchObject({ situation: 'COMPLETE' });
    expect(fold(stopsOfPayment, answered).times).toEqual([{ from: '2026-11-23', to: '2026-12-08' }]);
  });

  it('is the same once the treatment is given up, where whoever says so names it', () => {
    given(stopped)
      .when(end({ reason: 'COURT', ...ANSWER }))
      .thenRejected('NOTHING_LIKE_THAT_AWAITED');
    const over = and(stopped, end({ reason: 'TREATMENT', how: 'GIVEN_UP' }, '2027-02-19'));
    expect(over.slice(-2)).toMatchObject([{ type: 'WaitEnded', data: { reason: 'TREATMENT' } }, waits]);
  });

  it('is the same once its documents are complete', () => {
    const one = JKK_PAPERS.find(({ kind }) => kind === 'KK3');
    const handedIn = { claimId, documents: one ? [one] : [] };
    const history = and(INCOMPLETE, begin('IDENTITY'));
    const complete = and(history, (state) => addDocuments(handedIn, state, on('2026-12-01'), ended));
    expect(complete.slice(-2)).toMatchObject([{ type: 'ClaimCompleted' }, waits]);
    expect(fold(claims, complete)).toMatchObject({ situation: 'WAITING', awaited: { reason: 'IDENTITY' } });
  });

  it('tells no question any more of an erased person', () => {
    const erased = stopped.map((event) =>
      event.type === 'PaymentsStopped' ? { ...event, data: { ...event.data, person: ERASED } } : event,
    );
    expect(fold(claims, erased)).not.toHaveProperty('stop.question');
  });
});
