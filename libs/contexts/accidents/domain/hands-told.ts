import { type ExpectedStep, type HandsTold, handTold } from '#kernel';
import type { AccidentEvent } from './accident.events.js';

/** Who has an interest in the claim of an accident: they decide nothing of it. */
export const handsToldOfAccidents: HandsTold<AccidentEvent> = {
  InterestNoted: ({ accidentId, declarerId }) => handTold('INTEREST', accidentId, declarerId),
};

/** So somebody else takes the steps in which it is decided. */
export const notByTheInterested = (accidentId: string): Pick<ExpectedStep, 'barring'> => ({
  barring: [{ hand: 'INTEREST', of: accidentId }],
});
