import { expectAmount, expectThat, eventually } from '../expectations.js';
import type { PayoutItem } from '../standing.js';
import type { Story } from '../story.js';

/** Payments that must have been ordered by the process manager, by payee. */
export type Expected = Readonly<Record<string, number>>;

/**
 * Finance pays what the process manager has ordered: tells the bank, hears that it accepted, hears that the money arrived.
 * @param days of the instruction and of the settlement
 */
export async function payWhatIsOrdered(
  story: Story,
  source: { readonly kind: 'CLAIM' | 'SCHOLARSHIP_YEAR'; readonly id: string },
  expected: Expected,
  [instructedOn, settledOn]: readonly [string, string],
): Promise<void> {
  const { tell } = story;
  const payouts = await orderedPayouts(story, source, Object.keys(expected).length);
  expectThat(
    'Payments that were ordered',
    Object.fromEntries(payouts.map(({ payee, amountIdr }) => [payee, amountIdr])),
    expected,
  );
  tell.says(
    'The process manager orders the payments by itself; each has its own identity, so none can be paid twice.',
  );
  tell.recorded(payouts.map(({ payee }) => `PayoutOrdered (${payee})`));
  story.on(instructedOn);
  for (const payout of payouts) await instruct(story, payout, instructedOn);
  story.on(settledOn);
  for (const payout of payouts) await settle(story, payout, settledOn);
}

async function orderedPayouts(
  { finance }: Story,
  { kind, id }: { readonly kind: string; readonly id: string },
  count: number,
): Promise<readonly PayoutItem[]> {
  return eventually(`${count} payments are ordered`, async () => {
    const { items } = await finance.ask<{ items: PayoutItem[] }>(
      `/payouts?sourceKind=${kind}&sourceId=${id}`,
    );
    return items.length >= count ? items : undefined;
  });
}

async function instruct(
  { finance, tell }: Story,
  { payoutId, payee }: PayoutItem,
  day: string,
): Promise<void> {
  const instructed = await finance.send(`/payouts/${payoutId}/instructions`, {
    instructedOn: day,
    instructionNumber: `INS-${payoutId.slice(0, 8)}`,
  });
  const accepted = await finance.send(`/payouts/${payoutId}/bank-results`, {
    result: 'ACCEPTED',
    bankReference: `BANK-${payoutId.slice(0, 8)}`,
    on: day,
  });
  tell.recorded([...instructed.events, ...accepted.events].map((event) => `${event} (${payee})`));
}

async function settle(
  { finance, tell }: Story,
  { payoutId, payee, amountIdr }: PayoutItem,
  day: string,
): Promise<void> {
  const settled = await finance.send(`/payouts/${payoutId}/bank-results`, {
    result: 'SETTLED',
    bankReference: `BANK-${payoutId.slice(0, 8)}`,
    on: day,
    amountIdr,
  });
  tell.recorded(settled.events.map((event) => `${event} (${payee})`));
  const after = await finance.ask<PayoutItem>(`/payouts/${payoutId}`);
  expectThat(`Payment to ${payee}`, after.status, 'SETTLED');
  expectAmount(`Payment to ${payee}`, after.amountIdr, amountIdr);
  tell.amount(`to ${payee}`, amountIdr, 'has arrived');
}
