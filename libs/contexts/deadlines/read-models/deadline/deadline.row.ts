import { type ExpectedStep, type Expecting, aboveBranches, nextDue } from '#kernel';
import { claimOfAccident } from '#contexts/claims/facts';
import type { DeadlineSubject } from '../../domain/deadline.events.js';
import { deadlineIdOf } from '../../domain/deadline.js';
import type { DeadlineRow } from './deadlines.table.js';

type Identity = Pick<DeadlineRow, 'deadlineId' | 'kind' | 'subjectId' | 'slot' | 'within'>;

/** What stands in the columns follows from what the fold knows, and from what was passed of the same step. */
export function rowOf(of: Identity, known: Expecting, before?: DeadlineRow): DeadlineRow {
  const { expected } = known;
  const isSame = before?.step === expected?.step && before?.since === expected?.since;
  const passed = isSame ? (before?.passed ?? []) : [];
  return {
    ...of,
    ...whatItConcerns(known),
    known,
    passed,
    step: expected?.step ?? null,
    turn: expected?.turn ?? null,
    since: expected?.since ?? null,
    dueOn: expected?.dueDays.at(-1) ?? null,
    dueAt: expected?.dueAt ?? null,
    waitsUntil: (expected && nextDue(expected, passed)) ?? null,
    notBy: expected?.notBy ?? [],
    notAt: expected?.notAt ?? null,
    ...whoTakes(of, known),
    ownerId: (isSame && before?.ownerId) || null,
    ...whatHolds(expected),
    named: known.named ?? null,
    openFor: known.openFor ?? null,
    givenUp: known.givenUp ?? null,
    holds: known.holds ?? false,
  };
}

type WhatItConcerns = Pick<
  DeadlineRow,
  'participantId' | 'otherId' | 'office' | 'amountIdr' | 'lateIdr' | 'inTimeUntil' | 'costsUntil'
>;

/** Whom it is about, where, and how much depends on it. */
const whatItConcerns = (known: Expecting): WhatItConcerns => ({
  participantId: known.participantId ?? null,
  otherId: known.otherId ?? null,
  office: known.office ?? '',
  amountIdr: known.amountIdr ?? null,
  lateIdr: known.lateIdr ?? null,
  inTimeUntil: known.inTimeUntil ?? null,
  costsUntil: known.costsUntil ?? null,
});

/** The thing that has to end before. */
const whatHolds = ({ heldBy }: Partial<ExpectedStep> = {}): Pick<
  DeadlineRow,
  'heldBy' | 'heldParty' | 'heldOnlyFor'
> => ({
  heldBy: heldBy ? deadlineIdOf(heldBy.kind as DeadlineSubject, heldBy.id, heldBy.slot) : null,
  heldParty: heldBy?.party ?? null,
  heldOnlyFor: heldBy?.onlyFor ?? null,
});

type WhoTakes = Pick<
  DeadlineRow,
  | 'level'
  | 'weighed'
  | 'isAboveBranches'
  | 'onlyById'
  | 'onlyByUntil'
  | 'claimId'
  | 'ofScholarship'
  | 'atOfficeOfClaim'
  | 'decidesClaim'
  | 'barring'
>;

/** The claim that a thing is, or that its accident tells. */
function claimTold(kind: DeadlineSubject, subjectId: string, accidentId: string | undefined): string | null {
  if (kind === 'CLAIM') return subjectId;
  return accidentId === undefined ? null : claimOfAccident(accidentId);
}

/** Who takes it, beside the role, the office, and what they did with the thing itself. */
function whoTakes(
  { kind, subjectId }: Identity,
  { expected, claimId, accidentId, scholarshipId }: Expecting,
): WhoTakes {
  const {
    level,
    weighed = [],
    onlyBy,
    atOfficeOfClaim,
    decidesClaim,
    barring = [],
  }: Partial<ExpectedStep> = expected ?? {};
  return {
    level: level ?? null,
    weighed,
    isAboveBranches: expected !== undefined && aboveBranches({ level, weighed }, expected.since),
    onlyById: onlyBy?.id ?? null,
    onlyByUntil: onlyBy?.until ?? null,
    claimId: claimId ?? claimTold(kind, subjectId, accidentId),
    ofScholarship:
      scholarshipId === undefined ? null : deadlineIdOf('SCHOLARSHIP', scholarshipId, 'evidence'),
    atOfficeOfClaim: atOfficeOfClaim ?? false,
    decidesClaim: decidesClaim ?? false,
    barring,
  };
}
