import { type CommandContext, type Instant, Rejection, dateIn, enforce, instant } from '#kernel';
import type { AccidentEvent, Effect, EvidenceKind, Notifier } from './accident.events.js';
import type { AccidentState } from './accident.js';
import { concludeBy, stageOneDueAt } from './deadlines.js';
import { stageOneForm } from './forms.js';
import { STAGE_ONE_POLICIES } from './policies/report.policies.js';
import { requireKnown } from './require-situation.js';

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
  const known = requireKnown(state);
  if (known.situation !== 'NOTICE_RECEIVED') {
    throw new Rejection(
      'STAGE_ONE_ALREADY_REPORTED',
      `Stage I was reported on ${known.stageOne.reportedOn}`,
      { allowed: ['receive evidence'] },
    );
  }
  // It may come with any offset; only moments in UTC compare by their text.
  const reportedAt = input.reportedAt === undefined ? issuedAt : instant(input.reportedAt);
  enforce(STAGE_ONE_POLICIES, { accident: known, effect, reportedAt, now: issuedAt });

  const dueAt = stageOneDueAt(known);
  return [
    {
      type: 'StageOneReported',
      data: {
        accidentId,
        participantId: known.participantId,
        form: stageOneForm(known.kind),
        reportedBy,
        reportedAt,
        dueAt,
        late: reportedAt > dueAt,
        effect,
        evidence: [...new Set(evidence)].filter((kind) => !known.evidence.includes(kind)),
        concludeBy: concludeBy(reportedAt),
        effectiveOn: dateIn(reportedAt),
      },
    },
  ];
}
