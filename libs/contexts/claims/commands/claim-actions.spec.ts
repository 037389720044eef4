import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { ERASED, type LocalDate, fold, localDate } from '#kernel';
import {
  CLAIM,
  JKK_SUBMITTED,
  JKM_PAPERS,
  JKM_SUBMITTED,
  PARTICIPANT,
  jkkFacts,
  jkmFacts,
  lapsedFacts,
  nothingShown,
  submittedWith,
} from '../domain/claim.examples.js';
import type { ClaimEvent } from '../domain/claim.events.js';
import type { ClaimState } from '../domain/claim.js';
import { disputeSteps, objectionSteps } from '../domain/after-decision-steps.js';
import { claimSteps } from '../domain/claim-steps.js';
import type { Basis } from '../domain/programme.js';
import { type Walked, stepsToAnEnd, walk } from './claim-walk.examples.js';

const FINDING = '7a0c7f0e-1111-5000-8000-000000000009';

const DAYS = ['2026-11-20', '2028-03-01'].map(localDate);

const requested: ClaimEvent = {
  type: 'DocumentsRequested',
  data: {
    claimId: CLAIM,
    participantId: PARTICIPANT,
    missing: ['ACCOUNT_BOOK'],
    effectiveOn: DAYS[0]!,
  },
};

const jkmIncomplete = [
  submittedWith(
    JKM_PAPERS.filter(({ kind }) => kind !== 'ACCOUNT_BOOK'),
    JKM_SUBMITTED,
  ),
  requested,
];

const doubted: ClaimEvent = {
  type: 'DoubtRaised',
  data: { claimId: CLAIM, participantId: PARTICIPANT, findingId: FINDING, effectiveOn: DAYS[0]! },
};

const jkkIncomplete: ClaimEvent[] = [JKK_SUBMITTED, requested];

const erased = (events: readonly ClaimEvent[]): ClaimEvent[] =>
  events.map((event) =>
    event.type === 'ClaimSubmitted' ? { ...event, data: { ...event.data, person: ERASED } } : event,
  );

/** What is said to be the next step agrees with what decisions know of the claim. */
function stepOf(claim: ClaimState): string | undefined {
  if ('proposal' in claim && claim.proposal) return 'DECIDE_DENIAL';
  return NEXT[claim.situation];
}

const NEXT: Readonly<Partial<Record<ClaimState['situation'], string>>> = {
  INCOMPLETE: 'ADD_DOCUMENTS',
  COMPLETE: 'CALCULATE_BENEFIT',
  HELD: 'PAY_ARREARS',
  WAITING: 'ANSWER',
  CALCULATED: 'DECIDE_CLAIM',
};

/** What heirs who disagree about what was approved, or whoever records who inherits after all, are waited for with. */
function disputeStepOf({ dispute, after: { claim } }: Walked['after']): string | undefined {
  if (dispute) return 'END_DISPUTE';
  return claim.situation === 'APPROVED' && claim.heirsAreOpen ? 'ESTABLISH_HEIRS' : undefined;
}

/** It ends by a decision, and not because somebody gives up. */
const TAKEN_BACK = ['withdraw-claim', 'cancel-claim'];

const ERASED_BASIS = jkmFacts();

/** Nothing is left to do, and nobody waits. */
const isEnd = ({ after: { after, objection, dispute } }: Walked): boolean => {
  if (objection !== undefined || dispute !== undefined) return false;
  const { claim, reassessment } = after;
  return claim.situation === 'APPROVED'
    ? reassessment === undefined
    : ['DENIED', 'WITHDRAWN', 'CANCELLED'].includes(claim.situation);
};

const CASES: readonly (readonly [string, readonly ClaimEvent[], Basis, readonly LocalDate[]])[] = [
  ['a death that is paid', jkmIncomplete, jkmFacts(), DAYS],
  ['an accident that is paid', jkkIncomplete, jkkFacts(), DAYS],
  ['contributions that stopped long before', jkkIncomplete, lapsedFacts(), DAYS],
  ['nothing that anybody asks for', jkkIncomplete, nothingShown(), DAYS],
  ['a participant who died since', jkkIncomplete, jkkFacts({}, { diedOn: localDate('2026-11-01') }), DAYS],
  ['a death about which something was found', [...jkmIncomplete, doubted], jkmFacts(), DAYS.slice(0, 1)],
  ['somebody who was erased', erased(jkmIncomplete), ERASED_BASIS, DAYS.slice(0, 1)],
];

describe('What can be done with a claim', () => {
  it.each(CASES)('for %s leads from everywhere to an end', async (name, begin, basis, days) => {
    const places = await walk(begin, basis, days);
    for (const { history, after } of places.values()) {
      expect(fold(claimSteps, history).expected?.step).toBe(stepOf(after.after.claim));
      expect([after.objection && 'ANSWER_OBJECTION', disputeStepOf(after)]).toEqual([
        fold(objectionSteps, history).expected?.step,
        fold(disputeSteps, history).expected?.step,
      ]);
      const notBy = after.objection && [after.objection.recorderId, ...(after.decision?.by ?? [])];
      expect(new Set(fold(objectionSteps, history).expected?.notBy)).toEqual(new Set(notBy));
    }
    for (const without of [[], TAKEN_BACK]) {
      const steps = stepsToAnEnd(places, isEnd, without);
      const dead = [...places.keys()].filter((key) => !steps.has(key));
      // Of somebody who was erased nothing is decided: such a claim is given up.
      expect([name, dead]).toEqual([name, basis === ERASED_BASIS && without.length > 0 ? dead : []]);
      expect(Math.max(...steps.values())).toBeLessThanOrEqual(6);
    }
  });
});
