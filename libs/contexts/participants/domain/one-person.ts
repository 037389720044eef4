import type { LocalDate, Reading } from '#kernel';
import { type ReceivedMonth, contributions } from './contributions.js';
import { type Deceased, type ParticipantState, type Registered, known, participants } from './participant.js';

type Known = Registered | Deceased;

/** Everything that is recorded of one person, also under ids that were merged into theirs. */
export interface OnePerson {
  /** Under which the person goes on. */
  readonly participantId: string;
  /** All of theirs, that one first. */
  readonly ids: readonly string[];
  /** What each of these says, in the same order. */
  readonly records: readonly Known[];
  /** What they say together. */
  readonly record: Known;
}

/**
 * Reads from the log who somebody is, by any of their ids.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`
 */
export async function onePerson(read: Reading, participantId: string): Promise<OnePerson> {
  const state = await read.state(participants, participantId);
  if (state.situation === 'MERGED') return onePerson(read, state.survivorId);
  const survivor = known(state);
  const records = [survivor, ...(await mergedInto(read, survivor))];
  return { participantId, ids: records.map((one) => one.participantId), records, record: asOne(records) };
}

/** Under which id somebody goes on; their own where they were not merged, or are not known. */
export async function goesOnAs(read: Reading, participantId: string): Promise<string> {
  const state = await read.state(participants, participantId);
  return state.situation === 'MERGED' ? goesOnAs(read, state.survivorId) : participantId;
}

/** Those that were merged into a participant and not split off since. */
export async function mergedInto(
  read: Reading,
  { tookOver = [] }: Pick<Registered, 'tookOver'>,
): Promise<readonly Known[]> {
  const states = await Promise.all(
    tookOver.map(async ({ participantId, correctionId }) => {
      const state = await read.state(participants, participantId);
      return state.situation === 'MERGED' && state.correctionId === correctionId ? state.record : undefined;
    }),
  );
  return states.filter((record) => record !== undefined);
}

/** The survivor with what was said under the other ids: since when, and which children and heirs. */
export function asOne([survivor, ...others]: readonly Known[]): Known {
  if (!survivor) throw new Error('Nobody');
  if (others.length === 0) return survivor;
  const all = [survivor, ...others];
  const self = all
    .filter(({ segment }) => segment === 'BPU')
    .map(({ selfEmployedSince, registeredOn }) => selfEmployedSince ?? registeredOn);
  return {
    ...survivor,
    registeredOn: all.map(({ registeredOn }) => registeredOn).reduce(earlier),
    children: all.flatMap(({ children }) => children),
    heirIds: all.flatMap(({ heirIds }) => heirIds),
    ...(self.length > 0 && { selfEmployedSince: self.reduce(earlier) }),
  };
}

const earlier = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? one : other);

/** What was paid for a person under another of their ids. */
export interface PaidUnder {
  readonly record: Known;
  readonly paid: readonly ReceivedMonth[];
}

/** What was paid for the person under other ids than this one. @throws Rejection `PARTICIPANT_NOT_FOUND` */
export async function paidUnderOthers(read: Reading, participantId: string): Promise<readonly PaidUnder[]> {
  const { records } = await onePerson(read, participantId);
  const others = records.filter((record) => record.participantId !== participantId);
  return Promise.all(
    others.map(async (record) => ({
      record,
      paid: (await read.state(contributions, record.participantId)).paid,
    })),
  );
}

/** The same of whoever has but one id mostly: nothing more is read then. */
export async function paidUnderOthersIf(
  read: Reading,
  state: ParticipantState,
): Promise<{ readonly others?: readonly PaidUnder[] }> {
  const isMerged = state.situation === 'MERGED' || ('tookOver' in state && state.tookOver !== undefined);
  return isMerged ? { others: await paidUnderOthers(read, state.participantId) } : {};
}

/** The months under one id, saying so. */
export const underId = ({ record, paid }: PaidUnder): readonly (ReceivedMonth & { readonly of: string })[] =>
  paid.map((month) => ({ ...month, of: record.participantId }));
