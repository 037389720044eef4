import type { RawEvent } from '../compatibility/upgrade/raw-log.js';

interface Payment {
  readonly payee: string;
  readonly amountIdr: number;
}

interface Order extends Payment {
  readonly payoutId: string;
  readonly source: { readonly eventId: string };
  readonly facilityId?: string;
  readonly employerId?: string;
  readonly heirId?: string;
}

interface Settlement {
  readonly payoutId: string;
  readonly amountIdr: number;
}

const sumOf = (payments: readonly Pick<Payment, 'amountIdr'>[]): number =>
  payments.reduce((sum, one) => sum + one.amountIdr, 0);

/** What an event promises to pay; nothing for those that decide nothing. */
function promisedBy({ type, data }: RawEvent): number {
  // Others are paid instead: what was ordered for somebody is given up, and must not be paid.
  if (type === 'PayoutRedirected') return sumOf((data as { readonly shares: readonly Payment[] }).shares);
  if (!type.endsWith('Approved')) return 0;
  const { payments, payee, amountIdr } = data as { payments?: readonly Payment[] } & Partial<Payment>;
  if (payments) return sumOf(payments);
  return payee === undefined ? 0 : (amountIdr ?? 0);
}

interface Decision {
  readonly payments?: readonly Payment[];
  readonly totalIdr?: number;
  readonly differenceIdr?: number;
  readonly acceptedIdr?: number;
  readonly deduction?: { readonly amountIdr: number };
  readonly payable?: { readonly amountIdr: number };
}

/** What a decision may pay by what it says it comes to; payments that come to something else are wrong from the start. */
const BOUNDS: Readonly<Record<string, (paid: number, decision: Decision) => boolean>> = {
  ClaimApproved: (paid, { totalIdr, deduction }) => paid === (totalIdr ?? NaN) - (deduction?.amountIdr ?? 0),
  InterimApproved: (paid, { totalIdr }) => paid === totalIdr,
  DifferenceApproved: (paid, { differenceIdr = 0 }) => paid <= differenceIdr,
  InvoiceApproved: (paid, { acceptedIdr = 0, payable }) => paid + (payable?.amountIdr ?? 0) <= acceptedIdr,
};

/** Decisions whose payments do not come to what was decided. */
const unequal = (log: readonly RawEvent[]): readonly string[] =>
  log.flatMap(({ id, type, data }) => {
    const decision = data as Decision;
    const paid = sumOf(decision.payments ?? []);
    return BOUNDS[type]?.(paid, decision) === false
      ? [`pays ${paid}, which is not what ${type} ${id} decided`]
      : [];
  });

/** What is wrong with the money of a log: paid without a decision, otherwise than was decided, more than was approved, or twice. Empty where all is right. */
export function moneyFaults(log: readonly RawEvent[]): readonly string[] {
  const promised = new Map(log.map((event) => [event.id, promisedBy(event)]));
  const orders = ofType(log, 'PayoutOrdered') as unknown as readonly Order[];
  const settled = ofType(log, 'PayoutSettled') as unknown as readonly Settlement[];
  const cameBack = ofType(log, 'SettledPayoutReturned') as unknown as readonly Settlement[];
  const orderOf = new Map(orders.map((order) => [order.payoutId, order]));
  const keys = orders.map(({ source, payee, facilityId, employerId, heirId }) =>
    [source.eventId, payee, facilityId ?? employerId ?? heirId ?? ''].join(' '),
  );
  const ordered = sums(orders, ({ source }) => source.eventId);
  const paid = sums(
    [...settled, ...cameBack.map((one) => ({ ...one, amountIdr: -one.amountIdr }))].flatMap((one) => {
      const order = orderOf.get(one.payoutId);
      return order ? [{ ...order, amountIdr: one.amountIdr }] : [];
    }),
    ({ source }) => source.eventId,
  );
  const returned = countsOf(cameBack);
  // What had arrived goes back all the same where the participant lives: whoever keeps it owes it.
  const redirected = new Set(
    ofType(log, 'PayoutRedirected').flatMap(({ payoutId, keptIdr }) =>
      keptIdr === undefined ? [payoutId as string] : [],
    ),
  );
  return [
    ...unequal(log),
    ...settled
      .filter(({ payoutId }) => redirected.has(payoutId) && !returned.has(payoutId))
      .map(({ payoutId }) => `paid though others are paid instead: ${payoutId}`),
    ...twice(keys).map((key) => `ordered twice: ${key}`),
    ...settledTwice(settled, returned).map((id) => `settled twice: ${id}`),
    ...settled
      .filter(({ payoutId, amountIdr }) => orderOf.get(payoutId)?.amountIdr !== amountIdr)
      .map(({ payoutId }) => `settled otherwise than ordered: ${payoutId}`),
    ...[...ordered].flatMap(([eventId, sum]) => more('ordered', eventId, sum, promised.get(eventId))),
    ...[...paid].flatMap(([eventId, sum]) => more('paid', eventId, sum, promised.get(eventId))),
  ];
}

/** What arrived more often than once, without those times that it came back. */
function settledTwice(
  settled: readonly Settlement[],
  returned: ReadonlyMap<string, number>,
): readonly string[] {
  return [...countsOf(settled)]
    .filter(([payoutId, times]) => times - (returned.get(payoutId) ?? 0) > 1)
    .map(([payoutId]) => payoutId);
}

function countsOf(settlements: readonly Settlement[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { payoutId } of settlements) counts.set(payoutId, (counts.get(payoutId) ?? 0) + 1);
  return counts;
}

const more = (what: string, eventId: string, sum: number, approved = 0): readonly string[] =>
  sum > approved ? [`${what} ${sum} of ${approved} that ${eventId} approved`] : [];

const ofType = (log: readonly RawEvent[], type: string) =>
  log.filter((event) => event.type === type).map(({ data }) => data);

function sums<Item extends { readonly amountIdr: number }>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const item of items) all.set(keyOf(item), (all.get(keyOf(item)) ?? 0) + item.amountIdr);
  return all;
}

function twice(keys: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return keys.filter((key) => seen.has(key) || !seen.add(key));
}
