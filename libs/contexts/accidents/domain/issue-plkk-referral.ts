import type { CommandContext } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import type { AccidentState } from './accident-state.js';
import { type PlkkLetterFacts, type PlkkLetterInput, letterNumber, permitLetter } from './plkk-letter.js';
import { REFERRAL_POLICIES } from './policies/plkk.policies.js';

export type IssuePlkkReferralInput = PlkkLetterInput;

/**
 * Sends the victim to an accident-care centre (surat pengantar PLKK); a second one moves them to another PLKK.
 * @throws Rejection as `accidentUnderWay` does, or with the code of the first referral policy that objects
 */
export function issuePlkkReferral(
  input: IssuePlkkReferralInput,
  state: AccidentState,
  context: CommandContext,
  facts: PlkkLetterFacts,
): readonly AccidentEvent[] {
  const { accidentId, facilityId } = input;
  const { accident, agreementId, issuedOn } = permitLetter(REFERRAL_POLICIES, input, state, context, facts);
  return [
    {
      type: 'PlkkReferralIssued',
      data: {
        accidentId,
        participantId: accident.participantId,
        facilityId,
        agreementId,
        referralNumber: letterNumber('R', accidentId, accident.referredTo.length + 1),
        coverage: facts.coverage,
        effectiveOn: issuedOn,
      },
    },
  ];
}
