import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CLAIM, JKM_SUBMITTED } from '#contexts/claims/domain/claim.examples';
import { latenessFacts } from '#contexts/payouts/commands/compensate-lateness';
import { compensateLateness } from '#contexts/payouts/domain/compensate-lateness';
import { lateness } from '#contexts/payouts/domain/lateness';
import type { PayoutEvent } from '#contexts/payouts/domain/payout.events';
import {
  PAYOUT_ID,
  confirmed,
  instructed,
  ordered,
  returned,
  settled,
  toTheHeir,
} from '#contexts/payouts/domain/payout.examples';
import { payoutReadModel } from '#contexts/payouts/read-models/payout/payout.read-model';
import { isOverdue } from '#contexts/payouts/read-models/payout/payouts.table';
import {
  type DomainEvent,
  type LocalDate,
  type Rupiah,
  ZERO_RUPIAH,
  addDays,
  fold,
  localDate,
  rupiah,
} from '#kernel';
import { on, readModelSpec } from '#testing';
import { logOf, testContext } from '#testing/decisions';
import { expectedOf } from '#contexts/deadlines/steps/step-folds';
import { deadlineIdOf } from '#contexts/deadlines/domain/deadline';
import { deadlineReadModel } from '#contexts/deadlines/read-models/deadline/deadline.read-model';
import type { DeadlineRow } from '#contexts/deadlines/read-models/deadline/deadlines.table';
import { costUntil } from '#contexts/deadlines/read-models/deadline/late-cost';

const APPROVED_ON = localDate('2026-03-02');
const PAY_BY = localDate('2026-03-16');
const HEIR = 'ani';
const source = { kind: 'CLAIM', id: CLAIM, eventId: 'another-event-id' } as const;
const of = { claimId: CLAIM, participantId: JKM_SUBMITTED.data.participantId };

const toPay = { ...toTheHeir, source, payBy: PAY_BY, orderedOn: APPROVED_ON };
const PAYMENTS = [
  ordered(toPay),
  ordered({ ...toPay, heirId: HEIR }),
  ordered({ ...toPay, payee: 'PARTICIPANT', componentCodes: ['JKK_STMB'] }),
  ordered({ ...toPay, stopped: [{ from: localDate('2026-02-20'), to: APPROVED_ON }] }),
];

/** A payment of a claim, and the claim, as both are recorded day by day, whatever order somebody finds. */
class Story {
  today = APPROVED_ON;
  private readonly folded = readModelSpec(deadlineReadModel)();
  private readonly payouts = readModelSpec(payoutReadModel)();
  private readonly claim: DomainEvent[] = [];
  readonly payment: PayoutEvent[] = [];
  private readonly isOpen: Record<string, boolean> = {};

  constructor(
    readonly order: PayoutEvent,
    before: readonly Step[],
  ) {
    this.says(JKM_SUBMITTED);
    before.forEach((one) => one(this));
    const approved = {
      programme: 'JKM',
      eventDate: APPROVED_ON,
      approverId: 'a',
      totalIdr: toTheHeir.amountIdr,
      payments: [],
      entitledChildren: [],
      payBy: PAY_BY,
      person: {},
    };
    this.says({ type: 'ClaimApproved', data: { ...of, ...approved, effectiveOn: this.today } });
    this.pays(this.order);
  }

  says(...events: readonly DomainEvent[]): void {
    this.claim.push(...events);
    const recorded = on(`claim-${CLAIM}`, ...(events as never[]));
    this.folded.and(recorded);
    this.payouts.and(recorded);
  }

  pays(...events: readonly PayoutEvent[]): void {
    this.payment.push(...events);
    const recorded = on(`payout-${PAYOUT_ID}`, ...(events as never[]));
    this.folded.and(recorded);
    this.payouts.and(recorded);
  }

  /** Begins something that lasts, or ends it where it does. */
  toggle(what: string, begin: () => void, end: () => void): void {
    (this.isOpen[what] ? end : begin)();
    this.isOpen[what] = !this.isOpen[what];
  }

  get isOrdered(): boolean {
    return this.payment.length > 0;
  }

  get row(): DeadlineRow {
    const id = deadlineIdOf('PAYOUT', PAYOUT_ID, 'payout');
    const row = [...this.folded.rows.deadlines.values()].find(({ deadlineId }) => deadlineId === id);
    if (!row) throw new Error('Nothing is known of the payment');
    return row;
  }

  /** Whether the list of payments tells it as late. */
  get isListedLate(): boolean {
    return [...this.payouts.rows.payouts.values()].some((row) => isOverdue(row, this.today));
  }

  get log() {
    return logOf({ [`claim-${CLAIM}`]: this.claim, [`payout-${PAYOUT_ID}`]: this.payment });
  }

  /** What would be owed if the money arrived on a day. */
  async owedOn(day: LocalDate): Promise<Rupiah> {
    const late = fold(lateness, [...this.payment, settled(day)]);
    const facts = await latenessFacts(late, this.log);
    const [found] = compensateLateness({ payoutId: PAYOUT_ID }, late, testContext({ today: day }), facts);
    return found?.type === 'LateCompensationFound' ? found.data.amountIdr : ZERO_RUPIAH;
  }
}

type Step = (story: Story) => void;

const dispute: Step = (story) => {
  const { today: effectiveOn } = story;
  story.toggle(
    'dispute',
    () =>
      story.says({
        type: 'DisputeReported',
        data: { ...of, reporterId: 'r', until: addDays(effectiveOn, 365), effectiveOn },
      }),
    () =>
      story.says({
        type: 'DisputeEnded',
        data: { ...of, enderId: 'r', how: 'AGREED', outcome: 'AS_APPROVED', effectiveOn },
      }),
  );
};

const heirs =
  (heirId?: string): Step =>
  (story) => {
    const { today: effectiveOn } = story;
    const share = heirId === undefined ? {} : { heirId, besideIds: [] };
    story.toggle(
      `heirs ${heirId}`,
      () =>
        story.says({
          type: 'HeirsWanted',
          data: { ...of, whoDied: 'HEIR', ...share, until: addDays(effectiveOn, 365), effectiveOn },
        }),
      () =>
        story.says({
          type: 'HeirDeathRevoked',
          data: { ...of, ...(heirId !== undefined && { heirId }), effectiveOn },
        }),
    );
  };

const stop: Step = (story) => {
  const { today: effectiveOn } = story;
  const asked = { ...of, askerId: 'a', reason: 'COURT', until: addDays(effectiveOn, 365), effectiveOn };
  story.toggle(
    'stop',
    () => story.says({ type: 'PaymentsStopped', data: asked }),
    () => story.says({ type: 'PaymentsResumed', data: { ...of, how: 'ANSWERED', effectiveOn } }),
  );
};

const wrongAccount: Step = (story) => {
  if (!story.isOrdered) return;
  const { today } = story;
  story.toggle(
    'account',
    () => story.pays(instructed(today), returned(today)),
    () => story.pays(confirmed(today)),
  );
};

const refusedByBank: Step = (story) => {
  if (!story.isOrdered) return;
  const { type, data } = returned(story.today) as PayoutEvent & { type: 'PayoutReturned' };
  story.pays({ type, data: { ...data, reason: 'OTHER' } as never });
};

const died: Step = (story) => {
  if (!story.isOrdered) return;
  const data = { payoutId: PAYOUT_ID, ...of, effectiveOn: story.today };
  story.toggle(
    'died',
    () => story.pays({ type: 'PayeeDied', data }),
    () => story.pays({ type: 'PayeeLives', data }),
  );
};

const notDue: Step = (story) => {
  if (!story.isOrdered) return;
  const amountIdr = rupiah(5_000_000);
  const data = {
    payoutId: PAYOUT_ID,
    ...of,
    findingId: 'f',
    finderId: 'a',
    amountIdr,
    effectiveOn: story.today,
  };
  story.pays({ type: 'PaymentNotDue', data } as never);
};

const pass =
  (days: number): Step =>
  (story) => {
    story.today = addDays(story.today, days);
  };

const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 20 }).map(pass) },
    ...[dispute, heirs(), heirs(HEIR), stop, wrongAccount, refusedByBank, died, notDue].map((one) => ({
      weight: 1,
      arbitrary: fc.constant(one),
    })),
  ),
  { minLength: 4, maxLength: 30 },
);

/** It goes on: whatever holds it is over. */
const before = fc.array(
  fc.oneof(fc.constant(stop), fc.constant(dispute), fc.integer({ min: 1, max: 4 }).map(pass)),
  {
    maxLength: 4,
  },
);

describe('What a delay of a payment is said to cost', () => {
  it('is on each day what would be owed if the money arrived then, whatever the payment and its claim waited for', async () => {
    const met = { late: 0, stoodStill: 0, both: 0 };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...PAYMENTS), before, steps, async (order, early, all) => {
        const story = new Story(order, early);
        for (const one of all) {
          one(story);
          const { row, today } = story;
          const owed = await story.owedOn(today);
          expect(costUntil(row, today)).toBe(owed);
          if (row.lateIdr) expect(story.isListedLate).toBe(owed > 0);
          // What costs something is late, by the same day in the log.
          if (owed > 0) expect(row.dueOn).toBe(row.inTimeUntil);
          if (owed > 0) expect(row.dueOn! < today).toBe(true);
          const { claimId: _of, expected } = row.known;
          const open = await expectedOf(story.log, { kind: 'PAYOUT', subjectId: PAYOUT_ID, slot: 'payout' });
          if (open) expect(open.dueDays).toEqual(expected?.dueDays);
          met.late += owed > 0 ? 1 : 0;
          met.stoodStill += row.costsUntil === null ? 0 : 1;
          met.both += owed > 0 && row.costsUntil !== null ? 1 : 0;
        }
      }),
      { numRuns: 200 },
    );
    expect(met.late).toBeGreaterThan(200);
    expect(met.stoodStill).toBeGreaterThan(200);
    expect(met.both).toBeGreaterThan(50);
  });
});
