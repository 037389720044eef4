import { type LocalDate, type Period, type Refusal, type Rupiah, inSituation, stream } from '#kernel';
import type { SchoolStanding, Segment } from '#law';
import type { OccupationGroup, ParticipantEvent, Sector } from './participant.events.js';
import { recordAfter, registered } from './participant-after.js';
import { PARTICIPANT_UPCASTERS } from './participant.upcasters.js';
import { participantRefusals } from './refusals.js';

/** A child named for the scholarship, without personal data. */
export interface RegisteredChild {
  readonly childId: string;
  readonly school?: SchoolStanding;
  /** The day on which `school` was true. */
  readonly asOf: LocalDate;
  /** Who named it long after the death, while nobody else has confirmed it. */
  readonly backDatedBy?: string;
}

/** Another income, from a month on. */
export interface IncomeBand {
  readonly from: Period;
  readonly incomeBaseIdr: Rupiah;
}

/** What is known of somebody whose NIK has never been registered. */
export interface Unknown {
  readonly situation: 'UNKNOWN';
}

/** A NIK was corrected to the one that this stream stands for: its holder has a stream of their own. */
export interface Assigned {
  readonly situation: 'ASSIGNED';
  readonly participantId: string;
  readonly correctionId: string;
}

/** A participant; whether they are covered on a day follows from their contributions. */
export interface Registered {
  readonly situation: 'REGISTERED';
  readonly participantId: string;
  readonly segment: Segment;
  readonly sector: Sector;
  readonly occupationGroup?: OccupationGroup;
  readonly branch?: string;
  readonly incomeBaseIdr: Rupiah;
  /** Incomes that were declared since, in the order in which they were; absent where there are none. */
  readonly bands?: readonly IncomeBand[];
  readonly agreementId?: string;
  readonly registeredOn: LocalDate;
  /** Who registered them as a self-employed worker late, while nobody else has confirmed it; absent where nobody did. */
  readonly registeredLateBy?: readonly string[];
  /** Of somebody who was a wage earner first: since when he works for himself as well. */
  readonly selfEmployedSince?: LocalDate;
  readonly children: readonly RegisteredChild[];
  readonly heirIds: readonly string[];
  /** Of heirs who were named long after the death, by whom, while nobody else has confirmed it; absent where there are none. */
  readonly heirsNamedBy?: Readonly<Record<string, string>>;
  /** Only once the key of the person was destroyed. */
  readonly erased?: true;
  /** The PLKK that registered them, if one did. */
  readonly facilityId?: string;
  /** How often a death was reported of them by mistake, and taken back; absent where never. */
  readonly revokedDeaths?: number;
  /** The NIK that the stream stands for was not theirs: whose it is stands further on in its chain. */
  readonly nikCorrected?: true;
  /** Where more of this person may be recorded; absent where there is nothing to look for. */
  readonly tookOver?: readonly TakenOver[];
}

/** Somebody else of whom two persons have found that they are this participant. */
export interface TakenOver {
  readonly participantId: string;
  /** By which it was merged, if it was. */
  readonly correctionId: string;
}

/** A participant whose death was reported. */
export interface Deceased extends Omit<Registered, 'situation'> {
  readonly situation: 'DECEASED';
  readonly diedOn: LocalDate;
  /** Where an old log says it here: the work accident that the death came from. */
  readonly accidentId?: string;
  /** Who entered the death late, while nobody else has confirmed it. */
  readonly backDatedBy?: string;
}

/** What was registered under this id counts for another one, of the same person. */
export interface Merged {
  readonly situation: 'MERGED';
  readonly participantId: string;
  readonly survivorId: string;
  readonly correctionId: string;
  /** What is recorded here, as it would stand without the merger. */
  readonly record: Registered | Deceased;
}

export type ParticipantState = Unknown | Assigned | Registered | Deceased | Merged;

/** What is known of one participant: `participant-<id>`. */
export const participants = stream<ParticipantState, ParticipantEvent>('participant', {
  initial: { situation: 'UNKNOWN' },
  upcasters: PARTICIPANT_UPCASTERS,
  evolve(state, event) {
    if (event.type === 'ParticipantRegistered') return registered(event);
    if (event.type === 'NikAssigned') {
      const { participantId, correctionId } = event.data;
      return { situation: 'ASSIGNED', participantId, correctionId };
    }
    if (state.situation === 'UNKNOWN' || state.situation === 'ASSIGNED') {
      throw new Error(`${event.type} before ParticipantRegistered`);
    }
    if (state.situation !== 'MERGED') return recordAfter(state, event);
    if (event.type === 'ParticipantSplitOff') return state.record;
    const record = recordAfter(state.record, event);
    return record.situation === 'MERGED' ? record : { ...state, record };
  },
});

/** The base of the contributions for a month: as registered, or as declared last for months from then on. */
export function incomeBaseIn(
  { incomeBaseIdr, bands = [] }: { readonly incomeBaseIdr: Rupiah; readonly bands?: readonly IncomeBand[] },
  month: Period,
): Rupiah {
  const inForce = bands
    .filter(({ from }) => from <= month)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return inForce.at(-1)?.incomeBaseIdr ?? incomeBaseIdr;
}

/**
 * The how many-th death of somebody is the present one, or the next that is reported: those before were reported by mistake. What
 * is claimed or found out of one death is not of another.
 */
export const nthDeathOf = ({ revokedDeaths = 0 }: Pick<Registered, 'revokedDeaths'>): number =>
  revokedDeaths + 1;

/** By what a payment for somebody is counted: as they were registered when it was recorded. */
export const countedBy = ({
  occupationGroup,
  branch,
}: Pick<Registered, 'occupationGroup' | 'branch'>): Pick<Registered, 'occupationGroup' | 'branch'> => ({
  ...(occupationGroup && { occupationGroup }),
  ...(branch && { branch }),
});

/** Whose stream it is: the id behind the category. */
export const participantOf = (streamId: string): string => streamId.slice(participants.of('').length);

/** By whom a participant was registered, if by a PLKK. */
export function facilitiesOf(state: ParticipantState): readonly (string | undefined)[] {
  if (state.situation === 'UNKNOWN' || state.situation === 'ASSIGNED') return [];
  return [(state.situation === 'MERGED' ? state.record : state).facilityId];
}

/**
 * The participant, living or not: heirs and children may still be named after a death.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `PARTICIPANT_MERGED`
 */
export const known = (state: ParticipantState): Registered | Deceased =>
  inSituation(state, ['REGISTERED', 'DECEASED'], notFoundHere);

/**
 * What is recorded under an id, merged or not: it stands there, and is corrected there.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`
 */
export const recordOf = (state: ParticipantState): Registered | Deceased =>
  state.situation === 'MERGED' ? state.record : known(state);

const notFoundHere = (state: Unknown | Assigned | Merged): Refusal =>
  state.situation === 'MERGED'
    ? participantRefusals.PARTICIPANT_MERGED({ participantId: state.survivorId })
    : participantRefusals.PARTICIPANT_NOT_FOUND();

/** The living participant. @throws Rejection `PARTICIPANT_NOT_FOUND`, `PARTICIPANT_MERGED`, `DECEASED` */
export const living = (state: ParticipantState): Registered =>
  inSituation(known(state), ['REGISTERED'], ({ diedOn }) => participantRefusals.DECEASED({ diedOn }));
