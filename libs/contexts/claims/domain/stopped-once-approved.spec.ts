import { describe, expect, it } from '@jest/globals';
import { fold } from '#kernel';
import { decisionSpec } from '#testing/decisions';
import { APPROVED, DAYS, OF_HEIRS, PORTER, afterwards, as, decided } from './after-decision.examples.js';
import { approveDifference } from './approve-difference.js';
import { beginWait } from './begin-wait.js';
import { CLAIM, JKK_SUBMITTED, jkmFacts } from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { claimSteps } from './claim-steps.js';
import { type ClaimState, claims } from './claim.js';
import { type EndWaitInput, endWait } from './end-wait.js';
import type { WaitReason } from './left-to-people.events.js';
import type { Basis } from './programme.js';
import { reassessClaim } from './reassess-claim.js';
import { reopenClaim } from './reopen-claim.js';
import { stopSteps, stopsAfterApproval, stopsOfPayment } from './stopped-payment.js';

const given = decisionSpec(claims);
const claimId = CLAIM;
type Decide = (state: ClaimState) => readonly ClaimEvent[];
const and = (history: readonly ClaimEvent[], ...decisions: Decide[]) =>
  decisions.reduce((so, decide) => [...so, ...decide(fold(claims, so))], history);

const begin =
  (reason: WaitReason): Decide =>
  (state) =>
    beginWait({ claimId, reason, question: 'Is it her?' }, state, as('ani', '2026-12-01'));
const end =
  (input: Omit<EndWaitInput, 'claimId'>, day: string, basis: Basis = PORTER): Decide =>
  (state) =>
    endWait({ claimId, ...input }, state, as('budi', day), basis);
const ANSWER = { how: 'ANSWERED', answer: 'It is', evidence: 'archive/answer' } as const;
const JUDGMENT = { how: 'JUDGED', answer: 'To be paid', evidence: 'archive/judgment' } as const;

describe.each([
  ['of a participant', APPROVED, PORTER],
  ['of heirs', OF_HEIRS, jkmFacts()],
] as const)('what was approved %s', (_whose, approved, basis) => {
  it.each([
    ['IDENTITY', ANSWER],
    ['COURT', JUDGMENT],
  ] as const)('is not paid while %s is asked, and goes on with the answer', (reason, answer) => {
    const stopped = and(approved, begin(reason));
    expect(stopped.at(-1)).toMatchObject({ type: 'PaymentsStopped', data: { reason } });
    expect(fold(claims, stopped)).toMatchObject({ situation: 'APPROVED', stop: { reason } });
    expect(fold(stopsOfPayment, stopped).open).toMatchObject({ reason });
    expect(fold(claimSteps, stopped)).not.toHaveProperty('expected');
    expect(fold(stopSteps, stopped)).toMatchObject({ holds: true, expected: { step: 'ANSWER' } });

    const answered = and(stopped, end(answer, '2026-12-08', basis));
    expect(answered.at(-1)).toMatchObject({ type: 'PaymentsResumed', data: { reason, how: answer.how } });
    expect(fold(claims, answered)).toMatchObject({ situation: 'APPROVED' });
    expect(fold(stopsOfPayment, answered)).not.toHaveProperty('open');
    expect(fold(stopSteps, answered)).not.toHaveProperty('holds');
  });

  it('is not late for the days of that', () => {
    const answered = and(approved, begin('IDENTITY'), end(ANSWER, '2026-12-08', basis));
    const known = fold(stopsOfPayment, answered);
    const [approval] = known.approvals ?? [];
    if (!approval) throw new Error('Nothing was approved');
    expect(stopsAfterApproval(known, approval)).toEqual([{ from: '2026-12-01', to: '2026-12-08' }]);
  });

  it('is paid all the same where nobody answers in time, and not before', () => {
    const stopped = and(approved, begin('IDENTITY'));
    given(stopped)
      .when(end({ how: 'GIVEN_UP' }, '2026-12-31', basis))
      .thenRejected('ANSWER_MAY_STILL_COME');
    const over = and(stopped, end({ how: 'GIVEN_UP' }, '2027-01-01', basis));
    expect(over.at(-1)).toMatchObject({ type: 'PaymentsResumed', data: { how: 'GIVEN_UP' } });
  });

  it('is asked of one at a time, and nothing else is asked once it is approved', () => {
    given(and(approved, begin('IDENTITY')))
      .when(begin('COURT'))
      .thenRejected('PAYMENTS_ARE_STOPPED');
    given(approved).when(begin('HEIR_DISPUTE')).thenRejected('CLAIM_APPROVED');
    given(approved).when(begin('EMPLOYER')).thenRejected('CLAIM_APPROVED');
    given(approved)
      .when(end(ANSWER, '2026-12-08', basis))
      .thenRejected('CLAIM_APPROVED');
  });
});

describe('a difference during whose calculation payments were stopped', () => {
  const more = DAYS(90);
  const answer = end(ANSWER, '2026-12-30', more);

  /** When it was not to be paid, by what comes first: the answer, or the approval. */
  function standing(approvedOn: string, order: 'ANSWERED_FIRST' | 'APPROVED_FIRST') {
    const reopened = afterwards(decided(DAYS(60), JKK_SUBMITTED), ({ after }) =>
      reopenClaim({ claimId, ground: 'NEW_FACT', reason: 'r' }, after, as('sup', '2026-12-01'), more),
    );
    const stopped = and(reopened, begin('IDENTITY'));
    const approve = (history: readonly ClaimEvent[]) => {
      const found = afterwards(history, ({ after }) =>
        reassessClaim({ claimId }, after, as('assessor-2', approvedOn), more),
      );
      return afterwards(found, ({ after }) =>
        approveDifference({ claimId }, after, as('sup-3', approvedOn), more).map((event) =>
          Object.assign({ id: 'difference' }, event),
        ),
      );
    };
    const events = order === 'ANSWERED_FIRST' ? approve(and(stopped, answer)) : and(approve(stopped), answer);
    return stopsAfterApproval(fold(stopsOfPayment, events), { eventId: 'difference' });
  }

  it('stood still for the same days whether it is approved before the answer or after it', () => {
    const times = [{ from: '2026-12-01', to: '2026-12-30' }];
    expect(standing('2026-12-29', 'APPROVED_FIRST')).toEqual(times);
    expect(standing('2026-12-31', 'ANSWERED_FIRST')).toEqual(times);
  });
});
