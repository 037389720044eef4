import { describe, expect, it } from '@jest/globals';
import { ERASED, fold, localDate, rupiah } from '#kernel';
import { proposed } from './claim-by-people.examples.js';
import {
  CHILD,
  CLAIM,
  COMPLETED,
  JKK_SUBMITTED,
  PARTICIPANT,
  TAKEN_OVER,
  calculatedBy,
  jkkFacts,
} from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { claims, knownClaim } from './claim.js';
import { claimsAfterApproval } from './claim-after-approval.js';
import { claimSteps, reassessmentSteps } from './claim-steps.js';

const on = { claimId: CLAIM, participantId: PARTICIPANT, effectiveOn: localDate('2026-12-01') };

const endorsed: ClaimEvent = {
  type: 'ApprovalEndorsed',
  data: { ...on, endorserId: 'first of two', totalIdr: rupiah(1), level: 5 },
};
const heirs: ClaimEvent = {
  type: 'HeirsEstablished',
  data: { ...on, establisherId: 'establisher', sharing: 'EQUAL', heirs: [], person: ERASED },
};
const consented: ClaimEvent = {
  type: 'SetOffConsented',
  data: {
    ...on,
    recorderId: 'recorder',
    claimant: 'PARTICIPANT',
    reason: 'CHANNEL_CLOSED',
    documents: [],
    person: ERASED,
  },
};
const held: ClaimEvent = {
  type: 'ClaimHeld',
  data: {
    ...on,
    assessorId: 'holder',
    reason: 'PENDING_ARREARS',
    law: 'any',
    article: 'any',
    detail: 'any',
    settleBy: on.effectiveOn,
  },
};
const calculated = calculatedBy(jkkFacts());
const resumed: ClaimEvent = {
  type: 'ClaimResumed',
  data: { ...on, resumedOn: on.effectiveOn, payBy: on.effectiveOn },
};
const denied: ClaimEvent = {
  type: 'ClaimDenied',
  data: { ...on, deciderId: 'decider', decision: 'any', rule: 'any', law: 'any', article: 'any', detail: '' },
};
const reopened: ClaimEvent = {
  type: 'ClaimReopened',
  data: { ...on, reopenerId: 'opener', ground: 'NEW_FACT', person: ERASED },
};

const HANDED_IN: readonly ClaimEvent[] = [JKK_SUBMITTED, COMPLETED];
const queueOf = (events: readonly ClaimEvent[]) =>
  fold(claimSteps, [...HANDED_IN, ...events]).expected?.notBy?.toSorted();

describe('Who has had a hand in a claim', () => {
  it.each<[string, readonly ClaimEvent[], readonly string[]]>([
    ['took it over', [TAKEN_OVER, calculated], ['assessor', 'submitter', 'taker']],
    ['took it over meanwhile', [calculated, TAKEN_OVER], ['assessor', 'submitter', 'taker']],
    [
      'recorded the consent',
      [held, consented, resumed, calculated],
      ['assessor', 'holder', 'recorder', 'submitter'],
    ],
    ['approved as the first of two', [calculated, endorsed], ['assessor', 'first of two', 'submitter']],
    [
      'did so before the heirs were known',
      [calculated, endorsed, heirs],
      ['assessor', 'establisher', 'submitter'],
    ],
    ['did so before it was calculated again', [calculated, endorsed, calculated], ['assessor', 'submitter']],
    [
      'proposed to deny it',
      [calculated, proposed('ALREADY_DECIDED')],
      ['adjudicator', 'assessor', 'submitter'],
    ],
    [
      'calculated what was denied',
      [
        calculated,
        denied,
        reopened,
        COMPLETED,
        held,
        resumed,
        { ...calculated, data: { ...calculated.data, assessorId: 'second' } },
      ],
      ['holder', 'second', 'submitter'],
    ],
  ])('is not waited for: whoever %s', (_who, events, notBy) => {
    expect(queueOf(events)).toEqual(notBy);
  });
});

describe('What was approved and is looked at again', () => {
  const SECOND = { ...CHILD, childId: '5f0c7f0e-5555-5000-8000-000000000002' };
  const approved: ClaimEvent = {
    type: 'ClaimApproved',
    data: {
      ...on,
      programme: 'JKK',
      eventDate: on.effectiveOn,
      approverId: 'decider',
      totalIdr: rupiah(1),
      payments: [],
      entitledChildren: [CHILD],
      payBy: on.effectiveOn,
      person: ERASED,
    },
  };
  const reassessed = (children: typeof calculated.data.entitledChildren): ClaimEvent => ({
    type: 'BenefitReassessed',
    data: {
      ...calculated.data,
      assessorId: 'second',
      approvedIdr: rupiah(1),
      differenceIdr: rupiah(0),
      entitledChildren: children,
    },
  });
  const since = (...events: readonly ClaimEvent[]) => [...HANDED_IN, calculated, approved, ...events];

  it('is open for decisions and queues alike: where another child is entitled in place of one, too', () => {
    for (const [children, isOpen] of [
      [[CHILD], false],
      [[SECOND], true],
    ] as const) {
      const events = since(reassessed(children));
      expect(fold(claimsAfterApproval, events).reassessment !== undefined).toBe(isOpen);
      expect(fold(reassessmentSteps, events).expected?.notBy).toEqual(
        isOpen ? ['second', 'submitter'] : undefined,
      );
    }
  });

  it('is approved by two anew where others are paid than the first of them has approved', () => {
    const [first, then] = [
      since(reassessed([SECOND]), endorsed),
      since(reassessed([SECOND]), endorsed, heirs),
    ];
    expect(fold(reassessmentSteps, first).expected?.notBy).toContain('first of two');
    expect(fold(reassessmentSteps, then).expected?.notBy).toEqual(['second', 'submitter', 'establisher']);
    expect(knownClaim(fold(claims, then)).hands.endorsedBy).toEqual([]);
  });
});
