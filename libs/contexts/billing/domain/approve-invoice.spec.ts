import { describe, expect, it } from '@jest/globals';
import { type AuthorityLevel, fold, instant, localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { approveInvoice } from './approve-invoice.js';
import { ACCIDENT, ACCOUNT, CLINIC, EMPLOYER, HOSPITAL, facts, line, sent } from './billing.examples.js';
import { billings, invoiceIdOf } from './billing.js';
import type { BillingEvent } from './billing.events.js';
import { creditNotes } from './credit-notes.js';
import {
  type Step,
  approve,
  approvedIn,
  approver,
  at,
  credit,
  desk,
  of,
  paidBy,
  played,
  submit,
  verify,
} from './billing-story.examples.js';
import { passInvoiceOn, readmitInvoice, withdrawInvoice } from './return-invoice.js';
import { invoiceSteps } from './invoice-steps.js';
import { showPayment } from './settle-invoice.js';
import { reviseInvoice } from './submit-invoice.js';
import { verifyInvoice } from './verify-invoice.js';

const given = decisionSpec(billings);

describe('who is paid', () => {
  const shown =
    (by: 'PARTICIPANT' | 'EMPLOYER' | 'NOBODY', account?: typeof ACCOUNT): Step =>
    (state) =>
      showPayment(
        { ...of(), paidBy: by, reference: 'KW/7', ...(account && { account }) },
        state,
        desk,
        facts(),
      );
  const tariff = [{ item: 'KAMAR-I', priceIdr: rupiah(500_000) }];
  const ceiling = [{ from: localDate('2026-09-02'), tariff }];
  const reimbursed = { tariffOf: CLINIC };
  const elsewhere = { ...facts({ letters: [] }), ceiling };

  it('is the facility where it holds a letter, and follows from what is known at the approval', () => {
    expect(approvedIn(played(submit(), verify(), approve()))).toMatchObject({
      payments: [
        { payee: 'PLKK', facilityId: HOSPITAL, componentCodes: ['JKK_MEDICAL_PLKK'], amountIdr: 7_500_000 },
      ],
      notPaidIdr: 0,
    });
    const late = facts({ letters: [{ facilityId: HOSPITAL, issuedOn: localDate('2026-09-05') }] });
    expect(paidBy(submit(), verify(), approve(late))).toEqual([7_500_000]);
  });

  it.each([
    [
      'a letter that came on the fourth day',
      facts({ letters: [{ facilityId: HOSPITAL, issuedOn: localDate('2026-09-06') }] }),
    ],
    ['no letter', facts({ letters: [] })],
    ['no agreement on the day of the admission (V-15)', facts({}, {})],
  ])('is nobody with %s, until somebody shows that they paid', (_what, known) => {
    given(played(submit(), verify())).when(approve(known)).thenRejected('NOBODY_TO_PAY');
  });

  it('is the facility by a letter that its desk issued at night, up to its sum, for stays before the office said no', () => {
    const letter = (notConfirmedFrom?: string) =>
      facts({
        letters: [
          {
            facilityId: HOSPITAL,
            issuedOn: localDate('2026-09-02'),
            provisional: {
              validUntil: instant('2026-09-05T03:00:00Z'),
              atMostIdr: rupiah(5_000_000),
              ...(notConfirmedFrom && { notConfirmedFrom: localDate(notConfirmedFrom) }),
            },
          },
        ],
      });
    const small = submit(sent([line(5_000_000)]));
    expect(paidBy(small, verify(), approve(letter()))).toEqual([5_000_000]);
    given(played(submit(), verify())).when(approve(letter())).thenRejected('LETTER_NOT_CONFIRMED');
    expect(paidBy(small, verify(), approve(letter('2026-09-06')))).toEqual([5_000_000]);
    given(played(small, verify()))
      .when(approve(letter('2026-09-05')))
      .thenRejected('NOBODY_TO_PAY');
  });

  it('is promised one sum by such a letter, however many invoices come, and whatever the claim pays of it', () => {
    const letters = [
      {
        facilityId: HOSPITAL,
        issuedOn: localDate('2026-09-02'),
        provisional: { validUntil: instant('2026-09-05T03:00:00Z'), atMostIdr: rupiah(10_000_000) },
      },
    ];
    const second = sent([line(5_000_001)], { invoiceNumber: 'INV-2' });
    const id = invoiceIdOf(ACCIDENT, HOSPITAL, 'INV-2');
    const known = facts({ letters });
    const before = [submit(sent([line(5_000_000)])), verify(), approve(known)];
    given(played(...before, submit(second), verify({ apart: true }, facts(), id)))
      .when(approve(known, id))
      .thenRejected('LETTER_NOT_CONFIRMED');
    const stay = { admittedOn: localDate('2026-09-03'), dischargedOn: localDate('2026-09-04') };
    const ofClaim = { ...stay, facilityId: HOSPITAL, invoiceNumber: 'INV-9', invoiceIdr: rupiah(5_000_001) };
    given(played(submit(sent([line(5_000_000)])), verify()))
      .when(approve(facts({ letters, care: [{ ...ofClaim, isGuaranteed: true }] })))
      .thenRejected('LETTER_NOT_CONFIRMED');
  });

  it('is the participant who paid, to the account that is named', () => {
    const steps = [
      submit(),
      shown('PARTICIPANT', ACCOUNT),
      verify(reimbursed, elsewhere),
      approve(elsewhere),
    ];
    expect(approvedIn(played(...steps))).toMatchObject({
      payments: [{ payee: 'PARTICIPANT', componentCodes: ['JKK_MEDICAL'], amountIdr: 7_500_000 }],
      person: { account: ACCOUNT },
    });
    given(played(submit())).when(shown('PARTICIPANT')).thenRejected('ACCOUNT_OF_PAYER_MISSING');
  });

  it('is the employer who paid, also a facility that holds a letter', () => {
    expect(approvedIn(played(submit(), shown('EMPLOYER'), verify(), approve())).payments).toEqual([
      { payee: 'EMPLOYER', employerId: EMPLOYER, componentCodes: ['JKK_MEDICAL'], amountIdr: 7_500_000 },
    ]);
    expect(
      approvedIn(played(submit(), shown('EMPLOYER'), shown('NOBODY'), verify(), approve())).payments,
    ).toMatchObject([{ payee: 'PLKK' }]);
  });

  it('outside a PLKK is repaid up to the tariff of class I, with a medical review above 25 million (W13)', () => {
    given(played(submit())).when(verify({}, elsewhere)).thenRejected('CEILING_UNKNOWN');
    const large = sent([line(400_000_000, { kind: 'ROOM_DAY', tariffItem: 'KAMAR-I' })]);
    given(played(submit(large)))
      .when(verify(reimbursed, elsewhere))
      .thenRejected('MEDICAL_REVIEW_MISSING');
    const reviewed = verify({ ...reimbursed, medicalReview: 'MR/1' }, elsewhere);
    expect(paidBy(submit(large), shown('PARTICIPANT', ACCOUNT), reviewed, approve(elsewhere))).toEqual([
      500_000,
    ]);
  });

  it('waits for the conclusion; where the law refuses, whoever sent it is told whom to bill', () => {
    given(played(submit(), verify()))
      .when(approve(facts({ conclusion: undefined })))
      .thenRejected('NOT_CONCLUDED_YET');
    const refused = {
      ...facts(),
      careDue: () => ({ ...facts().careDue({}), decision: 'REJECTED_INACTIVE' }),
    };
    given(played(submit(), verify())).when(approve(refused)).thenRejected('LAW_REFUSES_CARE');
    const passOn: Step = (state) =>
      passInvoiceOn({ ...of(), to: 'BPJS_KESEHATAN', reference: 'S/88' }, state, approver);
    const events = played(submit(), verify(), passOn);
    expect(events.at(-1)).toMatchObject({ type: 'InvoicePassedOn', data: { to: 'BPJS_KESEHATAN' } });
    given(events).when(approve()).thenRejected('INVOICE_PASSED_ON');
  });

  it('is the facility, or the insurer that paid it since, once an authority has determined that JKK bears what was passed on', () => {
    const passOn: Step = (state) =>
      passInvoiceOn({ ...of(), to: 'BPJS_KESEHATAN', reference: 'S/88' }, state, approver);
    const letIn: Step = (state) => readmitInvoice({ ...of(), reference: 'PN 1/2026' }, state, approver);
    const again: Step = (state) =>
      reviseInvoice({ ...sent([line(7_500_000)]), ...of() }, state, desk, facts());
    const passedOn = [submit(), verify(), passOn];
    given(played(...passedOn))
      .when(again)
      .thenRejected('INVOICE_PASSED_ON');
    expect(paidBy(...passedOn, letIn, again, verify(), approve())).toEqual([7_500_000]);
    const byInsurer: Step = (state) =>
      showPayment(
        { ...of(), paidBy: 'BPJS_KESEHATAN', reference: 'KW/7', account: ACCOUNT },
        state,
        desk,
        facts(),
      );
    expect(approvedIn(played(...passedOn, letIn, again, byInsurer, verify(), approve()))).toMatchObject({
      payable: { to: 'BPJS_KESEHATAN', amountIdr: 7_500_000 },
    });
  });
});

describe('an insurer that paid for care before it was known to be of a work accident', () => {
  const shown: Step = (state) =>
    showPayment({ ...of(), paidBy: 'BPJS_KESEHATAN', reference: 'FPK/3' }, state, desk, facts());

  it('is owed what JKK bears by the same verification, and the facility is not paid again', () => {
    expect(approvedIn(played(submit(), shown, verify(), approve()))).toMatchObject({
      payments: [],
      payable: { to: 'BPJS_KESEHATAN', amountIdr: 7_500_000 },
      notPaidIdr: 0,
    });
  });

  it('is owed it once', () => {
    given(played(submit(), shown, verify(), approve()))
      .when(approve())
      .thenRejected('NOTHING_MORE_TO_PAY');
  });

  it('owes back what was too much, as anybody does', () => {
    expect(played(submit(), shown, verify(), approve(), credit(500_000)).at(-1)).toMatchObject({
      type: 'InvoiceCredited',
      data: { amountIdr: 500_000 },
    });
  });
});

/** What the step weighs that waits for the approval of an invoice. */
function weighedIn(events: readonly BillingEvent[], invoiceId = of().invoiceId) {
  const { ofEach } = invoiceSteps;
  const each = events.reduce((state, event) => ofEach!.evolve(state, event as never), ofEach!.initial);
  return each[invoiceId]?.expected?.weighed;
}

describe('how far somebody approves an invoice', () => {
  const of60 = sent([line(60_000_000)]);
  const by =
    (id: string, authority?: AuthorityLevel): Step =>
    (state) =>
      approveInvoice(
        of(),
        state,
        testContext({ actor: { id, roles: ['supervisor'], office: 'JKT', ...(authority && { authority }) } }),
        facts(),
      );

  it('follows from the level in the token', () => {
    given(played(submit(of60), verify()))
      .when(by('approver-1'))
      .thenRejected('BEYOND_AUTHORITY');
    expect(approvedIn(played(submit(of60), verify(), by('head-1', 3)))).toMatchObject({
      authority: { level: 3, upToIdr: 250_000_000 },
    });
  });

  it('counts what the claim of the accident pays of care', () => {
    const care = [
      {
        facilityId: CLINIC,
        invoiceNumber: 'KW-1',
        admittedOn: localDate('2026-09-10'),
        dischargedOn: localDate('2026-09-12'),
        invoiceIdr: rupiah(49_000_000),
      },
    ];
    given(played(submit(), verify()))
      .when(approve(facts({ care })))
      .thenRejected('BEYOND_AUTHORITY');
    expect(weighedIn(played(submit(), verify({}, facts({ care }))))).toEqual([
      { matter: 'CARE', amountIdr: 56_500_000 },
    ]);
  });

  it('counts all invoices of the accident: nobody splits what is above their authority', () => {
    const second = sent([line(30_000_000)], {
      invoiceNumber: 'INV-2',
      admittedOn: localDate('2026-09-10'),
      dischargedOn: localDate('2026-09-12'),
      health: { ...sent([]).health, lines: [line(30_000_000, { serviceDate: localDate('2026-09-10') })] },
    });
    const id = invoiceIdOf(ACCIDENT, HOSPITAL, 'INV-2');
    const first = [submit(sent([line(30_000_000)])), verify(), approve()];
    const both = [...first, submit(second), verify({ apart: true }, facts(), id)];
    given(played(...both))
      .when(approve(facts(), id))
      .thenRejected('BEYOND_AUTHORITY');
    expect(weighedIn(played(...both), id)).toEqual([{ matter: 'CARE', amountIdr: 60_000_000 }]);
  });

  it('is as far as the step that waits for it says, also of a line that is accepted after the rest was approved', () => {
    const lines = sent([line(30_000_000), { ...line(30_000_000), line: 2, description: 'Kamar lain' }]);
    const later = [{ line: 2, acceptedIdr: rupiah(0), reason: 'V-09' }];
    const rest = [submit(lines), verify({ lines: later }), approve(), verify()];
    expect(weighedIn(played(...rest))).toEqual([{ matter: 'CARE', amountIdr: 60_000_000 }]);
    given(played(...rest))
      .when(approve())
      .thenRejected('BEYOND_AUTHORITY');
  });

  it('takes two persons above a regional head: the first only endorses', () => {
    const huge = [submit(sent([line(1_200_000_000)])), verify()];
    expect(played(...huge, by('director-1', 5)).at(-1)).toMatchObject({
      type: 'InvoiceEndorsed',
      data: { endorserId: 'director-1', amountIdr: 1_200_000_000 },
    });
    given(played(...huge, by('director-1', 5)))
      .when(by('director-1', 5))
      .thenRejected('ENDORSED_BY_YOU');
    expect(approvedIn(played(...huge, by('director-1', 5), by('director-2', 5)))).toMatchObject({
      authority: { level: 5, endorserIds: ['director-1'] },
    });
  });
});

describe('one of two approvals', () => {
  const by =
    (id: string, known = facts()): Step =>
    (state) =>
      approveInvoice(
        of(),
        state,
        testContext({ actor: { id, roles: ['supervisor'], office: 'JKT', authority: 5 } }),
        known,
      );
  const huge = [submit(sent([line(1_200_000_000)])), verify(), by('director-1')];
  const paidByEmployer: Step = (state) =>
    showPayment({ ...of(), paidBy: 'EMPLOYER', reference: 'KW/7' }, state, desk, facts());

  it('counts no more once another payee is named', () => {
    const events = played(...huge, paidByEmployer, by('director-2'));
    expect(events.at(-1)).toMatchObject({ type: 'InvoiceEndorsed', data: { payee: 'EMPLOYER' } });
    expect(approvedIn([...events, ...by('director-1')(fold(billings, events))])).toMatchObject({
      authority: { endorserIds: ['director-2'] },
    });
  });

  it('counts for no other sum than was approved', () => {
    const other = facts({
      placeKind: 'TRAFFIC',
      otherPayer: { code: 'JASA_RAHARJA', status: 'PAID', amountIdr: rupiah(20_000_000) },
    });
    expect(played(...huge, by('director-2', other)).at(-1)).toMatchObject({
      type: 'InvoiceEndorsed',
      data: { amountIdr: 1_180_000_000, endorserId: 'director-2' },
    });
  });
});

describe('whoever had a hand in an invoice does not approve it', () => {
  const as =
    (id: string): Step =>
    (state) =>
      approveInvoice(of(), state, at(id, 'supervisor'), facts());
  const verifiedBy =
    (id: string): Step =>
    (state) =>
      verifyInvoice({ ...of(), lines: [] }, state, at(id, 'adjudicator'), facts());
  const shownBy =
    (id: string): Step =>
    (state) =>
      showPayment(
        { ...of(), paidBy: 'PARTICIPANT', account: ACCOUNT, reference: 'KW/7' },
        state,
        at(id, 'plkk'),
        facts(),
      );

  it.each([
    ['sent it', [submit(), verify()], desk.actor.id],
    ['verified it before somebody else did', [submit(), verifiedBy('first'), verifiedBy('second')], 'first'],
    ['said who paid it, and to which account', [submit(), shownBy('cashier'), verify()], 'cashier'],
  ])('who %s', (_what, steps, id) => {
    given(played(...steps))
      .when(as(id))
      .thenRejected('VERIFIER_CANNOT_APPROVE');
    expect(approvedIn(played(...steps, as('somebody-else'))).approverId).toBe('somebody-else');
    const { ofEach } = invoiceSteps;
    const each = played(...steps).reduce(
      (state, event) => ofEach!.evolve(state, event as never),
      ofEach!.initial,
    );
    expect(Object.values(each)[0]?.expected?.notBy).toContain(id);
  });
});

describe('an invoice that was decided', () => {
  const paid = [submit(), verify(), approve()];

  it('is not corrected any more: what was paid too much is credited, and owed back', () => {
    given(played(...paid))
      .when((state) => reviseInvoice({ ...sent([line(1)]), ...of() }, state, desk, facts()))
      .thenRejected('INVOICE_APPROVED');
    expect(played(...paid, credit(500_000)).at(-1)).toMatchObject({
      type: 'InvoiceCredited',
      data: { amountIdr: 500_000, facilityId: HOSPITAL },
    });
    const once = played(...paid, credit(7_000_000));
    given(once)
      .when(credit(1, 'NK/3', fold(creditNotes, once)))
      .thenRejected('CREDIT_NOTE_RECORDED');
    given(played(...paid, credit(7_000_000)))
      .when(credit(500_001, 'NK/4'))
      .thenRejected('CREDIT_TOO_LARGE');
    given(played(...paid, credit(500_000)))
      .when(approve())
      .thenRejected('NOTHING_MORE_TO_PAY');
  });

  it('is taken back before that by whoever sent it, and may come again', () => {
    const withdraw: Step = (state) => withdrawInvoice(of(), state, desk);
    given(played(submit(), withdraw)).when(verify()).thenRejected('INVOICE_WITHDRAWN');
    const again: Step = (state) =>
      reviseInvoice({ ...sent([line(7_500_000)]), ...of() }, state, desk, facts());
    expect(paidBy(submit(), withdraw, again, verify(), approve())).toEqual([7_500_000]);
  });
});
