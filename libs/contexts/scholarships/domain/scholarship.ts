import {
  type BankAccount,
  type EventOf,
  type LocalDate,
  type Rupiah,
  type Sealed,
  assertNever,
  derivedId,
  inSituation,
  isErased,
  stream,
} from '#kernel';
import type { Level } from '#law';
import { scholarshipRefusals } from './refusals.js';
import type { EndReason, ScholarshipEvent, ScholarshipEvidenceKind } from './scholarship.events.js';
import { SCHOLARSHIP_UPCASTERS } from './scholarship.upcasters.js';

type Submitted = EventOf<ScholarshipEvent, 'ScholarshipEvidenceSubmitted'>['data'];

/** What the family showed for a year; the newest evidence of a year counts. A reference is gone once the person was erased. */
export interface Evidence extends Omit<Submitted, 'evidence' | 'person'> {
  readonly evidence: readonly { readonly kind: ScholarshipEvidenceKind; readonly reference?: string }[];
  readonly person: Sealed<{ readonly birthDate: LocalDate; readonly account: BankAccount }>;
}

/** One year of the scholarship. A year that was denied is open again when new evidence comes, one that was closed when the right goes on. */
export type SchoolYear =
  | { readonly situation: 'EVIDENCED' | 'CLOSED'; readonly year: number; readonly evidence: Evidence }
  | {
      readonly situation: 'APPROVED';
      readonly year: number;
      readonly level: Level;
      readonly amountIdr: Rupiah;
    }
  | { readonly situation: 'DENIED'; readonly year: number; readonly decision: string };

/** A scholarship that was never granted. */
export interface Unknown {
  readonly situation: 'UNKNOWN';
}

/** A child with the right to a scholarship, year by year on evidence. */
export interface Entitled {
  readonly situation: 'ENTITLED';
  readonly scholarshipId: string;
  readonly claimId: string;
  readonly participantId: string;
  readonly childId: string;
  /** Day of the death or of the total disability; it chooses the law. */
  readonly eventDate: LocalDate;
  readonly years: readonly SchoolYear[];
}

/** The right is over. */
export interface Ended extends Omit<Entitled, 'situation'> {
  readonly situation: 'ENDED';
  readonly reason: EndReason;
  readonly endedOn: LocalDate;
  /** Unknown where an earlier release ended it. */
  readonly enderId?: string;
}

export type ScholarshipState = Unknown | Entitled | Ended;

/**
 * The identity of a scholarship is the child's: a total disability and the death that follows it, or two claims for one
 * death, give a child one right.
 */
export function scholarshipIdOf({
  participantId,
  childId,
}: Pick<Entitled, 'participantId' | 'childId'>): string {
  return derivedId('scholarship', participantId, childId);
}

/** Folds a `scholarship-<id>` stream. */
export const scholarships = stream<ScholarshipState, ScholarshipEvent>('scholarship', {
  initial: { situation: 'UNKNOWN' },
  upcasters: SCHOLARSHIP_UPCASTERS,
  evolve(state, event) {
    if (event.type === 'ScholarshipGranted') return granted(event, state);
    if (state.situation === 'UNKNOWN') throw new Error(`${event.type} before ScholarshipGranted`);
    switch (event.type) {
      case 'ScholarshipEvidenceSubmitted': {
        const { data } = event;
        return withYear(state, { situation: 'EVIDENCED', year: data.year, evidence: shownIn(data) });
      }
      case 'ScholarshipYearApproved': {
        const { year, level, amountIdr } = event.data;
        return withYear(state, { situation: 'APPROVED', year, level, amountIdr });
      }
      case 'ScholarshipYearDenied': {
        const { year, decision } = event.data;
        return withYear(state, { situation: 'DENIED', year, decision });
      }
      case 'ScholarshipEnded': {
        const { reason, enderId, closedYears = [], effectiveOn: endedOn } = event.data;
        const years = moved(state.years, closedYears, 'EVIDENCED', 'CLOSED');
        return { ...goesOn(state), years, situation: 'ENDED', reason, endedOn, ...(enderId && { enderId }) };
      }
      case 'ScholarshipResumed':
        return { ...goesOn(state), years: opened(state.years, event.data) };
      default:
        return assertNever(event, 'scholarship event');
    }
  },
});

/** Years that were approved before for the same event stay so: also where another claim gives what the first one does no longer. */
function granted(
  { data }: EventOf<ScholarshipEvent, 'ScholarshipGranted'>,
  before: ScholarshipState,
): Entitled {
  const { scholarshipId, claimId, participantId, childId, eventDate } = data;
  return {
    situation: 'ENTITLED',
    scholarshipId,
    claimId,
    participantId,
    childId,
    eventDate,
    years: before.situation !== 'UNKNOWN' && isForSameLoss(before, claimId) ? opened(before.years, data) : [],
  };
}

/** Whether what was shown and decided by then counts on where a claim grants it. */
export const isForSameLoss = (before: Entitled | Ended, claimId: string): boolean =>
  before.claimId === claimId || (before.situation === 'ENDED' && before.reason === 'NO_LONGER_ENTITLED');

function goesOn(state: Entitled | Ended): Entitled {
  if (state.situation === 'ENTITLED') return state;
  const { reason: _why, endedOn: _since, enderId: _by, ...right } = state;
  return { ...right, situation: 'ENTITLED' };
}

type OpenYear = Extract<SchoolYear, { situation: 'EVIDENCED' | 'CLOSED' }>['situation'];

const moved = (
  years: readonly SchoolYear[],
  which: readonly number[],
  from: OpenYear,
  to: OpenYear,
): readonly SchoolYear[] =>
  years.map((one) => (one.situation === from && which.includes(one.year) ? { ...one, situation: to } : one));

const opened = (
  years: readonly SchoolYear[],
  { openedYears = [] }: { readonly openedYears?: readonly number[] },
): readonly SchoolYear[] => moved(years, openedYears, 'CLOSED', 'EVIDENCED');

function withYear<State extends Entitled | Ended>(state: State, schoolYear: SchoolYear): State {
  const others = state.years.filter(({ year }) => year !== schoolYear.year);
  return { ...state, years: [...others, schoolYear] };
}

/** The scholarship while the right lasts. @throws Rejection `SCHOLARSHIP_NOT_FOUND`, `SCHOLARSHIP_ENDED` */
export const entitled = (state: ScholarshipState): Entitled =>
  inSituation(state, ['ENTITLED'], (other) =>
    other.situation === 'UNKNOWN'
      ? scholarshipRefusals.SCHOLARSHIP_NOT_FOUND()
      : scholarshipRefusals.SCHOLARSHIP_ENDED(other),
  );

/** After these ends nothing is left to decide: it was paid, there was no right from the beginning, or nobody can decide it. */
const LEAVES_NO_YEAR: readonly EndReason[] = [
  'PAID_ONCE',
  'EVENT_REVOKED',
  'NOT_AMONG_FIRST',
  'CHILD_NOT_ON_RECORD',
];

/** Whether a year may still be shown and decided after the end: those up to it are payable. */
export const leavesYear = ({ reason, endedOn }: Pick<Ended, 'reason' | 'endedOn'>, year: number): boolean =>
  !LEAVES_NO_YEAR.includes(reason) && year <= Number(endedOn.slice(0, 4));

/** The scholarship as far as this year is concerned. @throws Rejection `SCHOLARSHIP_NOT_FOUND`, `SCHOLARSHIP_ENDED` */
export const entitledIn = (state: ScholarshipState, year: number): Entitled | Ended =>
  state.situation === 'ENDED' && leavesYear(state, year) ? state : entitled(state);

/** The scholarship while years of it may still be shown and decided. @throws Rejection `SCHOLARSHIP_NOT_FOUND`, `SCHOLARSHIP_ENDED` */
export const withYearsLeft = (state: ScholarshipState): Entitled | Ended =>
  state.situation === 'ENDED' && !LEAVES_NO_YEAR.includes(state.reason) ? state : entitled(state);

/** The scholarship, also when the right is over. @throws Rejection `SCHOLARSHIP_NOT_FOUND` */
export const knownScholarship = (state: ScholarshipState): Entitled | Ended =>
  inSituation(state, ['ENTITLED', 'ENDED'], () => scholarshipRefusals.SCHOLARSHIP_NOT_FOUND());

/** Each paper with its reference, while somebody can open it. */
function shownIn({ evidence, person, ...data }: Submitted): Evidence {
  if (isErased(person)) return { ...data, evidence, person };
  const { references, ...rest } = person;
  return {
    ...data,
    evidence: evidence.map(({ kind }, place) => ({ kind, reference: references[place] })),
    person: rest,
  };
}

/** What is known of a year; undefined while there is no evidence of it. */
export function yearOf({ years }: Entitled | Ended, year: number): SchoolYear | undefined {
  return years.find((known) => known.year === year);
}

/** Years of which something was shown that an end leaves no room for: they are closed with it. */
export const closedBy = (
  { years }: Pick<Entitled, 'years'>,
  end: Pick<Ended, 'reason' | 'endedOn'>,
): { readonly closedYears?: readonly number[] } => {
  const closedYears = years
    .filter(({ situation, year }) => situation === 'EVIDENCED' && !leavesYear(end, year))
    .map(({ year }) => year);
  return closedYears.length > 0 ? { closedYears } : {};
};

/** Years that were closed with the end: they are open again once the right goes on. */
export const openedWith = ({ years }: Pick<Ended, 'years'>): { readonly openedYears?: readonly number[] } => {
  const openedYears = years.filter(({ situation }) => situation === 'CLOSED').map(({ year }) => year);
  return openedYears.length > 0 ? { openedYears } : {};
};
