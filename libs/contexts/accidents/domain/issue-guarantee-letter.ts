import type { CommandContext } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import type { AccidentState } from './accident-state.js';
import { type PlkkLetterFacts, type PlkkLetterInput, letterNumber, permitLetter } from './plkk-letter.js';
import { GUARANTEE_POLICIES } from './policies/plkk.policies.js';

export type IssueGuaranteeLetterInput = PlkkLetterInput;

/**
 * Promises a PLKK that BPJS pays for the care (surat jaminan). Before the conclusion it rests on the guarantee for
 * suspected cases: care first (PP 49/2023 Art. 25A).
 * @throws Rejection as `accidentUnderWay` does, or with the code of the first guarantee policy that objects
 */
export function issueGuaranteeLetter(
  input: IssueGuaranteeLetterInput,
  state: AccidentState,
  context: CommandContext,
  facts: PlkkLetterFacts,
): readonly AccidentEvent[] {
  const { accidentId, facilityId } = input;
  const { accident, issuedOn } = permitLetter(GUARANTEE_POLICIES, input, state, context, facts);
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
