import { type CommandContext, Rejection } from '#kernel';
import type { DeathEvent, TraceEvidence } from './death.events.js';
import { type DeathState, accidentOf } from './death.js';
import { deathRefusals } from './refusals.js';

export interface RemoveTraceInput {
  readonly participantId: string;
  readonly evidence: { readonly kind: TraceEvidence; readonly number: string };
}

/** Which death of the participant is the present one. */
export interface RemovalFacts {
  readonly nthDeath: number;
}

/**
 * Takes the trace of a death back (pencabutan kaitan kematian dengan kecelakaan): it came from no such accident. By another person than
 * the one who traced it; JKM stands for the death then, unless it is traced anew.
 * @throws Rejection `NO_TRACE_TO_REMOVE`, `TRACED_BY_YOU`
 */
export function removeTrace(
  { participantId, evidence }: RemoveTraceInput,
  state: DeathState,
  { actor, today }: CommandContext,
  { nthDeath }: RemovalFacts,
): readonly DeathEvent[] {
  const accidentId = accidentOf(state, nthDeath);
  if (state.situation !== 'TRACED' || accidentId === undefined) {
    throw new Rejection(deathRefusals.NO_TRACE_TO_REMOVE());
  }
  const { tracerId } = state;
  if (tracerId === actor.id) throw new Rejection(deathRefusals.TRACED_BY_YOU());
  return [
    {
      type: 'DeathTraceRemoved',
      data: {
        participantId,
        accidentId,
        evidence: evidence.kind,
        ...(tracerId && { tracerId }),
        removerId: actor.id,
        effectiveOn: today,
        person: { evidenceNumber: evidence.number },
      },
    },
  ];
}
