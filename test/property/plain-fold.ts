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
function toldOf(events: readonly PlainEvent[], stream: string, position: bigint, day?: string) {
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
