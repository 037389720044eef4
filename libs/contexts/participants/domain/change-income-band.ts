import {
  type CommandContext,
  type Period,
  Rejection,
  type Rupiah,
  addPeriods,
  firstDayOf,
  periodOf,
} from '#kernel';
import { bookedMonths, bpuBandFor } from '#law';
import type { ContributionsState } from './contributions.js';
import type { EvidenceInput } from './correct-participant.js';
import { requireEvidence } from './correction-rules.js';
import type { ParticipantEvent } from './participant.events.js';
import { type ParticipantState, incomeBaseIn, living } from './participant.js';
import { MAX_MONTHS_AHEAD } from './policies/contribution.policies.js';
import { correctionRefusals } from './correction-refusals.js';
import { contributionRefusals } from './contribution.refusals.js';

export interface ChangeIncomeBandInput {
  readonly participantId: string;
  readonly correctionId: string;
  /** First month for which the other income is paid. */
  readonly from: Period;
  readonly declaredIncomeIdr: Rupiah;
  readonly evidence: EvidenceInput;
}

/** What the decision needs of other streams. */
export interface IncomeBandFacts {
  readonly contributions: ContributionsState;
}

/**
 * Another income is declared from a month on (perubahan dasar penghasilan): for months that neither have passed nor are paid, as
 * far ahead as contributions are taken.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `DECEASED`, `PERSONAL_DATA_ERASED`, `WAGE_IS_REPORTED`,
 *   `EVIDENCE_DOES_NOT_SHOW_IT`, `BAND_MONTH_TOO_EARLY`, `PERIOD_TOO_FAR_AHEAD`, `NOTHING_TO_CORRECT`
 */
export function changeIncomeBand(
  { participantId, correctionId, from, declaredIncomeIdr, evidence }: ChangeIncomeBandInput,
  state: ParticipantState,
  { today, actor }: CommandContext,
  { contributions }: IncomeBandFacts,
): readonly ParticipantEvent[] {
  const participant = living(state);
  if (participant.erased) throw new Rejection(correctionRefusals.PERSONAL_DATA_ERASED());
  if (participant.segment !== 'BPU') throw new Rejection(correctionRefusals.WAGE_IS_REPORTED());
  requireEvidence('INCOME_BAND', evidence.kind);
  const earliest = earliestMonth(contributions, periodOf(today));
  if (from < earliest) throw new Rejection(correctionRefusals.BAND_MONTH_TOO_EARLY({ earliest }));
  const last = addPeriods(earliest, MAX_MONTHS_AHEAD);
  if (from > last) {
    throw new Rejection(
      contributionRefusals.PERIOD_TOO_FAR_AHEAD({ atMost: MAX_MONTHS_AHEAD, paidOn: today, last }),
    );
  }
  const formerIncomeBaseIdr = incomeBaseIn(participant, from);
  const incomeBaseIdr = bpuBandFor(declaredIncomeIdr).base;
  if (incomeBaseIdr === formerIncomeBaseIdr) throw new Rejection(correctionRefusals.NOTHING_TO_CORRECT());
  return [
    {
      type: 'IncomeBandChanged',
      data: {
        participantId,
        correctionId,
        from,
        incomeBaseIdr,
        formerIncomeBaseIdr,
        evidence: evidence.kind,
        requesterId: actor.id,
        effectiveOn: firstDayOf(from),
        person: { evidenceNumber: evidence.number },
      },
    },
  ];
}

/** This month, or the one after the last that is paid. */
function earliestMonth({ paid }: ContributionsState, thisMonth: Period): Period {
  return bookedMonths(paid).reduce(
    (earliest, month) => (month < earliest ? earliest : addPeriods(month, 1)),
    thisMonth,
  );
}
