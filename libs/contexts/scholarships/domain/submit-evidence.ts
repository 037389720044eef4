import { type BankAccount, type CommandContext, Rejection, enforce } from '#kernel';
import type { Level, WorkKind } from '#law';
import { type KnownChild, requireEntitlingEvent } from './entitling-event.js';
import { EVIDENCE_POLICIES } from './policies/evidence.policies.js';
import { scholarshipRefusals } from './refusals.js';
import type { ScholarshipEvent, ScholarshipEvidenceKind, ScholarshipPayee } from './scholarship.events.js';
import { type ScholarshipState, entitledIn } from './scholarship.js';

export interface SubmitEvidenceInput {
  readonly scholarshipId: string;
  /** The calendar year that is claimed. */
  readonly year: number;
  readonly level: Level;
  readonly yearInLevel: number;
  readonly married: boolean;
  readonly working: boolean;
  readonly work?: { readonly kind: WorkKind; readonly months: number };
  readonly evidence: readonly { readonly kind: ScholarshipEvidenceKind; readonly reference: string }[];
  readonly payee: ScholarshipPayee;
  readonly person: { readonly account: BankAccount };
}

/**
 * Records what the family shows of a school year (bukti sekolah). Whether it is enough is decided with the year.
 * Years up to the end of a right may be shown after it.
 * @throws Rejection `SCHOLARSHIP_NOT_FOUND`, `SCHOLARSHIP_ENDED`, `EVENT_REVOKED`, `BIRTH_DATE_UNKNOWN`, or the code of the first
 *   evidence policy that objects
 */
export function submitEvidence(
  input: SubmitEvidenceInput,
  state: ScholarshipState,
  { actor, today }: CommandContext,
  { birthDate, ...event }: KnownChild,
): readonly ScholarshipEvent[] {
  const scholarship = entitledIn(state, input.year);
  requireEntitlingEvent(event);
  enforce(EVIDENCE_POLICIES, {
    scholarship,
    year: input.year,
    documents: input.evidence.length,
    today,
  });
  if (!birthDate) throw new Rejection(scholarshipRefusals.BIRTH_DATE_UNKNOWN());
  const { participantId } = scholarship;
  return [
    {
      type: 'ScholarshipEvidenceSubmitted',
      data: {
        ...input,
        evidence: input.evidence.map(({ kind }) => ({ kind })),
        participantId,
        submittedBy: actor.id,
        effectiveOn: today,
        person: {
          ...input.person,
          birthDate,
          references: input.evidence.map(({ reference }) => reference),
        },
      },
    },
  ];
}
