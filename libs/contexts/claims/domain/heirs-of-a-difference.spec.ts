import { describe, expect, it } from '@jest/globals';
import { fold, localDate } from '#kernel';
import { decisionSpec } from '#testing/decisions';
import { REASON, afterwards, approve, as, reassess } from './after-decision.examples.js';
import { approveClaim } from './approve-claim.js';
import { type ClaimAfterDecision, claimsAfterDecision } from './claim-after-decision.js';
import type { ClaimEvent } from './claim.events.js';
import {
  CLAIM,
  COMPLETED,
  HEIR_PAPERS,
  JKK_SUBMITTED,
  TAKEN_OVER,
  WIDOW,
  calculatedBy,
  jkkFacts,
  receivedLater,
} from './claim.examples.js';
import { establish } from './establish-heirs.js';
import { heirsInDispute } from './heirs-in-dispute.js';
import type { HeirInput } from './heir-input.js';
import type { Basis, HeirsOnRecord } from './programme.js';
import { reopenClaim } from './reopen-claim.js';

const given = decisionSpec(claimsAfterDecision);
const claim = { claimId: CLAIM };

/** Whoever claims came first; beside them stand those whom the participant had named to the office. */
const onRecord = (incapacityDays: number, ...registered: HeirsOnRecord['registered'][number][]): Basis => ({
  ...jkkFacts({ incapacityDays }, { diedOn: localDate('2026-11-01') }),
  heirsOnRecord: { claimantName: 'Adik Contoh', registered },
});
const BROTHER = { relation: 'SIBLING', name: 'Adik Contoh' } as const;
const WIFE = { relation: 'SPOUSE', name: WIDOW.claimantName } as const;

const wife: HeirInput = { relation: 'SPOUSE', standing: 'PAID', name: WIFE.name, account: WIDOW.account };

/** Approved for the brother, who was the only one named then. */
const FIRST = onRecord(60, BROTHER);
const SUBMITTED: readonly ClaimEvent[] = [
  JKK_SUBMITTED,
  receivedLater(HEIR_PAPERS),
  TAKEN_OVER,
  COMPLETED,
  calculatedBy(FIRST),
];
const APPROVED = afterwards(SUBMITTED, ({ after }) =>
  approveClaim(claim, after.claim, as('decider', '2026-11-23'), FIRST),
);

/** The wife was named since, and thirty days more are counted. */
const SINCE = onRecord(90, BROTHER, WIFE);
const OPENED = afterwards(APPROVED, ({ after }) =>
  reopenClaim({ ...claim, ground: 'NEW_FACT', reason: REASON }, after, as('opener'), SINCE),
);

const recorded =
  (heirs: readonly HeirInput[], basis = SINCE) =>
  ({ after }: ClaimAfterDecision) =>
    establish(
      { ...claim, sharing: 'EQUAL', certificate: 'archive/skaw', heirs },
      after,
      as('desk', '2026-12-04'),
      basis,
    );

describe('A claim that was approved for the heir who came first', () => {
  it('gives nothing more to them once somebody of a higher rank was named: those who inherit are recorded, and paid it', () => {
    const found = afterwards(OPENED, reassess(SINCE));
    given(found).when(approve(SINCE)).thenRejected('HEIRS_NOT_ESTABLISHED');
    const known = afterwards(found, recorded([wife]));
    const difference = afterwards(known, approve(SINCE)).at(-1);
    expect(difference).toMatchObject({
      type: 'DifferenceApproved',
      data: { payments: [{ payee: 'HEIR' }], person: { heirs: [{ account: WIDOW.account }] } },
    });
  });

  it('pays those who are recorded then also what was ordered for whoever came first, and has not left', () => {
    const [heir] = fold(heirsInDispute, afterwards(OPENED, recorded([wife]))).since?.heirs ?? [];
    expect(heir).toMatchObject({ payee: 'HEIR', account: WIDOW.account });
  });

  it('is not paid to others while nobody looks at it again', () => {
    given(APPROVED)
      .when(recorded([wife]))
      .thenRejected('CLAIM_APPROVED');
  });

  it('names them once: that others inherit is disputed then', () => {
    const known = afterwards(OPENED, recorded([wife]));
    given(known)
      .when(recorded([wife]))
      .thenRejected('CLAIM_APPROVED');
  });

  it('is not decided by whoever gave their accounts', () => {
    const known = afterwards(afterwards(OPENED, recorded([wife])), reassess(SINCE));
    given(known).when(approve(SINCE, 'desk')).thenRejected('SUBMITTER_CANNOT_DECIDE');
  });
});
