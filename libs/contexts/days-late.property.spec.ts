import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { approveClaim } from '#contexts/claims/domain/approve-claim';
import { approveInterim } from '#contexts/claims/domain/approve-interim';
import { beginWait } from '#contexts/claims/domain/begin-wait';
import { calculateBenefit } from '#contexts/claims/domain/calculate-benefit';
import { calculateInterim } from '#contexts/claims/domain/calculate-interim';
import { type ClaimState, claims } from '#contexts/claims/domain/claim';
import { CLAIM, COMPLETED, JKK_SUBMITTED, coverage, jkkFacts } from '#contexts/claims/domain/claim.examples';
import type { ClaimEvent } from '#contexts/claims/domain/claim.events';
import { endWait } from '#contexts/claims/domain/end-wait';
import type { WaitReason } from '#contexts/claims/domain/left-to-people.events';
import type { Basis } from '#contexts/claims/domain/programme';
import { WAIT_TERMS, stopsPayment } from '#contexts/claims/domain/terms';
import { latenessFacts } from '#contexts/payouts/commands/compensate-lateness';
import { compensateLateness } from '#contexts/payouts/domain/compensate-lateness';
import { lateness } from '#contexts/payouts/domain/lateness';
import type { PayoutEvent } from '#contexts/payouts/domain/payout.events';
import {
  PAYOUT_ID as payoutId,
  confirmed,
  ordered,
  returned,
  settled,
} from '#contexts/payouts/domain/payout.examples';
import { claimPayment } from '#contexts/payouts/processes/claim-payment';
import { type LocalDate, Rejection, addDays, fold, localDate } from '#kernel';
import { workingDaysAfter } from '#law';
import { TEST_ACTOR, logOf, testContext } from '#testing/decisions';

const EVENT_DATE = localDate('2025-03-03');
const { completedOn, payBy } = COMPLETED.data;
const claimId = CLAIM;

const accident = { occurredOn: EVENT_DATE, transport: {}, care: [] };
const covered = { coverageAtEvent: coverage('2025-03', 1, EVENT_DATE) };
const treated: Basis = jkkFacts(
  { ...accident, stageTwoReported: false, outcome: undefined, injuries: [], incapacityDays: 0 },
  covered,
);
const ended: Basis = jkkFacts({ ...accident, incapacityDays: 700 }, covered);

/** What somebody keeps in a calendar who knows no rule but this: on these days nobody was to be paid. */
interface Payment {
  readonly kind: 'INTERIM' | 'LAST';
  /** Of what is paid before the end: until then it is in time. */
  readonly payBy: LocalDate;
  readonly history: PayoutEvent[];
  /** Days on which its own account was wrong. */
  readonly stoodStill: Set<LocalDate>;
  returnedOn?: LocalDate;
  settledOn?: LocalDate;
}

/** One claim, day by day. */
class Diary {
  readonly history: ClaimEvent[] = [
    { ...JKK_SUBMITTED, data: { ...JKK_SUBMITTED.data, eventDate: EVENT_DATE } },
    COMPLETED,
  ];
  readonly payments: Payment[] = [];
  today = completedOn;
  /** The days on which the claim waited, and for what. */
  private readonly waited = new Map<LocalDate, WaitReason>();
  /** The days on which nothing of it was to be paid. */
  private readonly stopped = new Set<LocalDate>();
  private months = 0;

  pass(days: number): void {
    for (let passed = 0; passed < days; passed += 1) {
      this.today = addDays(this.today, 1);
      const claim = fold(claims, this.history);
      if (claim.situation === 'WAITING') this.waited.set(this.today, claim.awaited.reason);
      if (this.awaitedOf(claim).some(stopsPayment)) this.stopped.add(this.today);
      for (const { returnedOn, settledOn, stoodStill } of this.payments) {
        if (returnedOn && !settledOn) stoodStill.add(this.today);
      }
    }
  }

  wait(reason: WaitReason): void {
    this.decide((state) => beginWait({ claimId, reason, question: 'Who?' }, state, this.by('adjudicator')));
  }

  /** Of two that it waits for, the one that stops its payments, or the other one first. */
  answer(which: 'FIRST' | 'LAST' = 'FIRST'): void {
    const reason = this.awaitedOf(fold(claims, this.history)).at(which === 'FIRST' ? 0 : -1);
    if (!reason) return;
    const [how = 'ANSWERED'] = WAIT_TERMS[reason].ends;
    const said = { claimId, reason, how, answer: 'So it is', evidence: 'BA/1' };
    this.decide((state) => endWait(said, state, this.by('another adjudicator'), ended));
  }

  calculateMonth(): void {
    const unableFrom = addDays(EVENT_DATE, this.months * 30);
    const asked = { claimId, unableFrom, unableUntil: addDays(unableFrom, 29), certificate: 'ARSIP' };
    this.decide((state) => calculateInterim(asked, state, this.by('assessor'), treated));
  }

  approveMonth(): void {
    if (this.decide((state) => approveInterim({ claimId }, state, this.by('supervisor'), treated))) {
      this.months += 1;
    }
  }

  approveLast(): void {
    this.answer();
    this.answer();
    this.decide((state) => calculateBenefit({ claimId }, state, this.by('assessor'), ended));
    this.decide((state) => approveClaim({ claimId }, state, this.by('supervisor'), ended));
  }

  comeBack(): void {
    const one = this.payments.find(({ returnedOn, settledOn }) => !returnedOn && !settledOn);
    if (!one) return;
    one.returnedOn = this.today;
    one.history.push(returned(this.today));
  }

  arrive(): void {
    const one = this.payments.find(({ settledOn }) => !settledOn);
    if (!one) return;
    if (one.returnedOn) one.history.push(confirmed(this.today));
    one.history.push(settled(this.today));
    one.settledOn = this.today;
  }

  get hasWaited(): boolean {
    return this.waited.size > 0;
  }

  /** How many days of the calendar a payment was late on which it could have been made. */
  countedDaysOf({ kind, payBy: inTime, stoodStill, settledOn = this.today }: Payment): number {
    let serviceDays = workingDaysAfter(completedOn, payBy);
    let late = 0;
    for (let day = addDays(completedOn, 1); day <= settledOn; day = addDays(day, 1)) {
      const reason = this.waited.get(day);
      if (kind === 'INTERIM') {
        const couldBe = !this.stopped.has(day) && !stoodStill.has(day);
        if (day > inTime && couldBe) late += 1;
      } else if (reason === undefined) {
        if (serviceDays > 0) serviceDays -= workingDaysAfter(addDays(day, -1), day);
        else if (!stoodStill.has(day)) late += 1;
      }
    }
    return late;
  }

  private readonly awaitedOf = (claim: ClaimState): readonly WaitReason[] => [
    ...('stop' in claim && claim.stop ? [claim.stop.reason] : []),
    ...(claim.situation === 'WAITING' ? [claim.awaited.reason] : []),
  ];

  async foundDaysOf({ history }: Payment): Promise<number> {
    const state = fold(lateness, history);
    const facts = await latenessFacts(state, logOf({ [claims.of(claimId)]: this.history }));
    const [found] = compensateLateness({ payoutId }, state, testContext({ today: this.today }), facts);
    return found?.type === 'LateCompensationFound' ? found.data.daysLate : 0;
  }

  /** Records what a decision says, and nothing where it refuses. */
  private decide(decision: (state: ClaimState) => readonly ClaimEvent[]): boolean {
    try {
      decision(fold(claims, this.history)).forEach((event) => this.record(event));
      return true;
    } catch (error) {
      if (error instanceof Rejection) return false;
      throw error;
    }
  }

  private record(event: ClaimEvent): void {
    const id = `event-${this.history.length}`;
    this.history.push(Object.assign({ id }, event));
    const orders = (claimPayment.on as Record<string, ((event: object) => readonly Ordered[]) | undefined>)[
      event.type
    ]?.({ ...event, id });
    for (const { input } of orders ?? []) {
      this.payments.push({
        kind: event.type === 'InterimApproved' ? 'INTERIM' : 'LAST',
        payBy: input.payBy ?? this.today,
        history: [ordered({ ...input, payoutId })],
        stoodStill: new Set(),
      });
    }
  }

  private readonly by = (id: string) =>
    testContext({ today: this.today, actor: { ...TEST_ACTOR, id, roles: ['supervisor'], authority: 4 } });
}

interface Ordered {
  readonly input: Omit<Parameters<typeof ordered>[0] & object, 'payoutId'>;
}

type Step = (diary: Diary) => void;

const REASONS = ['COURT', 'HEIR_DISPUTE', 'IDENTITY', 'EMPLOYER', 'MEDICAL_ADVICE'] as const;

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.integer({ min: 1, max: 12 }).map(
        (days): Step =>
          (diary) =>
            diary.pass(days),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(...REASONS).map(
        (reason): Step =>
          (diary) =>
            diary.wait(reason),
      ),
    },
    ...[
      (diary: Diary) => diary.answer(),
      (diary: Diary) => diary.answer('LAST'),
      (diary: Diary) => diary.calculateMonth(),
      (diary: Diary) => {
        diary.calculateMonth();
        diary.approveMonth();
      },
      (diary: Diary) => diary.approveMonth(),
      (diary: Diary) => diary.comeBack(),
      (diary: Diary) => diary.arrive(),
    ].map((one) => ({ weight: 1, arbitrary: fc.constant<Step>(one) })),
  ),
  { minLength: 5, maxLength: 40 },
);

describe('The days for which a payment that came late is compensated', () => {
  it('are those of the calendar on which it could have been made, whatever the claim and the payment waited for', async () => {
    const met = { INTERIM: 0, LAST: 0 };
    await fc.assert(
      fc.asyncProperty(
        steps,
        fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 4 }),
        async (all, gaps) => {
          const diary = new Diary();
          all.forEach((one) => one(diary));
          diary.approveLast();
          for (const days of gaps) {
            diary.pass(days);
            diary.arrive();
          }
          diary.pass(3);
          while (diary.payments.some(({ settledOn }) => !settledOn)) diary.arrive();
          expect(diary.payments.filter(({ kind }) => kind === 'LAST')).toHaveLength(1);
          for (const payment of diary.payments) {
            const counted = diary.countedDaysOf(payment);
            expect(await diary.foundDaysOf(payment)).toBe(counted);
            if (counted > 0 && diary.hasWaited) met[payment.kind] += 1;
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(met.INTERIM).toBeGreaterThan(20);
    expect(met.LAST).toBeGreaterThan(100);
  });
});
