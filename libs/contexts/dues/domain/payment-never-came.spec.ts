import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, instant, localDate, period, rupiah } from '#kernel';
import { testContext } from '#testing/decisions';
import { billMonth } from './bill-month.js';
import { duesHistory } from './dues-history.js';
import { FACTORY } from './dues.examples.js';
import type { DuesEvent } from './dues.events.js';
import { dues } from './dues.js';
import { duesYears } from './dues-years.js';
import { payDues } from './pay-dues.js';
import { confirmDuesCorrection, requestDuesReversal } from './reverse-payment.js';

type Step =
  | { readonly does: 'BILL'; readonly month: string; readonly changeIdr: number }
  | { readonly does: 'PAY'; readonly amountIdr: number }
  | { readonly does: 'TAKE_BACK'; readonly which: number };

/** One step a week. */
type Dated = Step & { readonly id: string; readonly on: string };

const steps: fc.Arbitrary<Step[]> = fc.array<Step>(
  fc.oneof(
    fc.record({
      does: fc.constant('BILL' as const),
      month: fc.constantFrom('2026-01', '2026-02', '2026-03'),
      changeIdr: fc.constantFrom(100_000, 30_000, -30_000, -100_000),
    }),
    fc.record({
      does: fc.constant('PAY' as const),
      amountIdr: fc.constantFrom(50_000, 100_000, 102_000, 210_000),
    }),
    fc.record({ does: fc.constant('TAKE_BACK' as const), which: fc.nat({ max: 3 }) }),
  ),
  { minLength: 3, maxLength: 10 },
);

/** Ten days, a week apart. */
const daysFrom = (month: number, day: number) =>
  Array.from({ length: 10 }, (_, week) =>
    new Date(Date.UTC(2026, month - 1, day + 7 * week)).toISOString().slice(0, 10),
  );

/** Around the end of the relief for labour-intensive industry, on 30 June. */
const [IN_SPRING, IN_SUMMER] = [daysFrom(2, 10), daysFrom(6, 1)];

/** A bill does not fall below nothing, and each payment is taken back once; the others are left out. */
function possible(asked: readonly Step[], days = IN_SPRING): readonly Dated[] {
  const billed: Record<string, number> = {};
  const pays: string[] = [];
  return asked.flatMap((step, place): Dated[] => {
    const dated = { ...step, id: `step-${place}`, on: days[place] ?? '' };
    if (step.does === 'BILL') {
      const after = (billed[step.month] ?? 0) + step.changeIdr;
      if (after < 0) return [];
      billed[step.month] = after;
      return [dated];
    }
    if (step.does === 'PAY') pays.push(dated.id);
    if (step.does !== 'TAKE_BACK') return [dated];
    const [id] = pays.splice(step.which % Math.max(1, pays.length), 1);
    return id === undefined ? [] : [{ ...dated, id }];
  });
}

function recorded(history: readonly DuesEvent[], step: Dated): readonly DuesEvent[] {
  const issuedAt = instant(`${step.on}T03:00:00Z`);
  const context = testContext({ issuedAt });
  const { id } = step;
  if (step.does === 'BILL') {
    const bill = { employerId: FACTORY, reportId: id, period: period(step.month), components: [] };
    // A twentieth of what January costs is relieved; of other months nothing.
    const relief = step.month === '2026-01' && { reliefIdr: rupiah(step.changeIdr / 20) };
    const changeIdr = rupiah(step.changeIdr);
    return billMonth({ ...bill, changeIdr, ...relief }, fold(duesYears, history), context);
  }
  if (step.does === 'PAY') {
    const payment = { employerId: FACTORY, paymentId: id, bankReference: id, paidOn: localDate(step.on) };
    const amountIdr = rupiah(step.amountIdr);
    const startedOn = localDate('2026-01-01');
    return payDues({ ...payment, amountIdr }, fold(duesYears, history), context, { startedOn });
  }
  const of = { employerId: FACTORY, correctionId: `correction-${id}` };
  const asking = { ...of, paymentId: id, reason: 'BOUNCED', bankReference: 'R' } as const;
  const asked = requestDuesReversal(asking, fold(duesHistory, history), context);
  const second = testContext({ issuedAt, actor: { ...context.actor, id: 'supervisor-2' } });
  return [...asked, ...confirmDuesCorrection(of, fold(duesHistory, [...history, ...asked]), second)];
}

/** What is owed and what was paid for when, whatever stands in which order. */
function standingAfter(all: readonly Dated[]) {
  const events = all.reduce<readonly DuesEvent[]>(
    (history, step) => [...history, ...recorded(history, step)],
    [],
  );
  const { bills, ...state } = fold(dues, events);
  return {
    ...state,
    bills: Object.entries(bills).map(([month, { open, ...bill }]) => [month, new Set(open), bill]),
  };
}

/** The first month that was ever paid is not due any more once the payment is taken back. */
const LOWERED_TO_NOTHING: Step[] = [
  { does: 'PAY', amountIdr: 210_000 },
  { does: 'BILL', month: '2026-01', changeIdr: 100_000 },
  { does: 'PAY', amountIdr: 210_000 },
  { does: 'BILL', month: '2026-01', changeIdr: -100_000 },
  { does: 'TAKE_BACK', which: 0 },
];

/** No bill falls below nothing: in this week nothing happens. */
const NOTHING: Step = { does: 'BILL', month: '2026-03', changeIdr: -100_000 };

/** Without the first payment January lost its relief, and its wages were taken back afterwards. */
const LOST_AND_TAKEN_BACK: Step[] = [
  { does: 'PAY', amountIdr: 50_000 },
  { does: 'BILL', month: '2026-01', changeIdr: 30_000 },
  NOTHING,
  NOTHING,
  NOTHING,
  { does: 'PAY', amountIdr: 50_000 },
  { does: 'BILL', month: '2026-01', changeIdr: -30_000 },
  { does: 'TAKE_BACK', which: 0 },
];

describe('An employer whose payments were taken back', () => {
  it('stands as if they had never come, whatever was billed and paid before and since', () => {
    fc.assert(
      fc.property(steps, (asked) => {
        const all = possible(asked);
        const gone = new Set(all.flatMap((step) => (step.does === 'TAKE_BACK' ? [step.id] : [])));
        expect(standingAfter(all)).toEqual(standingAfter(all.filter(({ id }) => !gone.has(id))));
      }),
      { numRuns: 300, examples: [[LOWERED_TO_NOTHING]] },
    );
  });

  it('stands so also where the relief of a month ended in between', () => {
    let lost = 0;
    fc.assert(
      fc.property(steps, (asked) => {
        const all = possible(asked, IN_SUMMER);
        const gone = new Set(all.flatMap((step) => (step.does === 'TAKE_BACK' ? [step.id] : [])));
        const stands = standingAfter(all);
        if (JSON.stringify(stands.bills).includes('reliefLostIdr')) lost++;
        expect(stands).toEqual(standingAfter(all.filter(({ id }) => !gone.has(id))));
      }),
      { numRuns: 400, examples: [[LOST_AND_TAKEN_BACK]] },
    );
    expect(lost).toBeGreaterThan(10);
  });
});
