import {
  type CommandContext,
  type EventOf,
  type LocalDate,
  type Period,
  Rejection,
  type Rupiah,
  addPeriods,
  enforce,
  periodsFrom,
} from '#kernel';
import { arrearsOfEvent, calculateBpuContribution, isBackDated } from '#law';
import type { ContributionEvent } from './contribution.events.js';
import type { Payer } from './participant.events.js';
import { type ContributionYears, closingOfYears } from './contribution-years.js';
import type { ContributionsState } from './contributions.js';
import { paidOnce } from './doubles.js';
import { type PaidUnder, asOne, underId } from './one-person.js';
import {
  type Deceased,
  type ParticipantState,
  type Registered,
  countedBy,
  incomeBaseIn,
  known,
  nthDeathOf,
} from './participant.js';
import { CONTRIBUTION_POLICIES } from './policies/contribution.policies.js';
import { contributionRefusals } from './contribution.refusals.js';
import { type RosterState, requireCarried } from './roster.js';
import { type SponsorState, payingAgreement } from './sponsor.js';

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
  /** Settles arrears: the day of the event whose claim waits for them. */
  readonly settlesEventOn?: LocalDate;
}

/** What the decision needs of other streams. */
export interface ContributionFacts {
  readonly participant: ParticipantState;
  /** The sponsor that the payment names, if it names one. */
  readonly sponsor: SponsorState;
  /** Who left the agreement that it names, if it names one; absent of somebody who was registered just now. */
  readonly roster?: RosterState;
  /** What was paid under other ids of the same person; absent where there are none. */
  readonly others?: readonly PaidUnder[];
}

/**
 * Records received contributions of a BPU for JKK and JKM (penerimaan iuran), and before them the closing of the years that are over.
 * @throws Rejection as `payingAgreement`, `PARTICIPANT_NOT_FOUND`, `NO_LONGER_CARRIED`, the code of the first contribution policy that objects,
 *   `INCOME_BAND_CHANGES_WITHIN`, `MONTHS_NOT_OFFERED`, `AMOUNT_DIFFERS`
 */
export function recordContribution(
  input: RecordContributionInput,
  state: ContributionYears,
  { today, actor }: CommandContext,
  facts: ContributionFacts,
): readonly ContributionEvent[] {
  const agreement = payingAgreement(input, facts.sponsor, input.paidOn);
  const { others = [], roster } = facts;
  const participant = asOne([known(facts.participant), ...others.map(({ record }) => record)]);
  const mergedIds = others.map(({ record }) => record.participantId);
  if (roster) requireCarried([input.participantId, ...mergedIds], input, roster);
  const { counted: paid } = paidOnce([...state.paid, ...others.flatMap(underId)]);
  enforce(CONTRIBUTION_POLICIES, { ...input, paid, participant, today });
  const incomeBaseIdr = oneIncomeBase(participant, input);
  const { months, period } = input;
  // Paid from APBN or APBD there is no relief.
  const governmentPaid = agreement?.governmentPaid ?? false;
  const terms = { months, period, sector: participant.sector, governmentPaid };
  const due = calculateBpuContribution({ declaredIncome: incomeBaseIdr, ...terms });
  requireWhatIsDue(input, due.totalIdr);
  const { amountIdr: _asDue, ...payment } = input;
  return [
    ...closingOfYears(input.participantId, state, today),
    {
      type: 'ContributionPaid',
      data: {
        ...payment,
        segment: participant.segment,
        ...countedBy(participant),
        incomeBaseIdr,
        ...asCalculated(due),
        ...settledDeath(input, paid, participant),
        ...(participant.revokedDeaths && { nthDeath: nthDeathOf(participant) }),
        ...(mergedIds.length > 0 && { mergedIds }),
        ...(isBackDated('CONTRIBUTION', input.paidOn, today) && { backDatedBy: actor.id }),
        effectiveOn: input.paidOn,
      },
    },
  ];
}

/** @throws Rejection `AMOUNT_DIFFERS` */
function requireWhatIsDue({ amountIdr: receivedIdr }: RecordContributionInput, dueIdr: Rupiah): void {
  if (receivedIdr === undefined || receivedIdr === dueIdr) return;
  throw new Rejection(contributionRefusals.AMOUNT_DIFFERS({ dueIdr, receivedIdr }));
}

/** What the law asks for, and by which clauses. */
const asCalculated = ({
  components,
  totalIdr,
  ruleSetVersion,
}: ReturnType<typeof calculateBpuContribution>): Pick<
  EventOf<ContributionEvent, 'ContributionPaid'>['data'],
  'components' | 'amountIdr' | 'ruleSetVersion'
> => ({
  components: components.map(({ code, amountIdr, law, article }) => ({ code, amountIdr, law, article })),
  amountIdr: totalIdr,
  ruleSetVersion,
});

/** While the membership lasts the arrears of the day of a death may be paid as any month is: the claim for it waits for that. */
function settledDeath(
  { period, months, paidOn, settlesEventOn }: RecordContributionInput,
  paid: ContributionsState['paid'],
  participant: Registered | Deceased,
): { readonly settledDeathOn?: LocalDate } {
  if (participant.situation !== 'DECEASED' || settlesEventOn !== undefined) return {};
  const { diedOn, segment } = participant;
  const received = periodsFrom(period, months).map((month) => ({ period: month, paidOn }));
  const unpaidBy = (history: ContributionsState['paid']) => arrearsOfEvent(diedOn, history, segment).unpaid;
  const isSettled = unpaidBy(paid).length > 0 && unpaidBy([...paid, ...received]).length === 0;
  return isSettled ? { settledDeathOn: diedOn } : {};
}

/** One payment is at one tariff. */
function oneIncomeBase(
  participant: Registered | Deceased,
  { period, months }: Pick<RecordContributionInput, 'period' | 'months'>,
): Rupiah {
  const base = incomeBaseIn(participant, period);
  const from = periodsFrom(period, months).find((month) => incomeBaseIn(participant, month) !== base);
  if (from === undefined) return base;
  throw new Rejection(contributionRefusals.INCOME_BAND_CHANGES_WITHIN({ from, last: addPeriods(from, -1) }));
}
