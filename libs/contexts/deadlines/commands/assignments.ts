import { barredFromClaim } from '#contexts/claims/facts';
import { type OfficerState, absenceOn, delegatedOffices, officerOf } from '#contexts/staff/facts';
import type { Actor, CommandContext, LocalDate, Reading } from '#kernel';
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
  const known = await knownOf(read, input);
  const holderId = ownerOf(state, known.expected);
  const isDecided = known.expected?.turn === 'SUPERVISOR';
  const [owner, holder, barred] = await Promise.all([
    knownBy(read, input.ownerId, today),
    holderId === undefined ? undefined : knownBy(read, holderId, today),
    input.kind === 'CLAIM' ? barredFromClaim(read, input.subjectId, { isDecided, today }) : [],
  ]);
  const isOneself = input.ownerId === actor.id;
  return {
    known,
    owner: isOneself ? { ...owner, officer: asOfToken(actor, owner), hasLeft: false } : owner,
    ...(holder && { holder }),
    barred,
  };
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
