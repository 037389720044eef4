import { type CommandContext, type LocalDate, enforce } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import type { AccidentState } from './accident.js';
import type { PlkkLetterFacts } from './issue-plkk-referral.js';
import { letterNumber } from './letter-number.js';
import { GUARANTEE_POLICIES } from './policies/plkk.policies.js';
import { requireUnderWay } from './require-situation.js';

export interface IssueGuaranteeLetterInput {
  readonly accidentId: string;
  readonly facilityId: string;
  /** Day of the letter; today when left out. */
  readonly issuedOn?: LocalDate;
}

/**
 * Promises a PLKK that BPJS pays for the care (surat jaminan). Before the conclusion it rests on the guarantee for
 * suspected cases: care first (PP 49/2023 Art. 25A).
 * @throws Rejection as `requireUnderWay` does, or with the code of the first guarantee policy that objects
 */
export function issueGuaranteeLetter(
  { accidentId, facilityId, ...input }: IssueGuaranteeLetterInput,
  state: AccidentState,
  { agreementId = '', ...facts }: PlkkLetterFacts,
  { today }: CommandContext,
): readonly AccidentEvent[] {
  const accident = requireUnderWay(state);
  const { issuedOn = today } = input;
  enforce(GUARANTEE_POLICIES, {
    ...facts,
    agreementId,
    accident,
    facilityId,
    issuedOn,
    today,
    eventDate: accident.occurredOn,
  });
  const settled = accident.conclusion !== undefined && facts.coverage === 'ACTIVE';
  return [
    {
      type: 'GuaranteeLetterIssued',
      data: {
        accidentId,
        participantId: accident.participantId,
        facilityId,
        guaranteeNumber: letterNumber('G', accidentId, accident.guaranteedAt.length + 1),
        basis: settled ? 'COVERED' : 'SUSPECTED_CASE',
        effectiveOn: issuedOn,
      },
    },
  ];
}
