import type { Reading } from '#kernel';
import {
  type Correctable,
  type CorrectableState,
  type MergedRecord,
  correctables,
  knownPerson,
} from './correctable.js';

/**
 * The streams of one NIK are a chain of places: `participant-<id of the NIK>`, and for each further generation another id.
 * Whoever is registered, or gets the NIK by a correction, takes the first empty one. A place whose holder has another NIK by now
 * never counts again, so at most one place in a chain does.
 */
export interface NikPlace {
  /** What the stream of the place tells; nothing where nobody has taken it. */
  readonly state: CorrectableState;
  /** Who it is assigned to, where it is. */
  readonly assignee?: Correctable;
  /** Whose it is since whoever stands there was merged into another participant. */
  readonly survivor?: Correctable;
}

/** Whoever stands at a place has another NIK by now: whose this one is stands further on. */
export class NikPassedOver extends Error {
  override readonly name = 'NikPassedOver';
}

/** Whose NIK it is, by one place of its chain; undefined where the place does not count any more, or nobody has taken it. */
export function holderAt({ state, assignee, survivor }: NikPlace): Correctable | undefined {
  if (state.situation === 'MERGED') return holderAt({ state: state.record, survivor });
  if (state.situation === 'KNOWN')
    return state.nikCorrectionId === undefined ? (survivor ?? state) : undefined;
  if (state.situation === 'UNKNOWN' || !assignee) return undefined;
  const { correctionId } = state;
  const isTheirs =
    assignee.nikCorrectionId === correctionId ||
    assignee.pending.some((pending) => pending.correctionId === correctionId);
  return isTheirs ? (survivor ?? assignee) : undefined;
}

/** Reads one place of a chain from the log. */
export async function placeOf(read: Reading, id: string): Promise<NikPlace> {
  const state = await read.state(correctables, id);
  if (state.situation === 'MERGED') return { state, survivor: await survivorOf(read, state) };
  if (state.situation !== 'ASSIGNED') return { state };
  const assignee = await read.state(correctables, state.participantId);
  if (assignee.situation === 'KNOWN') return { state, assignee };
  if (assignee.situation !== 'MERGED') return { state };
  return { state, assignee: assignee.record, survivor: await survivorOf(read, assignee) };
}

const survivorOf = async (read: Reading, { survivorId }: MergedRecord): Promise<Correctable> =>
  knownPerson(await read.state(correctables, survivorId));

/**
 * Does something at the first place of a chain at which it can be done.
 * @param idOf the id of a generation
 * @param at does it, or throws `NikPassedOver`
 */
export async function alongTheChain<Done>(
  idOf: (generation: number) => string,
  at: (id: string, generation: number) => Promise<Done>,
): Promise<Done> {
  // A chain ends at its first empty place, and grows by one with each correction.
  for (let generation = 0; ; generation++) {
    try {
      return await at(idOf(generation), generation);
    } catch (error) {
      if (!(error instanceof NikPassedOver)) throw error;
    }
  }
}

/** Whose NIK it is; undefined where it is nobody's. */
export function holderOfNik(
  read: Reading,
  idOf: (generation: number) => string,
): Promise<Correctable | undefined> {
  return alongTheChain(idOf, async (id) => {
    const place = await placeOf(read, id);
    const holder = holderAt(place);
    if (holder || place.state.situation === 'UNKNOWN') return holder;
    throw new NikPassedOver();
  });
}
