import { type CommandContext, type LocalDate, type Period, addPeriods, sumRupiah } from '#kernel';
import { bookedMonths, calculateBpuContribution } from '#law';
import type { ContributionEvent } from './participant.events.js';
import type { ContributionsState } from './contributions.js';
import { type ParticipantState, known } from './participant.js';

export interface RecordSetOffInput {
  readonly participantId: string;
  /** The claim from whose benefit the months were deducted. */
  readonly claimId: string;
  /** The day of its event, for which they were in arrears. */
  readonly eventOn: LocalDate;
  /** Oldest first. */
  readonly months: readonly Period[];
  /** The day of the decision that deducted them. */
  readonly setOffOn: LocalDate;
}

/**
 * Records months that were deducted from a benefit as received (kompensasi tunggakan). A month that somebody paid while that was
 * decided is not recorded twice: the claim gives back what was deducted for it.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`
 */
export function recordSetOff(
  { participantId, claimId, eventOn, months: deducted, setOffOn }: RecordSetOffInput,
  { paid }: ContributionsState,
  _context: CommandContext,
  participant: ParticipantState,
): readonly ContributionEvent[] {
  const { segment, sector, incomeBaseIdr } = known(participant);
  const booked = bookedMonths(paid);
  const [period, ...more] = deducted.filter((month) => !booked.includes(month));
  if (period === undefined) return [];
  const months = more.length + 1;
  const due = Array.from({ length: months }, (_, place) =>
    calculateBpuContribution({ declaredIncome: incomeBaseIdr, period: addPeriods(period, place), sector }),
  );
  const components = due.flatMap((month) => month.components);
  return [
    {
      type: 'ContributionPaid',
      data: {
        participantId,
        segment,
        period,
        months,
        payer: 'SELF',
        incomeBaseIdr,
        components: components.map(({ code, amountIdr, law, article }) => ({
          code,
          amountIdr,
          law,
          article,
        })),
        amountIdr: sumRupiah(due.map(({ totalIdr }) => totalIdr)),
        ruleSetVersion: due[0]?.ruleSetVersion ?? '',
        paidOn: setOffOn,
        settlesEventOn: eventOn,
        setOffClaimId: claimId,
        receipt: `SET-OFF ${claimId}`,
        effectiveOn: setOffOn,
      },
    },
  ];
}
