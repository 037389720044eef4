import { type LocalDate, type Reading, view } from '#kernel';
import { type GuaranteeLetter, type LetteredStay, lettersFor } from '#law';
import type { AccidentEvent } from './accident.events.js';
import { accidents } from './accident.js';
import type { ProvisionalLetter } from './accident-state.js';

/** A guarantee letter of an accident. */
export interface LetterOfAccident extends GuaranteeLetter {
  /** One that the desk issued itself, and that no office has confirmed. */
  readonly provisional?: ProvisionalLetter;
}

/** The guarantee letters of an accident, in the order in which they were issued. */
export const letters = view<readonly LetterOfAccident[], AccidentEvent>(accidents, {
  initial: [],
  evolve(state, event) {
    if (event.type === 'GuaranteeLetterIssued') {
      const { facilityId, effectiveOn: issuedOn } = event.data;
      return [...state, { facilityId, issuedOn }];
    }
    if (event.type === 'ProvisionalGuaranteeIssued') {
      const { facilityId, validUntil, atMostIdr, effectiveOn: issuedOn } = event.data;
      const provisional = { facilityId, issuedOn, validUntil, atMostIdr };
      return [...state, { facilityId, issuedOn, provisional }];
    }
    if (event.type !== 'GuaranteeNotConfirmed') return state;
    const { facilityId, effectiveOn: notConfirmedFrom } = event.data;
    return state.map((letter) =>
      letter.provisional && letter.facilityId === facilityId
        ? { ...letter, provisional: { ...letter.provisional, notConfirmedFrom } }
        : letter,
    );
  },
});

/** The same, as the log knows them now. */
export const guaranteeLetters = (read: Reading, accidentId: string): Promise<readonly LetterOfAccident[]> =>
  read.state(letters, accidentId);

/** An invoice of which nobody is said to have paid it, and that no letter covered when it was typed. */
type Typed = Required<LetteredStay> & { readonly invoiceNumber: string };

const typedUncovered = view<readonly Typed[], AccidentEvent>(accidents, {
  initial: [],
  evolve(state, event) {
    if (event.type !== 'CareProvided') return state;
    const { facilityId, invoiceNumber, admittedOn, dischargedOn, billing, paidBy } = event.data;
    if (billing !== 'REIMBURSEMENT' || paidBy !== undefined) return state;
    return [...state, { facilityId, invoiceNumber, admittedOn, dischargedOn }];
  },
});

/** So long whoever was admitted to a facility on a day is treated at the cost of BPJS; nothing without an agreement. */
export type CareUntilAt = (
  read: Reading,
  facilityId: string,
  admittedOn: LocalDate,
) => Promise<LocalDate | undefined>;

/**
 * Invoices that were typed before the letter, or the agreement, which covers their stay: BPJS pays the facility, whoever was thought to
 * be repaid at the minute of typing. Where somebody is said to have paid (`paidBy`), they are repaid all the same.
 */
export async function coveredLater(
  read: Reading,
  accidentId: string,
  careUntilAt: CareUntilAt,
): Promise<readonly Typed[]> {
  const [typed, letters] = await Promise.all([
    read.state(typedUncovered, accidentId),
    guaranteeLetters(read, accidentId),
  ]);
  const ofOffice = letters.filter(({ provisional }) => !provisional);
  const covered: Typed[] = [];
  for (const stay of typed.filter((one) => lettersFor(one, ofOffice).length > 0)) {
    const careUntil = await careUntilAt(read, stay.facilityId, stay.admittedOn);
    if (careUntil !== undefined && stay.dischargedOn <= careUntil) covered.push(stay);
  }
  return covered;
}
