import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { ERASED, type LocalDate, fold, localDate } from '#kernel';
import {
  CLAIM,
  JKK_SUBMITTED,
  JKM_PAPERS,
  JKM_SUBMITTED,
  PARTICIPANT,
  COMPLETED,
  invoice,
  jkkFacts,
  jkmFacts,
  lapsedFacts,
  nothingShown,
  submittedWith,
} from '../domain/claim.examples.js';
import type { ClaimEvent } from '../domain/claim.events.js';
import type { ClaimState } from '../domain/claim.js';
import { disputeSteps, objectionSteps } from '../domain/after-decision-steps.js';
import { claimSteps, reassessmentSteps } from '../domain/claim-steps.js';
import { interimSteps } from '../domain/interim-steps.js';
import type { Basis } from '../domain/programme.js';
import { PEOPLE, type Walked, stepsToAnEnd, walk } from './claim-walk.examples.js';

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

const stillTreated = () =>
  jkkFacts({
    stageTwoReported: false,
    outcome: undefined,
    injuries: [],
    incapacityDays: 0,
    transport: {},
    care: [],
  });

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

/** By which actions the steps are taken that not everybody of the office takes. */
const TAKEN_BY: Readonly<Record<string, readonly string[]>> = {
  DECIDE_CLAIM: ['approve-claim', 'deny-claim'],
  DECIDE_DENIAL: ['deny-claim'],
  APPROVE_INTERIM: ['approve-interim'],
  REASSESS_CLAIM: ['reassess-claim'],
  APPROVE_DIFFERENCE: ['approve-difference'],
  ANSWER_OBJECTION: ['answer-objection'],
};

/** What somebody is told for who they are, whatever else stands in the way. */
const BY_PERSON = [
  'ASSESSOR_CANNOT_DECIDE',
  'SUBMITTER_CANNOT_DECIDE',
  'DECIDER_CANNOT_DECIDE_ANEW',
  'SETTLER_CANNOT_APPROVE',
  'PROPOSER_CANNOT_DECIDE',
  'ENDORSED_BY_YOU',
  'DECIDER_CANNOT_ANSWER',
];

/** Who of those who walk is refused a step for who they are, and who takes it. */
const whoTakes = ({ next, closed }: Walked, step: string) => {
  const isTaken = (name: string) => TAKEN_BY[step]?.includes(name);
  const takers = next.flatMap(({ by, who }) => (who !== undefined && isTaken(by) ? [who] : []));
  const refused = closed.filter(({ name, code }) => isTaken(name) && BY_PERSON.includes(code));
  return { takers, refused: refused.map(({ who }) => who).filter((who) => !takers.includes(who)) };
};

/** What is expected is hidden from those whom the command refuses, and from nobody whom it takes. */
function expectQueuesAsCommands(places: Iterable<Walked>): void {
  for (const place of places) {
    const { history } = place;
    for (const { expected } of [
      fold(claimSteps, history),
      fold(reassessmentSteps, history),
      fold(interimSteps, history),
      fold(objectionSteps, history),
    ]) {
      const { step = '', notBy = [] } = expected ?? {};
      const { takers, refused } = whoTakes(place, step);
      const hidden = PEOPLE.filter((who) => notBy.includes(who));
      expect([step, hidden]).toEqual([step, expect.arrayContaining(refused)]);
      expect([step, hidden.filter((who) => takers.includes(who))]).toEqual([step, []]);
    }
  }
}

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
    }
    expectQueuesAsCommands(places.values());
    for (const without of [[], TAKEN_BACK]) {
      const steps = stepsToAnEnd(places, isEnd, without);
      const dead = [...places.keys()].filter((key) => !steps.has(key));
      // Of somebody who was erased nothing is decided: such a claim is given up.
      expect([name, dead]).toEqual([name, basis === ERASED_BASIS && without.length > 0 ? dead : []]);
      expect(Math.max(...steps.values())).toBeLessThanOrEqual(6);
    }
  });

  it.each([
    ['care whose sum takes two persons', jkkFacts({ care: [invoice(3_000_000_000)] }), jkkIncomplete],
    ['incapacity that is paid before its end', stillTreated(), [JKK_SUBMITTED, COMPLETED]],
  ] as const)('is in the queue of nobody whom it is refused: %s', async (_name, basis, begin) => {
    const places = [...(await walk(begin, basis, DAYS.slice(0, 1), 5)).values()];
    expectQueuesAsCommands(places);
    const taken = places.flatMap(({ next }) => next.map(({ by }) => by));
    expect(taken).toContain(basis.facts.accident.stageTwoReported ? 'approve-claim' : 'approve-interim');
  });
});
