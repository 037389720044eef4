/** An event as anybody reads it in the log who knows nothing of the program. */
export interface PlainEvent {
  readonly streamId: string;
  readonly type: string;
  readonly position: bigint;
  readonly data: object;
}

/** The state that a payment is in after each of its events. */
const PAYMENT: Readonly<Record<string, string>> = {
  PayoutOrdered: 'ORDERED',
  PayoutInstructed: 'INSTRUCTED',
  PayoutAccepted: 'ACCEPTED',
  PayoutSettled: 'SETTLED',
  PayoutReturned: 'RETURNED',
  SettledPayoutReturned: 'RETURNED',
  PayoutAccountCorrected: 'ACCOUNT_CORRECTED',
  PayoutAccountConfirmed: 'ORDERED',
  PayoutCancelled: 'CANCELLED',
};

/** What was told of a thing by then, and what of it counts on a day: nothing, where its first event does not. */
export function toldOf(events: readonly PlainEvent[], stream: string, position: bigint, day?: string) {
  const known = events.filter((event) => event.streamId === stream && event.position <= position);
  const counts = known.filter(
    ({ data }) => day === undefined || (data as { effectiveOn: string }).effectiveOn <= day,
  );
  return known[0] !== undefined && counts.includes(known[0]) ? counts : undefined;
}

/** A payment: its amount, where it stands, and its story. */
export function plainPayment(events: readonly PlainEvent[], id: string, position: bigint, day?: string) {
  const told = toldOf(events, `payout-${id}`, position, day);
  if (!told) return undefined;
  const { amountIdr } = (told[0]?.data ?? {}) as { readonly amountIdr?: number };
  const story = told.map(({ type }) => type);
  return { amountIdr, status: story.flatMap((type) => PAYMENT[type] ?? []).at(-1), story };
}

/** A claim: whose it is, when it was handed in, and its own story. */
export function plainClaim(events: readonly PlainEvent[], id: string, position: bigint, day?: string) {
  const told = toldOf(events, `claim-${id}`, position, day);
  const { participantId, effectiveOn } = (told?.[0]?.data ?? {}) as Record<string, unknown>;
  return told && { participantId, submittedOn: effectiveOn, story: told.map(({ type }) => type) };
}

/** What a person has paid: each month, and the sum. */
export function plainContributions(
  events: readonly PlainEvent[],
  id: string,
  position: bigint,
  day?: string,
) {
  const paid = events.filter(
    ({ type, position: at, data }) =>
      type === 'ContributionPaid' &&
      at <= position &&
      (data as { participantId: string }).participantId === id &&
      (day === undefined || (data as { effectiveOn: string }).effectiveOn <= day),
  );
  return paid
    .map(({ data }) => data as { period: string; amountIdr: number })
    .map(({ period, amountIdr }) => `${period} ${amountIdr}`)
    .sort();
}

/** A scholarship: whose it is, what was approved of it, and whether it has ended. */
export function plainScholarship(events: readonly PlainEvent[], id: string, position: bigint, day?: string) {
  const told = toldOf(events, `scholarship-${id}`, position, day);
  if (!told) return undefined;
  const { participantId, childId } = told[0]!.data as Record<string, unknown>;
  const approved = told.filter(({ type }) => type === 'ScholarshipYearApproved');
  const approvedIdr = approved.reduce((sum, { data }) => sum + (data as { amountIdr: number }).amountIdr, 0);
  const last = told.findLast(({ type }) => /^Scholarship(Granted|Ended|Resumed)$/.test(type));
  const end = last?.type === 'ScholarshipEnded' ? (last.data as { reason: string }) : undefined;
  return {
    participantId,
    childId,
    approvedIdr,
    status: end ? 'ENDED' : 'ENTITLED',
    endReason: end?.reason ?? null,
  };
}

/** The state that money owed is in after each of its events. */
const OWED: Readonly<Record<string, string>> = { ReceivableSettled: 'SETTLED', ReceivableWaived: 'WAIVED' };

/** What a person, or an employer for them, owes or is owed since decisions changed: each sum, and what became of it. */
export function plainReceivables(events: readonly PlainEvent[], id: string, position: bigint, day?: string) {
  const owed = events.filter(
    ({ type, data }) =>
      type === 'ReceivableRecorded' && (data as { participantId: string }).participantId === id,
  );
  return owed
    .flatMap(({ streamId }) => {
      const told = toldOf(events, streamId, position, day);
      const { amountIdr } = (told?.[0]?.data ?? {}) as { readonly amountIdr?: number };
      return told ? [`${amountIdr} ${told.flatMap(({ type }) => OWED[type] ?? []).at(-1) ?? 'OPEN'}`] : [];
    })
    .sort();
}

/** What an employer has paid in: each payment, and whether it was taken back. */
export function plainPaymentsOfEmployer(
  events: readonly PlainEvent[],
  id: string,
  position: bigint,
  day?: string,
) {
  const counts = (event: PlainEvent) =>
    event.streamId === `dues-${id}` &&
    event.position <= position &&
    (day === undefined || (event.data as { effectiveOn: string }).effectiveOn <= day);
  const known = events.filter(counts).map(({ type, data }) => ({ type, ...(data as PaidDues) }));
  const back = new Set(known.filter(({ type }) => type === 'DuesReversed').map(({ paymentId }) => paymentId));
  return known
    .filter(({ type }) => type === 'DuesPaid')
    .map(({ paymentId, amountIdr }) => `${paymentId} ${amountIdr} ${back.has(paymentId)}`)
    .sort();
}

interface PaidDues {
  readonly paymentId: string;
  readonly amountIdr: number;
}

/** What an employer has paid and needs for no month yet: all that came, less what went to months, with fines, or back. */
export function plainCredit(events: readonly PlainEvent[], id: string, position: bigint) {
  const months = new Map<string, { billed: number; paid: number; relief: number; lost: number }>();
  let credit = 0;
  for (const { streamId, position: at, type, data } of events) {
    if (streamId !== `dues-${id}` || at > position) continue;
    const said = data as Record<string, number> & { readonly period: string; readonly paymentId?: string };
    const {
      amountIdr = 0,
      contributionIdr = 0,
      fineIdr = 0,
      changeIdr = 0,
      reliefIdr = 0,
      reliefLostIdr = 0,
    } = said;
    const month = months.get(said.period) ?? { billed: 0, paid: 0, relief: 0, lost: 0 };
    if (type === 'DuesPaid') credit += amountIdr;
    if (type === 'DuesReversed' || (type === 'DuesRefunded' && said.paymentId === undefined))
      credit -= amountIdr;
    if (type === 'MonthBilled') {
      month.relief += reliefIdr;
      const back = Math.min(month.lost, Math.max(0, -month.relief));
      month.billed += changeIdr - back;
      const paid = Math.min(month.paid, month.billed);
      credit += month.paid - paid;
      months.set(said.period, { ...month, relief: Math.max(0, month.relief), lost: month.lost - back, paid });
    }
    const turn = type === 'MonthSettled' ? 1 : type === 'MonthReopened' ? -1 : 0;
    if (turn === 0) continue;
    credit -= turn * (contributionIdr + fineIdr);
    month.paid += turn * contributionIdr;
    month.billed += turn * reliefLostIdr;
    month.lost += turn * reliefLostIdr;
    month.relief = turn > 0 ? Math.max(0, month.relief - reliefIdr - reliefLostIdr) : reliefIdr;
    months.set(said.period, month);
  }
  return { creditIdr: Math.max(0, credit) };
}
