import { type CommandContext, type LocalDate, type Period, type Rupiah, sumRupiah } from '#kernel';
import { bookedMonths, calculateBpuContribution } from '#law';
import type { ContributionEvent } from './contribution.events.js';
import type { ContributionsState } from './contributions.js';
import { paidOnce } from './doubles.js';
import { type PaidUnder, underId } from './one-person.js';
import { type ParticipantState, countedBy, incomeBaseIn, nthDeathOf, recordOf } from './participant.js';

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

/** Whose benefit it was. */
export interface SetOffFacts {
  readonly participant: ParticipantState;
  /** What was paid under other ids of the same person. */
  readonly others?: readonly PaidUnder[];
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
  { participant, others = [] }: SetOffFacts,
): readonly ContributionEvent[] {
  const whose = recordOf(participant);
  const { segment, sector } = whose;
  const booked = bookedMonths(paidOnce([...paid, ...others.flatMap(underId)]).counted);
  const received = deducted.filter((month) => !booked.includes(month));
  return atOneBase(received, (month) => incomeBaseIn(whose, month)).map(({ months, incomeBaseIdr }) => {
    // As they were deducted: each month on the income that was declared for it.
    const due = months.map((period) =>
      calculateBpuContribution({ declaredIncome: incomeBaseIdr, period, sector }),
    );
    return {
      type: 'ContributionPaid',
      data: {
        participantId,
        segment,
        period: months[0],
        months: months.length,
        payer: 'SELF',
        ...countedBy(whose),
        incomeBaseIdr,
        components: due
          .flatMap(({ components }) => components)
          .map(({ code, amountIdr, law, article }) => ({ code, amountIdr, law, article })),
        amountIdr: sumRupiah(due.map(({ totalIdr }) => totalIdr)),
        ruleSetVersion: due[0]?.ruleSetVersion ?? '',
        paidOn: setOffOn,
        settlesEventOn: eventOn,
        setOffClaimId: claimId,
        ...(whose.revokedDeaths && { nthDeath: nthDeathOf(whose) }),
        receipt: `SET-OFF ${claimId}`,
        effectiveOn: setOffOn,
      },
    };
  });
}

interface MonthsAtOneBase {
  readonly months: readonly [Period, ...Period[]];
  readonly incomeBaseIdr: Rupiah;
}

/** One payment is at one tariff: months on another income are another one. */
const atOneBase = (
  months: readonly Period[],
  baseIn: (month: Period) => Rupiah,
): readonly MonthsAtOneBase[] =>
  months.reduce<readonly MonthsAtOneBase[]>((runs, month) => {
    const last = runs.at(-1);
    const incomeBaseIdr = baseIn(month);
    return last?.incomeBaseIdr === incomeBaseIdr
      ? [...runs.slice(0, -1), { ...last, months: [...last.months, month] }]
      : [...runs, { months: [month], incomeBaseIdr }];
  }, []);
