import {
  type CommandContext,
  type LocalDate,
  type Period,
  Rejection,
  type Rupiah,
  enforce,
  formatRupiah,
} from '#kernel';
import { calculateBpuContribution } from '#law';
import type { ContributionEvent, Payer } from './participant.events.js';
import type { ContributionsState } from './contributions.js';
import type { ParticipantState } from './participant.js';
import { CONTRIBUTION_POLICIES } from './policies/contribution.policies.js';

export interface RecordContributionInput {
  readonly participantId: string;
  /** First month paid for. */
  readonly period: Period;
  readonly months: number;
  readonly payer: Payer;
  readonly sponsorId?: string;
  readonly agreementId?: string;
  /** What was received; a sum that differs from the law's is refused. */
  readonly amountIdr?: Rupiah;
  readonly paidOn: LocalDate;
  readonly receipt: string;
}

/** What the decision needs from other streams. */
export interface ContributionFactsFromOthers {
  readonly participant: ParticipantState;
  /** Paid from APBN or APBD, by the sponsor's agreement. */
  readonly governmentPaid: boolean;
}

/**
 * Records received contributions of a BPU for JKK and JKM (penerimaan iuran).
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, the code of the first contribution policy that objects, `MONTHS_NOT_OFFERED`,
 *   `AMOUNT_DIFFERS`
 */
export function recordContribution(
  input: RecordContributionInput,
  state: ContributionsState,
  { participant, governmentPaid }: ContributionFactsFromOthers,
  { today }: CommandContext,
): readonly ContributionEvent[] {
  if (participant.situation === 'UNKNOWN') {
    throw new Rejection('PARTICIPANT_NOT_FOUND', 'No such participant is registered', {
      allowed: ['register a participant'],
    });
  }
  enforce(CONTRIBUTION_POLICIES, { ...input, paid: state.paid, participant, today });
  const { amountIdr: received, ...payment } = input;
  const due = calculateBpuContribution({
    declaredIncome: participant.incomeBaseIdr,
    programs: ['JKK', 'JKM'],
    months: input.months,
    period: input.period,
    sector: participant.sector,
    governmentPaid,
  });
  if (received !== undefined && received !== due.totalIdr) {
    throw new Rejection('AMOUNT_DIFFERS', `${formatRupiah(due.totalIdr)} rupiah are due for this payment`, {
      allowed: [`amountIdr ${due.totalIdr}`],
      facts: { dueIdr: due.totalIdr, receivedIdr: received },
    });
  }
  return [
    {
      type: 'ContributionPaid',
      data: {
        ...payment,
        segment: participant.segment,
        incomeBaseIdr: participant.incomeBaseIdr,
        components: due.components.map(({ code, amountIdr, law, article }) => ({
          code,
          amountIdr,
          law,
          article,
        })),
        amountIdr: due.totalIdr,
        ruleSetVersion: due.ruleSetVersion,
        effectiveOn: input.paidOn,
      },
    },
  ];
}
