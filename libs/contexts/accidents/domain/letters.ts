import { type LocalDate, type Reading, view } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import { accidents } from './accident.js';

/** A promise to a facility that BPJS pays. */
export interface GuaranteeLetter {
  readonly facilityId: string;
  readonly issuedOn: LocalDate;
}

const letters = view<readonly GuaranteeLetter[], AccidentEvent>(accidents, {
  initial: [],
  evolve(state, event) {
    if (event.type !== 'GuaranteeLetterIssued') return state;
    const { facilityId, effectiveOn: issuedOn } = event.data;
    return [...state, { facilityId, issuedOn }];
  },
});

/** The guarantee letters of an accident, in the order in which they were issued. */
export const guaranteeLetters = (read: Reading, accidentId: string): Promise<readonly GuaranteeLetter[]> =>
  read.state(letters, accidentId);
