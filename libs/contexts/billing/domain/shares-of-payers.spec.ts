import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Rejection, fold, localDate, rupiah } from '#kernel';
import { approveInvoice } from './approve-invoice.js';
import { ACCIDENT, HOSPITAL, facts, line, sent } from './billing.examples.js';
import type { BillingEvent, InvoiceLine } from './billing.events.js';
import { type Step, at, desk, of, submit, verifier } from './billing-story.examples.js';
import { billings, invoiceIdOf } from './billing.js';
import { type Invoice, acceptedNow, isPaid, paidOf } from './invoice.js';
import { creditNotes } from './credit-notes.js';
import { recordRecourse } from './record-recourse.js';
import { creditInvoice, showPayment } from './settle-invoice.js';
import { verifyInvoice } from './verify-invoice.js';

const director = at('director-1', 'supervisor');
const decider = { ...director, actor: { ...director.actor, authority: 5 as const } };

const MILLION = 1_000_000;
const NUMBERS = ['INV-1', 'INV-2'] as const;
const billed = [
  [30, 4],
  [18, 3],
] as const;

/** Two invoices of one accident, each of treatment and of a control that may wait for a letter. */
const billOf = (nth: 0 | 1) => {
  const day = localDate(nth === 0 ? '2026-09-02' : '2026-09-20');
  const lines: InvoiceLine[] = billed[nth].map((millions, index) =>
    line(millions * MILLION, { line: index + 1, serviceDate: day, description: `Rawat ${index}` }),
  );
  return sent(lines, { invoiceNumber: NUMBERS[nth], admittedOn: day, dischargedOn: day });
};
const idOf = (nth: 0 | 1): string => invoiceIdOf(ACCIDENT, HOSPITAL, NUMBERS[nth]);

type Answer = { readonly status: 'ASKED' | 'PAID' | 'GUARANTEED' | 'REFUSED'; readonly millions: number };
type Happening =
  | {
      readonly does: 'verify';
      readonly nth: 0 | 1;
      readonly treatment: number;
      readonly control: number | 'OPEN';
      readonly notes: 'STAND' | 'REPLACED';
    }
  | { readonly does: 'approve'; readonly nth: 0 | 1 }
  | { readonly does: 'credit'; readonly nth: 0 | 1; readonly millions: number }
  | { readonly does: 'recourse' }
  | { readonly does: 'answer'; readonly answer: Answer };

const nth = fc.constantFrom(0 as const, 1 as const);
const answers: fc.Arbitrary<Answer> = fc.record({
  status: fc.constantFrom('ASKED', 'PAID', 'GUARANTEED', 'REFUSED'),
  millions: fc.integer({ min: 1, max: 20 }),
});
const happenings: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('verify' as const),
      nth,
      treatment: fc.integer({ min: 0, max: 30 }),
      control: fc.oneof(fc.constant('OPEN' as const), fc.integer({ min: 0, max: 4 })),
      notes: fc.constantFrom('STAND', 'REPLACED'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('approve' as const), nth }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('credit' as const),
      nth,
      millions: fc.integer({ min: 1, max: 8 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ does: 'recourse' as const }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('answer' as const), answer: answers }) },
);

/** What the log knows by an answer of the other payer. */
const knownBy = ({ status, millions }: Answer) =>
  facts({
    otherPayer: {
      code: 'JASA_RAHARJA',
      status,
      ...(['PAID', 'GUARANTEED'].includes(status) && { amountIdr: rupiah(millions * MILLION) }),
    },
  });

/** What it bears of care that comes to so much: said once more here, in plain words. */
function bears({ status, millions }: Answer, acceptedIdr: number): number {
  if (status === 'REFUSED') return 0;
  return Math.min(acceptedIdr, status === 'ASKED' ? 20 * MILLION : millions * MILLION);
}

/** The invoices of an accident, and what people do with them. What is refused changes nothing. */
class Desk {
  readonly events: BillingEvent[] = [];
  answer: Answer = { status: 'REFUSED', millions: 0 };
  /** What is accepted of each by what was found and noted, kept beside the log. */
  readonly lines: [number, number] = [0, 0];
  readonly noted: [number, number] = [0, 0];
  /** What of that counts no more, once the verification is approved that says so. */
  private readonly replaced: [number, number] = [0, 0];
  /** What others were left to pay to whoever gave the care, by the approvals since the other payer answered that it bears less. */
  readonly told: (number | undefined)[] = [];
  /** What was accepted of each when it was approved last, less notes since. */
  private readonly approvedFor: [number, number] = [0, 0];
  /** Sums that were recorded, and what each may be at most. */
  readonly atMost: { readonly idr: number; readonly mostIdr: number }[] = [];
  private notes = 0;

  constructor(secondIsPaidByEmployer: boolean) {
    this.does(submit(billOf(0)));
    this.does(submit(billOf(1)));
    if (!secondIsPaidByEmployer) return;
    this.does((state) =>
      showPayment({ ...of(idOf(1)), paidBy: 'EMPLOYER', reference: 'KW/7' }, state, desk, facts()),
    );
  }

  does(step: Step): readonly BillingEvent[] {
    try {
      const said = step(fold(billings, this.events));
      this.events.push(...said);
      return said;
    } catch (refused) {
      if (!(refused instanceof Rejection)) throw refused;
      return [];
    }
  }

  approve(which: 0 | 1): void {
    const said = this.does((state) => approveInvoice(of(idOf(which)), state, decider, knownBy(this.answer)));
    const [approved, credited] = said;
    if (approved?.type !== 'InvoiceApproved') return;
    const accepted = this.acceptedOf(which);
    // Whoever was paid owes back no more than was cut.
    if (credited?.type === 'InvoiceCredited') {
      const cutIdr = this.approvedFor[which] - accepted;
      this.atMost.push({ idr: credited.data.amountIdr, mostIdr: cutIdr });
    }
    this.approvedFor[which] = accepted;
    this.noted[which] -= this.replaced[which];
    this.replaced[which] = 0;
    const notPaid = accepted - this.paidFor(which);
    const before = approved.data.payments.length > 0 ? 0 : (this.told[which] ?? 0);
    this.told[which] = Math.min(accepted, Math.max(Math.min(before, this.leftBeside(which)), notPaid));
  }

  /** What the other payer bears beyond what it owes BPJS by now, and pays for the other invoice. */
  private leftBeside(which: 0 | 1): number {
    const { decided, answer } = this;
    const { recourseIdr } = fold(billings, this.events);
    const others = decided.filter(({ invoiceId }) => invoiceId !== idOf(which));
    const elsewhere = sum(others.map((one) => this.leftToOthers(one)));
    return Math.max(0, bears(answer, sum(decided.map(acceptedNow))) - recourseIdr - elsewhere);
  }

  private paidFor(which: 0 | 1): number {
    const invoice = fold(billings, this.events).invoices.find(({ invoiceId }) => invoiceId === idOf(which));
    return invoice ? paidOf(invoice) : 0;
  }

  /** What others pay of what is accepted of an invoice to whoever gave the care. */
  leftToOthers({ invoiceId }: Invoice): number {
    const which = invoiceId === idOf(0) ? 0 : 1;
    const accepted = this.acceptedOf(which);
    return Math.min(accepted, this.told[which] ?? accepted - this.paidFor(which));
  }

  /** However often it is recorded: together no more than the other payer bears by what it says then. */
  recourse(): void {
    const said = this.does((state) =>
      recordRecourse({ accidentId: ACCIDENT, reference: 'JR/1' }, state, decider, knownBy(this.answer)),
    );
    if (said.length === 0) return;
    const { recourseIdr } = fold(billings, this.events);
    const accepted = sum(this.decided.map(acceptedNow));
    const paidDirectly = sum(this.decided.map((one) => this.leftToOthers(one)));
    this.atMost.push({ idr: recourseIdr + paidDirectly, mostIdr: bears(this.answer, accepted) });
  }

  private verify({ nth: which, treatment, control, notes }: Happening & { does: 'verify' }): void {
    const [most, mostOfControl] = billed[which];
    const cut = {
      line: 1,
      acceptedIdr: rupiah(Math.min(most, treatment) * MILLION),
      reason: 'V-05' as const,
    };
    const other = {
      line: 2,
      acceptedIdr: rupiah(control === 'OPEN' ? 0 : Math.min(mostOfControl, control) * MILLION),
      reason: control === 'OPEN' ? ('V-09' as const) : ('V-05' as const),
    };
    const [said] = this.does((state) =>
      verifyInvoice(
        { ...of(idOf(which)), lines: [cut, other], apart: true, notes },
        state,
        verifier,
        knownBy(this.answer),
      ),
    );
    if (said?.type !== 'InvoiceVerified') return;
    this.lines[which] = cut.acceptedIdr + other.acceptedIdr;
    this.replaced[which] = said.data.notesReplaced ? this.noted[which] : 0;
  }

  private credit(which: 0 | 1, millions: number): void {
    const amountIdr = rupiah(millions * MILLION);
    const said = this.does((state) =>
      creditInvoice(
        {
          ...of(idOf(which)),
          amountIdr,
          reason: 'V-05',
          reference: `NK/${(this.notes += 1)}`,
          besideCuts: true,
        },
        state,
        decider,
        fold(creditNotes, this.events),
      ),
    );
    if (said.length === 0) return;
    this.noted[which] += amountIdr;
    this.approvedFor[which] -= amountIdr;
  }

  happens(one: Happening): void {
    if (one.does === 'verify') this.verify(one);
    if (one.does === 'approve') this.approve(one.nth);
    if (one.does === 'credit') this.credit(one.nth, one.millions);
    if (one.does === 'recourse') this.recourse();
    if (one.does === 'answer') this.hears(one.answer);
  }

  private hears(answer: Answer): void {
    const all = sum(this.lines);
    if (bears(answer, all) < bears(this.answer, all)) this.told.length = 0;
    this.answer = answer;
  }

  /** Everything that is due is approved, and what another payer owes recorded. */
  settle(): void {
    // What is approved of one invoice may leave more to be paid of the other.
    for (let round = 0; round < 4; round += 1) {
      this.approve(0);
      this.approve(1);
    }
    this.recourse();
  }

  get decided(): readonly Invoice[] {
    return fold(billings, this.events).invoices.filter((one) => one.status === 'APPROVED' || isPaid(one));
  }

  acceptedOf(which: 0 | 1): number {
    return Math.max(0, this.lines[which] - this.noted[which] + this.replaced[which]);
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** No sum that is recorded is below zero, and nobody is paid more than is accepted. */
function expectSane({ events }: Desk): void {
  for (const { data } of events) {
    for (const [name, value] of Object.entries(data)) {
      if (name.endsWith('Idr')) expect(value).toBeGreaterThanOrEqual(0);
    }
  }
  for (const invoice of fold(billings, events).invoices) {
    expect(paidOf(invoice)).toBeGreaterThanOrEqual(0);
  }
}

describe('whatever becomes of two invoices of an accident, and whatever another payer answers meanwhile', () => {
  it('each is paid as far as it is accepted, BPJS bears its share, and the other payer is asked for what it bears', () => {
    let withRecourse = 0;
    let withCredit = 0;
    fc.assert(
      fc.property(fc.boolean(), fc.array(happenings, { minLength: 3, maxLength: 25 }), (employer, story) => {
        const desk = new Desk(employer);
        for (const one of story) {
          desk.happens(one);
          expectSane(desk);
        }
        desk.settle();
        expectSane(desk);
        for (const { idr, mostIdr } of desk.atMost) expect(idr).toBeLessThanOrEqual(mostIdr);
        const { decided, answer, events } = desk;
        const accepted = sum(decided.map(acceptedNow));
        const borne = bears(answer, accepted);
        const paid = sum(decided.map(paidOf));
        const { recourseIdr } = fold(billings, events);
        for (const one of decided) {
          expect(acceptedNow(one)).toBe(desk.acceptedOf(one.invoiceId === idOf(0) ? 0 : 1));
          expect(paidOf(one) + desk.leftToOthers(one)).toBe(acceptedNow(one));
        }
        // What the other payer was asked for before it answered otherwise is not taken back.
        if (recourseIdr > borne) {
          expect(paid).toBe(accepted);
        } else {
          expect(paid - recourseIdr).toBe(accepted - borne);
          expect(sum(decided.map((one) => desk.leftToOthers(one))) + recourseIdr).toBe(borne);
        }
        if (recourseIdr > 0) withRecourse += 1;
        if (events.some((one) => one.type === 'InvoiceCredited' && one.data.forCuts)) withCredit += 1;
      }),
      { numRuns: 400, seed: 20_261_201 },
    );
    expect(Math.min(withRecourse, withCredit)).toBeGreaterThan(10);
  });
});
