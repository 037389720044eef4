import { type CommandContext, type LocalDate, enforce } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import type { DoctorKind, Findings } from './statement.events.js';
import { accidentUnderWay } from './accident.js';
import type { AccidentState } from './accident-state.js';
import { STATEMENT_POLICIES } from './policies/statement.policies.js';

export interface IssueDoctorStatementInput {
  readonly accidentId: string;
  readonly doctorKind: DoctorKind;
  readonly statedOn: LocalDate;
  readonly health: Findings;
}

/**
 * Records what a doctor states (surat keterangan dokter). The newest statement holds, an advisory doctor's too; a final
 * condition starts the 2 × 24 hours of stage II.
 * @throws Rejection as `accidentUnderWay` does, or with the code of the first statement policy that objects
 */
export function issueDoctorStatement(
  input: IssueDoctorStatementInput,
  state: AccidentState,
  { today }: CommandContext,
): readonly AccidentEvent[] {
  const accident = accidentUnderWay(state);
  enforce(STATEMENT_POLICIES, { accident, findings: input.health, statedOn: input.statedOn, today });
  return [
    {
      type: 'DoctorStatementIssued',
      data: {
        ...input,
        participantId: accident.participantId,
        // Formulir 3b; occupational diseases (PAK) have one of their own.
        form: accident.kind === 'OCCUPATIONAL_DISEASE' ? 'PAK3' : 'KK3',
        effectiveOn: input.statedOn,
      },
    },
  ];
}
