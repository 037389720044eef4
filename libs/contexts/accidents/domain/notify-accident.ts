import {
  type CommandContext,
  type LocalDate,
  Rejection,
  enforce,
  inSituation,
  isWithin,
  sightOf,
} from '#kernel';
import { type Segment, isBackDated } from '#law';
import type { AccidentEvent, AccidentKind, Notifier, PlaceKind, WorkedFor } from './accident.events.js';
import { type AccidentState, facilitiesOf } from './accident.js';
import { NOTICE_POLICIES } from './policies/notice.policies.js';
import { accidentRefusals } from './refusals.js';

export interface NotifyAccidentInput {
  readonly accidentId: string;
  readonly participantId: string;
  readonly kind: AccidentKind;
  readonly placeKind: PlaceKind;
  readonly occurredOn: LocalDate;
  readonly occurredAt: string;
  readonly notifiedBy: Notifier;
  readonly workedFor?: WorkedFor;
  readonly person: { readonly contactName: string; readonly contactPhone: string; readonly place: string };
  readonly health: { readonly chronology: string; readonly bodyPart?: string };
}

/** What the decision needs from the participant's streams. */
export interface VictimFacts {
  /** PU: a wage earner who does not work for himself as well. */
  readonly segment?: Segment;
  /** Worked for an employer on the day of the accident. */
  readonly isEmployed?: boolean;
  readonly diedOn?: LocalDate;
}

/**
 * Takes a notice of a suspected work accident (laporan dugaan). Whether the victim is covered does not matter here.
 * @throws Rejection `ALREADY_NOTIFIED`, `ACCIDENT_OF_WAGE_EARNER`, `WORKED_FOR_MISSING`, or the code of the first notice policy that objects
 */
export function notifyAccident(
  input: NotifyAccidentInput,
  state: AccidentState,
  { issuedAt, today, actor }: CommandContext,
  { segment, isEmployed, diedOn }: VictimFacts,
): readonly AccidentEvent[] {
  inSituation(state, ['UNKNOWN'], (known) =>
    accidentRefusals.ALREADY_NOTIFIED(isWithin(sightOf(actor), facilitiesOf(known)) ? known : {}),
  );
  if (segment === 'PU' || input.workedFor === 'EMPLOYER') {
    throw new Rejection(accidentRefusals.ACCIDENT_OF_WAGE_EARNER());
  }
  // Which of two memberships pays follows from the work at which it happened; nobody guesses it.
  if (isEmployed && input.workedFor === undefined) {
    throw new Rejection(accidentRefusals.WORKED_FOR_MISSING());
  }
  enforce(NOTICE_POLICIES, { ...input, diedOn, now: issuedAt });
  const { facilityId } = actor;
  return [
    {
      type: 'AccidentNotified',
      data: {
        ...input,
        ...(facilityId && { facilityId }),
        ...(isBackDated('ACCIDENT', input.occurredOn, today) && { backDatedBy: actor.id }),
        effectiveOn: input.occurredOn,
      },
    },
  ];
}
