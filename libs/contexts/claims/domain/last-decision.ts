import { type Handlers, type LocalDate, passingOverOthers } from '#kernel';
import type { ClaimEvent } from './claim.events.js';

/** The last decision of a claim. */
export interface LastDecision {
  readonly on: LocalDate;
  /** Subjects of those who calculated, proposed, endorsed or decided it: they do not answer what is said against it. */
  readonly by: readonly string[];
}

/** Who has had a hand in the last decision of a claim, and who in the next one. */
export interface Decisions {
  readonly decision?: LastDecision;
  /** Since the last one: that belongs to the next one. */
  readonly hands: readonly string[];
}

export const UNDECIDED: Decisions = { hands: [] };

const workedBy = (decisions: Decisions, id: string): Decisions => ({
  ...decisions,
  hands: [...decisions.hands, id],
});

const decidedBy = ({ hands }: Decisions, id: string, on: LocalDate): Decisions => ({
  decision: { on, by: [...new Set([...hands, id])] },
  hands: [],
});

const ON: Handlers<Decisions, ClaimEvent> = {
  BenefitCalculated: (decisions, { assessorId }) => workedBy(decisions, assessorId),
  BenefitDetermined: (decisions, { assessorId }) => workedBy(decisions, assessorId),
  BenefitReassessed: (decisions, { assessorId }) => workedBy(decisions, assessorId),
  DenialProposed: (decisions, { proposerId }) => workedBy(decisions, proposerId),
  ApprovalEndorsed: (decisions, { endorserId }) => workedBy(decisions, endorserId),
  ClaimApproved: (decisions, { approverId, effectiveOn }) => decidedBy(decisions, approverId, effectiveOn),
  DifferenceApproved: (decisions, { approverId, effectiveOn }) =>
    decidedBy(decisions, approverId, effectiveOn),
  ClaimDenied: (decisions, { deciderId, effectiveOn }) => decidedBy(decisions, deciderId, effectiveOn),
};

/** Who does not answer an objection: whoever recorded it, or had a hand in the decision that it is against. */
export const refusedToAnswer = (recorderId: string, against: LastDecision | undefined): readonly string[] => [
  ...new Set([recorderId, ...(against?.by ?? [])]),
];

/** The types of the events that change it. */
export const EVENTS_OF_DECISIONS = Object.keys(ON) as readonly ClaimEvent['type'][];

/** The last decision after an event, and who has had a hand in the next one: queues and commands ask here. */
export const decisionsAfter = passingOverOthers(ON);
