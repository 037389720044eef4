import { type CommandContext, type Reading, Rejection, isSameName } from '#kernel';
import { type EvidenceInput, askedOn, madeOrAsked } from './correct-participant.js';
import {
  type Correctable,
  type CorrectableState,
  type Person,
  correctables,
  knownPerson,
  notErased,
  pendingOf,
  recordedPerson,
} from './correctable.js';
import { correctionRefusals } from './correction-refusals.js';
import { type ConfirmCorrectionInput, confirmCorrection } from './decide-correction.js';
import type { ParticipantTookOver } from './merger.events.js';
import { mergerRefusals } from './merger-refusals.js';
import type { ParticipantEvent } from './participant.events.js';

export interface MergeParticipantsInput {
  /** Under which nobody goes on. */
  readonly participantId: string;
  readonly survivorId: string;
  readonly correctionId: string;
  readonly evidence: EvidenceInput;
}

/** What others know of those who are to be one person. */
export interface MergerFacts {
  readonly survivor: CorrectableState;
  /** Of those whom the stream of the one to be merged lists: who was merged into them, or is about to be. */
  readonly standsFor: readonly string[];
}

/**
 * Asks a second person to say that two participants are one (permohonan amalgamasi).
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `PARTICIPANT_MERGED`, `PERSONAL_DATA_ERASED`, `EVIDENCE_DOES_NOT_SHOW_IT`,
 *   `CORRECTION_PENDING`, or why they are not merged as they stand
 */
export function mergeParticipants(
  { survivorId, ...input }: MergeParticipantsInput,
  state: CorrectableState,
  context: CommandContext,
  facts: MergerFacts,
): readonly ParticipantEvent[] {
  const known = knownPerson(state);
  requireOnePerson(known, input.correctionId, facts);
  return madeOrAsked({ ...askedOn(input, context), subjects: ['MERGER'], survivorId }, known, context);
}

/** Who was merged into a participant, or is about to be: it counts from the moment at which the stream lists them. */
export async function standsFor(read: Reading, state: CorrectableState): Promise<readonly string[]> {
  const { tookOver = [] } = state.situation === 'KNOWN' ? state : {};
  const listed = await Promise.all(
    tookOver.map(async ({ participantId, correctionId }) => {
      const other = await read.state(correctables, participantId);
      const isMerged = other.situation === 'MERGED' && other.correctionId === correctionId;
      return isMerged || pendingOf(other, correctionId) ? [participantId] : [];
    }),
  );
  return listed.flat();
}

/** What the survivor needs to know of the one who is merged into them. */
export interface TakingOverFacts {
  readonly merged: CorrectableState;
  readonly standsFor: readonly string[];
}

/**
 * Says in the stream of the survivor whose records are to be looked for, before the other stream says that it is so. Whoever is
 * about to be merged takes over nobody: so nobody can be merged in a circle, whoever decides at the same moment.
 * @throws Rejection as `mergeParticipants` and `confirmCorrection` do
 */
export function takeOver(
  input: ConfirmCorrectionInput,
  state: CorrectableState,
  context: CommandContext,
  { merged, standsFor }: TakingOverFacts,
): readonly ParticipantTookOver[] {
  confirmCorrection(input, merged, context);
  const { participantId: mergedId, correctionId } = input;
  requireOnePerson(recordedPerson(merged), correctionId, { survivor: state, standsFor });
  const { participantId, tookOver = [] } = knownPerson(state);
  if (tookOver.some((one) => one.correctionId === correctionId)) return [];
  const data = { participantId, mergedId, correctionId, effectiveOn: context.today };
  return [{ type: 'ParticipantTookOver', data }];
}

export interface SplitParticipantInput {
  readonly participantId: string;
  readonly correctionId: string;
  readonly evidence: EvidenceInput;
}

/** As whom the person goes on who is to be split off. */
export interface SplitFacts {
  readonly survivor: CorrectableState;
}

/**
 * Asks a second person to say that they are two persons after all (permohonan pemisahan).
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `NOT_MERGED`, `EVIDENCE_DOES_NOT_SHOW_IT`, `CORRECTION_PENDING`,
 *   `NIK_TAKEN_OVER`
 */
export function splitParticipant(
  input: SplitParticipantInput,
  state: CorrectableState,
  context: CommandContext,
  facts: SplitFacts,
): readonly ParticipantEvent[] {
  const record = recordedPerson(state);
  if (state.situation !== 'MERGED') throw new Rejection(mergerRefusals.NOT_MERGED());
  requireOwnNik(record, facts);
  const { survivorId } = state;
  return madeOrAsked({ ...askedOn(input, context), subjects: ['SPLIT'], survivorId }, record, context);
}

/**
 * Whether the id has a NIK to go on with that is not the survivor's by now.
 * @throws Rejection `NIK_TAKEN_OVER`
 */
export function requireOwnNik({ person }: Correctable, { survivor }: SplitFacts): void {
  const other = recordedPerson(survivor);
  if (person && person.nik === other.person?.nik) {
    throw new Rejection(mergerRefusals.NIK_TAKEN_OVER({ participantId: other.participantId }));
  }
}

/** @throws Rejection why these two are not merged as they stand */
function requireOnePerson(
  merged: Correctable,
  correctionId: string,
  { survivor: state, standsFor }: MergerFacts,
): void {
  const survivor = knownPerson(state);
  const [own, other] = [notErased(merged), notErased(survivor)];
  if (merged.participantId === survivor.participantId)
    throw new Rejection(mergerRefusals.MERGER_WITH_ITSELF());
  const [stoodFor] = standsFor;
  if (stoodFor !== undefined)
    throw new Rejection(mergerRefusals.STANDS_FOR_OTHERS({ participantId: stoodFor }));
  const pending =
    merged.pending.find((one) => one.correctionId !== correctionId) ??
    survivor.pending.find(({ subjects }) => subjects.includes('MERGER'));
  if (pending) throw new Rejection(correctionRefusals.CORRECTION_PENDING(pending));
  const differing = DETAILS_OF_ONE.filter((detail) => !AGREE[detail](own, other));
  if (differing.length > 0) throw new Rejection(mergerRefusals.PERSONS_DIFFER({ differing }));
  if (merged.nikConfirmed && survivor.nikConfirmed && own.nik !== other.nik) {
    throw new Rejection(mergerRefusals.BOTH_NIKS_CONFIRMED());
  }
  if (merged.segment === 'BPU' && survivor.segment !== 'BPU') {
    throw new Rejection(mergerRefusals.SURVIVOR_NOT_SELF_EMPLOYED());
  }
  if (merged.diedOn !== undefined && merged.diedOn !== survivor.diedOn) {
    throw new Rejection(mergerRefusals.DEATHS_DIFFER());
  }
  requireTwoChildrenAtMost(merged, survivor);
}

const DETAILS_OF_ONE = ['name', 'birthDate', 'sex'] as const;

/** What one person has one of. */
const AGREE: Readonly<Record<(typeof DETAILS_OF_ONE)[number], (one: Person, other: Person) => boolean>> = {
  name: (one, other) => isSameName(one.name, other.name),
  birthDate: (one, other) => one.birthDate === other.birthDate,
  sex: (one, other) => one.sex === other.sex,
};

/** A child that both named is to be taken off once: whoever has both names says which. */
function requireTwoChildrenAtMost(merged: Correctable, survivor: Correctable): void {
  const isNamedTwice = merged.children.some(({ person }) =>
    survivor.children.some(
      (child) =>
        child.person?.birthDate === person?.birthDate &&
        isSameName(child.person?.name ?? '', person?.name ?? ''),
    ),
  );
  if (isNamedTwice || merged.children.length + survivor.children.length > 2) {
    throw new Rejection(mergerRefusals.CHILDREN_OF_BOTH());
  }
}
