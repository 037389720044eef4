import { barredFromClaim, claimOfAccident, standingOfClaim } from '#contexts/claims/facts';
import { claimOfScholarship } from '#contexts/scholarships/facts';
import { type OfficerState, absenceOn, delegatedOffices, officerOf } from '#contexts/staff/facts';
import type { Actor, CommandContext, Expecting, LocalDate, Reading } from '#kernel';
import { command } from '#runtime';
import {
  type AssignStepInput,
  type AssignmentFacts,
  type AssignmentState,
  type Known,
  assignStep,
  assignments,
  ownerOf,
  releaseStep,
} from '../domain/assignment.js';
import type { PassDeadlineInput } from '../domain/pass-deadline.js';
import { handsOf } from '../steps/hands-of.js';
import { knownOf } from '../steps/step-folds.js';

export const AssignStep = command('AssignStep', assignments, 'deadlineId', assignStep, { facts: factsOf });

export const ReleaseStep = command('ReleaseStep', assignments, 'deadlineId', releaseStep, {
  facts: async (_state, read, input: PassDeadlineInput) => ({ known: await knownOf(read, input) }),
});

/** What is expected by now, and whether those whom it is about are there. */
async function factsOf(
  state: AssignmentState,
  read: Reading,
  input: AssignStepInput,
  { actor, today }: CommandContext,
): Promise<AssignmentFacts> {
  const known = await whereClaimIs(read, await knownOf(read, input));
  const holderId = ownerOf(state, known.expected);
  const [owner, holder, barred] = await Promise.all([
    knownBy(read, input.ownerId, today),
    holderId === undefined ? undefined : knownBy(read, holderId, today),
    barredFrom(read, known, today),
  ]);
  const isOneself = input.ownerId === actor.id;
  return {
    known,
    owner: isOneself ? { ...owner, officer: asOfToken(actor, owner), hasLeft: false } : owner,
    ...(holder && { holder }),
    barred,
  };
}

/** What is decided where its claim was taken in is of that office. */
async function whereClaimIs(read: Reading, known: Expecting): Promise<Expecting> {
  if (!known.expected?.atOfficeOfClaim || known.office !== undefined) return known;
  const claimId = await claimOf(read, known);
  const { office } = claimId === undefined ? {} : await standingOfClaim(read, claimId);
  return office === undefined ? known : { ...known, office };
}

async function claimOf(
  read: Reading,
  { claimId, accidentId, scholarshipId }: Expecting,
): Promise<string | undefined> {
  if (scholarshipId !== undefined) return claimOfScholarship(read, scholarshipId);
  return accidentId === undefined ? claimId : claimOfAccident(accidentId);
}

/** Who has an interest in the claim, or did with another thing what keeps them from the step. */
async function barredFrom(read: Reading, known: Expecting, today: LocalDate): Promise<readonly string[]> {
  const had = await handsOf(read, known.expected?.barring ?? [], known);
  const claimId = await claimOf(read, known);
  if (claimId === undefined) return had;
  const isDecided = known.expected?.decidesClaim ?? false;
  const { accidentId } = known;
  return [...had, ...(await barredFromClaim(read, claimId, { isDecided, today, accidentId }))];
}

/** What somebody's office knows of them. */
async function knownBy(read: Reading, workerId: string, today: LocalDate): Promise<Known> {
  const officer = await officerOf(read, workerId);
  if (officer.situation === 'UNKNOWN') return {};
  const awayUntil = absenceOn(officer, today)?.until;
  return {
    officer: candidateOf(officer, today),
    hasLeft: officer.situation === 'LEFT',
    ...(awayUntil !== undefined && { awayUntil }),
  };
}

const candidateOf = (
  officer: Exclude<OfficerState, { readonly situation: 'UNKNOWN' }>,
  today: LocalDate,
): NonNullable<Known['officer']> => ({
  id: officer.workerId,
  roles: officer.roles,
  office: officer.office,
  ...(officer.level !== undefined && { authority: officer.level }),
  ...(officer.skills && { skills: officer.skills }),
  delegatedOffices: delegatedOffices(officer, today),
});

/** Whoever asks may do what their token says, whatever they are listed for. */
const asOfToken = (actor: Actor, { officer }: Known): NonNullable<Known['officer']> => ({
  ...actor,
  delegatedOffices: officer?.delegatedOffices ?? [],
});
