import {
  type CommandContext,
  type LocalDate,
  type Rupiah,
  ZERO_RUPIAH,
  assertNever,
  daysBetween,
  eventIdOf,
  opened,
  rupiah,
  totalOf,
} from '#kernel';
import type { ClaimComponent, ClaimEvent } from './claim.events.js';
import type { ApprovedPayment, IdentifiedPayment } from './decision.events.js';
import type { KnownClaim } from './claim-state.js';
import type { InterimApproved, InterimEvent, InterimPaidTooMuch } from './interim.events.js';
import type { PaidTooMuch } from './reassessment.events.js';
import { identifiedIn, notDueOf, withoutNotDue } from './identified-payments.js';

/** A time of incapacity: its first and its last day belong to it. */
export interface Unable {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

interface ToEmployer {
  readonly employerId: string;
  readonly amountIdr: Rupiah;
}

/** A time that was paid for. */
interface PaidTime extends Unable {
  /** Id of the event that approved it; absent until that is recorded. */
  readonly approvalId?: string;
}

/** What was paid, or is about to be, before the end of the treatment. */
export interface Interim {
  readonly paidIdr: Rupiah;
  /** What of it employers were paid that went on paying the wage; absent where none was. */
  readonly toEmployers?: readonly ToEmployer[];
  /** Each payment of it, in the order of their approval, as far as it is due; absent where none is. */
  readonly payments?: readonly IdentifiedPayment[];
  /**
   * The times that were paid for: those of which everything was asked back were not. Of an erased one nobody knows the days any more.
   */
  readonly paidFor: readonly (PaidTime | undefined)[];
  /** Who has calculated what somebody has calculated again since, or a second person did not approve; absent where nobody has. */
  readonly assessedBefore?: readonly string[];
  /** What was calculated last, while nobody has approved it. */
  readonly found?: {
    readonly assessorId: string;
    readonly components: readonly ClaimComponent[];
    readonly totalIdr: Rupiah;
    readonly payBy: LocalDate;
    readonly unable?: Unable;
  };
}

export const NOTHING_PAID_YET: Interim = { paidIdr: ZERO_RUPIAH, paidFor: [] };

/** By these a claim moves on: nobody approves any more what was calculated before the end of the treatment. */
export const MOVES_ON = [
  'ClaimTakenOver',
  'DocumentsRequested',
  'BenefitCalculated',
  'ClaimHeld',
  'WaitBegun',
  'WaitEnded',
  'PaymentsStopped',
  'ClaimApproved',
  'ClaimDenied',
  'ClaimWithdrawn',
  'ClaimCancelled',
] as const satisfies readonly ClaimEvent['type'][];

/** What is left once the claim moves on: what nobody has approved is calculated anew. */
export function withoutFound(interim: Interim | undefined): Interim | undefined {
  if (!interim?.found && !interim?.assessedBefore) return interim;
  const { found: _notApproved, assessedBefore: _anew, ...paid } = interim;
  return paid.paidFor.length > 0 ? paid : undefined;
}

/** Who has calculated what is to be approved, also where somebody has calculated it again since: none of them approves it. */
export const assessorsOf = ({ found, assessedBefore = [] }: Interim): readonly string[] => [
  ...new Set([...assessedBefore, ...(found ? [found.assessorId] : [])]),
];

/** What is calculated in its place is approved by nobody who calculated it either. */
function notApproved({ found, assessedBefore: before, ...paid }: Interim): Interim {
  const assessedBefore = assessorsOf({ ...paid, found, assessedBefore: before });
  return { ...paid, ...(assessedBefore.length > 0 && { assessedBefore }) };
}

/** Days of a time, the first and the last included. */
export const daysOf = ({ from, until }: Unable): number => daysBetween(from, until) + 1;

/** What becomes of a claim by what is paid before the end of the treatment. It stays where it is. */
export function afterInterim<State extends KnownClaim>(state: State, event: InterimEvent): State {
  const { interim = NOTHING_PAID_YET } = state;
  switch (event.type) {
    case 'InterimCalculated': {
      const { assessorId, components, totalIdr, payBy, health } = event.data;
      const days = opened(health);
      const unable = days && { from: days.unableFrom, until: days.unableUntil };
      const found = { assessorId, components, totalIdr, payBy, ...(unable && { unable }) };
      return { ...state, interim: { ...notApproved(interim), found } };
    }
    case 'InterimApproved': {
      const { found, paidIdr, paidFor, toEmployers: before = [] } = interim;
      const paid = rupiah(paidIdr + event.data.totalIdr);
      const toEmployers = [...before, ...event.data.payments.flatMap(toEmployer)];
      const payments = [...(interim.payments ?? []), ...identifiedIn(event)];
      return {
        ...state,
        interim: {
          paidIdr: paid,
          ...(toEmployers.length > 0 && { toEmployers }),
          ...(payments.length > 0 && { payments }),
          paidFor: [...paidFor, found?.unable && paidBy(event, found.unable)],
        },
      };
    }
    case 'InterimPaidTooMuch':
      return { ...state, interim: lessAskedBack(interim, event) };
    case 'InterimDropped':
      return { ...state, interim: notApproved(interim) };
    default:
      return assertNever(event, 'claim event');
  }
}

const toEmployer = ({ employerId, amountIdr }: ApprovedPayment): readonly ToEmployer[] =>
  employerId === undefined ? [] : [{ employerId, amountIdr }];

/** What is asked back was not paid: a claim that is opened again pays it anew. */
function lessAskedBack(interim: Interim, { data }: InterimPaidTooMuch): Interim {
  const { toEmployers: before, payments: paid = [], paidIdr, ...known } = interim;
  // Earlier releases did not say of which payments it is.
  const payments = withoutNotDue(paid, data.ofPayments ?? notDueOf(paid, data));
  const byEmployer = owedByEmployers(interim).flatMap(({ employerId, amountIdr }) => {
    const left = employerId === data.employerId ? amountIdr - data.amountIdr : amountIdr;
    return left > 0 ? [{ employerId, amountIdr: rupiah(left) }] : [];
  });
  return {
    ...known,
    paidIdr: rupiah(paidIdr - data.amountIdr),
    ...(before && byEmployer.length > 0 && { toEmployers: byEmployer }),
    ...(payments.length > 0 && { payments }),
    paidFor: known.paidFor.filter(
      (time) => !isOfApproval(paid, time?.approvalId) || isOfApproval(payments, time?.approvalId),
    ),
  };
}

function paidBy(approval: InterimApproved, unable: Unable): PaidTime {
  const approvalId = eventIdOf(approval);
  return { ...unable, ...(approvalId && { approvalId }) };
}

const isOfApproval = (payments: readonly IdentifiedPayment[], approval: string | undefined): boolean =>
  payments.some(({ approvalId }) => approvalId === approval);

/** What each employer was paid, in the order of the first payment. */
function owedByEmployers({ toEmployers = [] }: Interim): readonly ToEmployer[] {
  return [...new Set(toEmployers.map(({ employerId }) => employerId))].map((employerId) => ({
    employerId,
    amountIdr: totalOf(toEmployers.filter((one) => one.employerId === employerId)),
  }));
}

/** What employers were paid of it. */
export const paidToEmployers = (interim: Interim): Rupiah => totalOf(owedByEmployers(interim));

/**
 * What was paid before the end and is not due, by whom it is owed. Where a part of it is due, an employer owes its part before whoever
 * claimed does: the wage it had paid meanwhile is its own.
 * @param dueIdr what of it is due
 */
export function interimTooMuch(interim: Interim, dueIdr: Rupiah): readonly PaidTooMuch[] {
  let left = Math.max(0, interim.paidIdr - dueIdr);
  const owed: PaidTooMuch[] = [];
  for (const { employerId, amountIdr } of owedByEmployers(interim)) {
    const part = rupiah(Math.min(left, amountIdr));
    if (part > 0) owed.push({ employerId, amountIdr: part });
    left -= part;
  }
  if (left > 0) owed.push({ amountIdr: rupiah(left) });
  return owed;
}

type OfWhom = Pick<KnownClaim, 'claimId' | 'participantId' | 'interim'>;

/**
 * Asks back what was paid before the end and is not due, each who was paid for itself.
 * @param dueIdr what of it is due
 */
export const interimAskedBack = (
  claim: OfWhom,
  dueIdr: Rupiah,
  context: Pick<CommandContext, 'actor' | 'today'>,
): readonly InterimPaidTooMuch[] =>
  claim.interim ? askedBack(claim, interimTooMuch(claim.interim, dueIdr), context) : [];

/** The same, where somebody has found before what is too much, and of which payments that is. */
export function askedBack(
  { claimId, participantId, interim = NOTHING_PAID_YET }: OfWhom,
  owed: readonly PaidTooMuch[],
  { actor, today }: Pick<CommandContext, 'actor' | 'today'>,
): readonly InterimPaidTooMuch[] {
  return owed.map((one) => ({
    type: 'InterimPaidTooMuch',
    data: {
      claimId,
      participantId,
      finderId: actor.id,
      ...one,
      ...paymentsOf(interim, one),
      effectiveOn: today,
    },
  }));
}

/** Nothing unless every rupiah of it is one of a payment that is known. */
function paymentsOf(
  { payments = [] }: Interim,
  owed: PaidTooMuch,
): Pick<InterimPaidTooMuch['data'], 'ofPayments'> {
  const notDue = notDueOf(payments, owed);
  return totalOf(notDue) === owed.amountIdr ? { ofPayments: notDue } : {};
}
