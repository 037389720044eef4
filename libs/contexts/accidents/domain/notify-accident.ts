import { type CommandContext, type LocalDate, enforce, inSituation, isWithin, sightOf } from '#kernel';
import { isBackDated } from '#law';
import type { AccidentEvent, AccidentKind, Notifier, PlaceKind, WorkedFor } from './accident.events.js';
import { facilitiesOf } from './accident.js';
import type { AccidentState } from './accident-state.js';
import { NOTICE_POLICIES, type VictimFacts, employerOf } from './policies/notice.policies.js';
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
  readonly employerId?: string;
  readonly projectId?: string;
  readonly person: { readonly contactName: string; readonly contactPhone: string; readonly place: string };
  readonly health: { readonly chronology: string; readonly bodyPart?: string };
}

/**
 * Takes a notice of a suspected work accident (laporan dugaan). Whether the victim is covered does not matter here.
 * @throws Rejection `ALREADY_NOTIFIED`, or the code of the first notice policy that objects
 */
export function notifyAccident(
  input: NotifyAccidentInput,
  state: AccidentState,
  { issuedAt, today, actor }: CommandContext,
  victim: VictimFacts,
): readonly AccidentEvent[] {
  inSituation(state, ['UNKNOWN', 'NOTICE_WITHDRAWN'], (known) =>
    accidentRefusals.ALREADY_NOTIFIED(isWithin(sightOf(actor), facilitiesOf(known)) ? known : {}),
  );
  enforce(NOTICE_POLICIES, { ...input, victim, now: issuedAt });
  const { facilityId } = actor;
  const employerId = employerOf({ ...input, victim });
  return [
    {
      type: 'AccidentNotified',
      data: {
        ...input,
        ...(employerId !== undefined && { workedFor: 'EMPLOYER' as const, employerId }),
        ...(facilityId && { facilityId }),
        ...(isBackDated('ACCIDENT', input.occurredOn, today) && { backDatedBy: actor.id }),
        effectiveOn: input.occurredOn,
      },
    },
  ];
}
