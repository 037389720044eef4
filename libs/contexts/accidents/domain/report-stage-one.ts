import { type CommandContext, type Instant, dateIn, enforce, inSituation, instant } from '#kernel';
import type { AccidentEvent, Effect, EvidenceKind, Notifier } from './accident.events.js';
import { knownAccident } from './accident.js';
import type { AccidentState } from './accident-state.js';
import { concludeBy, isLater, stageOneDueAt } from './deadlines.js';
import { STAGE_ONE_POLICIES } from './policies/report.policies.js';
import { accidentRefusals } from './refusals.js';

export interface ReportStageOneInput {
  readonly accidentId: string;
  readonly reportedBy: Notifier;
  /** When the form came in, for a paper form that is entered later; now when left out. */
  readonly reportedAt?: Instant;
  readonly effect: Effect;
  readonly evidence: readonly EvidenceKind[];
}

/**
 * Takes the stage I report (laporan tahap I). It is due 2 × 24 hours after the accident; a late one is recorded as late.
 * @throws Rejection `ACCIDENT_NOT_FOUND`, `STAGE_ONE_ALREADY_REPORTED`, or the code of the first stage I policy that objects
 */
export function reportStageOne(
  { accidentId, reportedBy, effect, evidence, ...input }: ReportStageOneInput,
  state: AccidentState,
  { issuedAt }: CommandContext,
): readonly AccidentEvent[] {
  const accident = inSituation(knownAccident(state), ['NOTICE_RECEIVED'], ({ stageOne }) =>
    accidentRefusals.STAGE_ONE_ALREADY_REPORTED(stageOne),
  );
  // It may come with any offset; what is recorded is UTC.
  const reportedAt = input.reportedAt === undefined ? issuedAt : instant(input.reportedAt);
  enforce(STAGE_ONE_POLICIES, { accident, effect, reportedAt, now: issuedAt });

  const dueAt = stageOneDueAt(accident);
  return [
    {
      type: 'StageOneReported',
      data: {
        accidentId,
        participantId: accident.participantId,
        // Formulir 3; occupational diseases (PAK) have one of their own.
        form: accident.kind === 'OCCUPATIONAL_DISEASE' ? 'PAK1' : 'KK1',
        reportedBy,
        reportedAt,
        dueAt,
        late: isLater(reportedAt, dueAt),
        effect,
        evidence: [...new Set(evidence)].filter((kind) => !accident.evidence.includes(kind)),
        concludeBy: concludeBy(reportedAt),
        effectiveOn: dateIn(reportedAt),
      },
    },
  ];
}
