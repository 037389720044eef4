import type { CoverageStatus, Segment } from '#benefits';
import { type CommandContext, type LocalDate, enforce } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import type { AccidentState } from './accident.js';
import { letterNumber } from './letter-number.js';
import { REFERRAL_POLICIES } from './policies/plkk.policies.js';
import { requireUnderWay } from './require-situation.js';

export interface IssuePlkkReferralInput {
  readonly accidentId: string;
  readonly facilityId: string;
  /** Day of the letter; today when left out. */
  readonly issuedOn?: LocalDate;
}

/** What letters to a PLKK rest on beside the accident itself. */
export interface PlkkLetterFacts {
  readonly segment: Segment;
  /** Cover on the day of the accident. */
  readonly coverage: CoverageStatus;
  /** The agreement that makes the facility a PLKK on the day of the letter. */
  readonly agreementId?: string;
}

/**
 * Sends the victim to an accident-care centre (surat pengantar PLKK); a second one moves them to another PLKK.
 * @throws Rejection as `requireUnderWay` does, or with the code of the first referral policy that objects
 */
export function issuePlkkReferral(
  { accidentId, facilityId, ...input }: IssuePlkkReferralInput,
  state: AccidentState,
  { agreementId = '', ...facts }: PlkkLetterFacts,
  { today }: CommandContext,
): readonly AccidentEvent[] {
  const accident = requireUnderWay(state);
  const { issuedOn = today } = input;
  enforce(REFERRAL_POLICIES, {
    ...facts,
    agreementId,
    accident,
    facilityId,
    issuedOn,
    today,
    eventDate: accident.occurredOn,
  });
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
