import type { CommandContext } from '#kernel';
import type { AccidentEvent, EvidenceKind } from './accident.events.js';
import { knownAccident } from './accident.js';
import type { AccidentState } from './accident-state.js';

export interface ReceiveEvidenceInput {
  readonly accidentId: string;
  readonly evidence: readonly EvidenceKind[];
}

/**
 * Takes proof that comes in apart from stage I, as police letters do (bukti tambahan). What is there already is not
 * recorded again.
 * @throws Rejection `ACCIDENT_NOT_FOUND`
 */
export function receiveEvidence(
  { accidentId, evidence }: ReceiveEvidenceInput,
  state: AccidentState,
  { today }: CommandContext,
): readonly AccidentEvent[] {
  const { participantId, evidence: present } = knownAccident(state);
  const added = [...new Set(evidence)].filter((kind) => !present.includes(kind));
  if (added.length === 0) return [];
  return [
    {
      type: 'AccidentEvidenceReceived',
      data: { accidentId, participantId, evidence: added, effectiveOn: today },
    },
  ];
}
