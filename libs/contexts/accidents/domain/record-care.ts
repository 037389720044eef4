import { isGuaranteed as isGuaranteedBy, deskLetterFor } from '#law';
import { type CommandContext, type LocalDate, type Rupiah, enforce, requireSight, seesAll } from '#kernel';
import type { AccidentEvent, AdvancedBy } from './accident.events.js';
import { openAccident } from './accident.js';
import type { AccidentState } from './accident-state.js';
import type { LetterOfAccident } from './letters.js';
import { CARE_POLICIES, mayRepeatOf } from './policies/care.policies.js';
import { accidentRefusals } from './refusals.js';

export interface RecordCareInput {
  readonly accidentId: string;
  readonly facilityId: string;
  readonly admittedOn: LocalDate;
  readonly dischargedOn: LocalDate;
  readonly invoiceNumber: string;
  readonly invoiceIdr: Rupiah;
  /** Who paid it, where no facility is paid by BPJS; the participant where nobody says. */
  readonly paidBy?: AdvancedBy;
  /** Said by an office: it repeats none of the bills that it may repeat. */
  readonly apart?: boolean;
  readonly health: { readonly procedures: string };
}

/** What is known of the facility on the day of the admission. */
export interface CareFacts {
  /**
   * So long whoever was admitted on that day is treated at the cost of BPJS; undefined where no agreement was in force then: the
   * patient pays, and claims it back (reason V-15).
   */
  readonly careUntil?: LocalDate;
  /** The guarantee letters of the accident. */
  readonly letters: readonly LetterOfAccident[];
}

/** Nobody types the invoices of another facility. @throws Rejection `NOT_YOUR_FACILITY` */
export function requireOwnFacility(
  { facilityId }: Pick<RecordCareInput, 'facilityId'>,
  { actor }: Pick<CommandContext, 'actor'>,
): void {
  requireSight(actor, [facilityId], accidentRefusals.NOT_YOUR_FACILITY);
}

/**
 * Records one stay or course of treatment with its invoice (perawatan dan tagihan). BPJS pays a facility that holds a
 * guarantee letter by the third day; elsewhere the patient pays and claims the cost back. An invoice may come after stage II, until the
 * billing is closed. What may repeat another bill is recorded where an office says that they are apart, and names it.
 * @throws Rejection as `openAccident` does, or with the code of the first care policy that objects
 */
export function recordCare(
  { apart = false, ...input }: RecordCareInput,
  state: AccidentState,
  { today, actor }: CommandContext,
  facility: CareFacts,
): readonly AccidentEvent[] {
  const accident = openAccident(state);
  const { careUntil, letters } = facility;
  const stay = { facilityId: input.facilityId, admittedOn: input.admittedOn };
  const isGuaranteed = isGuaranteedBy(stay, letters, careUntil);
  const provisional = deskLetterFor(stay, letters);
  const isApart = apart && seesAll(actor);
  const grounds = { ...input, accident, today, isGuaranteed, careUntil, provisional, isApart };
  enforce(CARE_POLICIES, grounds);
  const mayRepeat = mayRepeatOf(grounds).map(({ invoiceNumber }) => invoiceNumber);
  return [
    {
      type: 'CareProvided',
      data: {
        ...input,
        participantId: accident.participantId,
        billing: isGuaranteed ? 'GUARANTEED' : 'REIMBURSEMENT',
        ...(mayRepeat.length > 0 && { mayRepeat }),
        effectiveOn: input.admittedOn,
      },
    },
  ];
}
