import { type LocalDate, type Reading, addDays, view } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import { accidents } from './accident.js';
import type { ProvisionalLetter } from './accident-state.js';

/** A promise to a facility that BPJS pays. */
export interface GuaranteeLetter {
  readonly facilityId: string;
  readonly issuedOn: LocalDate;
  /** One that the desk issued itself, and that no office has confirmed. */
  readonly provisional?: ProvisionalLetter;
}

const letters = view<readonly GuaranteeLetter[], AccidentEvent>(accidents, {
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

/** The guarantee letters of an accident, in the order in which they were issued. */
export const guaranteeLetters = (read: Reading, accidentId: string): Promise<readonly GuaranteeLetter[]> =>
  read.state(letters, accidentId);

/** An invoice that was typed before the letter which covers its stay. */
interface TypedBefore {
  readonly facilityId: string;
  readonly invoiceNumber: string;
  readonly admittedOn: LocalDate;
}

/** A letter counts for a stay that began so many days before it (reference 3.2: 3 x 24 hours). */
export const LETTER_AFTER_DAYS = 3;

interface Typed {
  /** Those that nobody is said to have paid, and that no letter covered when they were typed. */
  readonly waiting: readonly TypedBefore[];
  readonly covered: readonly TypedBefore[];
}

const typedBefore = view<Typed, AccidentEvent>(accidents, {
  initial: { waiting: [], covered: [] },
  evolve(state, event) {
    if (event.type === 'CareProvided') {
      const { facilityId, invoiceNumber, admittedOn, billing, paidBy } = event.data;
      if (billing !== 'REIMBURSEMENT' || paidBy !== undefined) return state;
      return { ...state, waiting: [...state.waiting, { facilityId, invoiceNumber, admittedOn }] };
    }
    if (event.type !== 'GuaranteeLetterIssued') return state;
    const { facilityId, effectiveOn } = event.data;
    const isCovered = (one: TypedBefore) =>
      one.facilityId === facilityId && effectiveOn <= addDays(one.admittedOn, LETTER_AFTER_DAYS);
    return {
      waiting: state.waiting.filter((one) => !isCovered(one)),
      covered: [...state.covered, ...state.waiting.filter(isCovered)],
    };
  },
});

/**
 * Invoices that were typed before the letter which covers their stay: BPJS pays the facility, whoever was thought to be repaid at
 * the minute of typing. Where somebody is said to have paid (`paidBy`), they are repaid all the same.
 */
export async function coveredLater(read: Reading, accidentId: string): Promise<readonly TypedBefore[]> {
  return (await read.state(typedBefore, accidentId)).covered;
}
