import { describe, expect, it } from '@jest/globals';
import { type AuthorityLevel, type EventOf, fold, instant, localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { approveInvoice } from './approve-invoice.js';
import { ACCIDENT, ACCOUNT, CLINIC, EMPLOYER, HOSPITAL, facts, line, sent } from './billing.examples.js';
import type { BillingEvent } from './billing.events.js';
import { type BillingState, billings, invoiceIdOf } from './billing.js';
import { passInvoiceOn, readmitInvoice, returnInvoice, withdrawInvoice } from './return-invoice.js';
import { creditInvoice, recordRecourse, showPayment } from './settle-invoice.js';
import { reviseInvoice, submitInvoice } from './submit-invoice.js';
import { verifyInvoice } from './verify-invoice.js';

const given = decisionSpec(billings);

/** Three people: who sends at the desk, who verifies, who approves. */
const at = (id: string, role: 'plkk' | 'adjudicator' | 'supervisor') =>
  testContext({ actor: { id, roles: [role], office: 'JKT' } });
const desk = at('desk-1', 'plkk');
const verifier = at('verifier-1', 'adjudicator');
const approver = at('approver-1', 'supervisor');

const FIRST = invoiceIdOf(ACCIDENT, HOSPITAL, 'INV-1');
const of = (invoiceId = FIRST) => ({ accidentId: ACCIDENT, invoiceId });

/** What is decided on what was decided before, one after the other. */
type Step = (state: BillingState) => readonly BillingEvent[];

function played(...steps: readonly Step[]): BillingEvent[] {
  const events: BillingEvent[] = [];
  for (const step of steps) events.push(...step(fold(billings, events)));
  return events;
}

const submit =
  (input = sent([line(7_500_000)]), known = facts()): Step =>
  (state) =>
    submitInvoice(input, state, desk, known);
const verify =
  (changes: object = {}, known: ReturnType<typeof facts> & object = facts(), invoiceId = FIRST): Step =>
  (state) =>
    verifyInvoice({ ...of(invoiceId), lines: [], ...changes }, state, verifier, known);
const approve =
  (known = facts(), invoiceId = FIRST): Step =>
  (state) =>
    approveInvoice(of(invoiceId), state, approver, known);

function approvedIn(events: readonly BillingEvent[]): EventOf<BillingEvent, 'InvoiceApproved'>['data'] {
  const last = events.findLast(({ type }) => type === 'InvoiceApproved');
  if (last?.type !== 'InvoiceApproved') throw new Error('Nothing was approved');
  return last.data;
}

const paidBy = (...steps: readonly Step[]): number[] =>
  approvedIn(played(...steps)).payments.map(({ amountIdr }) => amountIdr);

describe('an invoice of a facility', () => {
  it('is sent with its lines, and verified within ten working days', () => {
    const [event] = played(submit());
    expect(event).toMatchObject({
      type: 'InvoiceSubmitted',
      data: { revision: 0, totalIdr: 7_500_000, lineCount: 1, mayRepeat: [], submitterId: 'desk-1' },
    });
  });

  it('says in the open nothing of what was done to the patient', () => {
    const [event] = played(submit());
    if (event?.type !== 'InvoiceSubmitted') throw new Error('Nothing was sent');
    const { health: _sealed, ...open } = event.data;
    expect(JSON.stringify(open)).not.toMatch(/S61|86\.59|Jahit|PROCEDURE/);
  });

  it.each([
    [
      'whose lines do not come to its total (V-02)',
      sent([line(1)], { totalIdr: rupiah(2) }),
      'SUMS_DO_NOT_AGREE',
    ],
    ['with a line that is multiplied wrongly', sent([line(6, { quantity: 5 })]), 'SUMS_DO_NOT_AGREE'],
    ['whose lines are not numbered', sent([line(1, { line: 2 })]), 'LINES_NOT_NUMBERED'],
    [
      'with a service after the stay',
      sent([line(1, { serviceDate: localDate('2026-09-06') })]),
      'SERVICE_OUTSIDE_STAY',
    ],
    [
      'with more room days than nights',
      sent([line(4, { kind: 'ROOM_DAY', quantity: 4, unitPriceIdr: rupiah(1) })]),
      'ROOM_DAYS_DO_NOT_AGREE',
    ],
    ['of an inpatient without a class', sent([line(1)], { careKind: 'INPATIENT' }), 'ROOM_CLASS_MISSING'],
    [
      'that begins before the accident',
      sent([line(1)], { admittedOn: localDate('2026-08-31') }),
      'STAY_BEFORE_ACCIDENT',
    ],
    [
      'that ends after today',
      sent([line(1)], { dischargedOn: localDate('2027-01-01') }),
      'STAY_OUT_OF_ORDER',
    ],
    [
      'without an injury (V-04)',
      sent([], { health: { ...sent([line(1)]).health, mainDiagnosis: 'J18.9' }, totalIdr: rupiah(1) }),
      'DIAGNOSIS_NOT_OF_AN_ACCIDENT',
    ],
    [
      'without the cause of the injury (V-04)',
      sent([line(1)], { health: { ...sent([line(1)]).health, externalCause: undefined } }),
      'EXTERNAL_CAUSE_MISSING',
    ],
  ])('is not taken %s', (_what, input, code) => {
    given([])
      .when((state) => submitInvoice(input, state, desk, facts()))
      .thenRejected(code);
  });

  it.each([
    ['before stage I', { situation: 'NOTICE_RECEIVED' }, 'STAGE_ONE_IS_MISSING'],
    ['of what was no work accident', { conclusion: 'NOT_WORK_ACCIDENT' as const }, 'NOT_JKK'],
    ['after the right lapsed', { occurredOn: localDate('2021-01-01') }, 'TOO_LATE_TO_BILL'],
  ])('is not taken %s', (_what, accident, code) => {
    given([])
      .when((state) => submitInvoice(sent([line(1)]), state, desk, facts(accident)))
      .thenRejected(code);
  });

  it('of the same stay and sum under another number is refused (V-03)', () => {
    given(played(submit()))
      .when(submit(sent([line(7_500_000)], { invoiceNumber: 'INV-2' })))
      .thenRejected('STAY_KNOWN');
    given(played(submit())).when(submit()).thenRejected('INVOICE_KNOWN');
  });

  it('that the claim of the accident pays already is refused (V-03)', () => {
    const care = [
      {
        facilityId: HOSPITAL,
        invoiceNumber: 'INV-1',
        admittedOn: localDate('2026-09-02'),
        dischargedOn: localDate('2026-09-05'),
        invoiceIdr: rupiah(7_500_000),
      },
    ];
    given([])
      .when(submit(sent([line(7_500_000)]), facts({ care })))
      .thenRejected('CARE_RECORDED_ALREADY');
  });

  it('of overlapping days is taken, and verified once somebody said that it is another (V-03)', () => {
    const second = sent([line(900_000)], { invoiceNumber: 'INV-2', admittedOn: localDate('2026-09-04') });
    const events = played(
      submit(),
      submit({
        ...second,
        health: { ...second.health, lines: [line(900_000, { serviceDate: localDate('2026-09-05') })] },
      }),
    );
    expect(events[1]).toMatchObject({ data: { mayRepeat: ['INV-1'] } });
    const id = invoiceIdOf(ACCIDENT, HOSPITAL, 'INV-2');
    given(events)
      .when(verify({}, facts(), id))
      .thenRejected('MAY_BE_REPEATED');
    expect(played(() => events, verify({ apart: true }, facts(), id)).at(-1)).toMatchObject({
      type: 'InvoiceVerified',
      data: { acceptedIdr: 900_000 },
    });
  });

  it('typed ten times too high is corrected before it is decided (W11)', () => {
    const revise: Step = (state) =>
      reviseInvoice({ ...sent([line(7_500_000)]), ...of() }, state, desk, facts());
    const events = played(submit(sent([line(75_000_000)])), revise);
    expect(events.at(-1)).toMatchObject({
      type: 'InvoiceRevised',
      data: { revision: 1, totalIdr: 7_500_000, invoiceNumber: 'INV-1' },
    });
    expect(paidBy(() => events, verify(), approve())).toEqual([7_500_000]);
  });
});

describe('an invoice that is returned', () => {
  const returned: Step = (state) => returnInvoice({ ...of(), reasons: ['V-08', 'V-08'] }, state, verifier);
  const again: Step = (state) => reviseInvoice({ ...sent([line(7_500_000)]), ...of() }, state, desk, facts());

  it('tells the numbers of what is wrong, and comes again within 30 days', () => {
    expect(played(submit(), returned).at(-1)).toMatchObject({
      type: 'InvoiceReturned',
      data: { reasons: ['V-08'], resubmitBy: '2026-12-20' },
    });
    given(played(submit(), returned)).when(verify()).thenRejected('INVOICE_RETURNED');
    expect(paidBy(submit(), returned, again, verify(), approve())).toEqual([7_500_000]);
  });

  it('comes again three times; then a meeting lets it in', () => {
    const thrice = [returned, again, returned, again, returned, again];
    given(played(submit(), ...thrice, returned))
      .when(again)
      .thenRejected('TOO_LATE_TO_RESUBMIT');
    const meeting: Step = (state) => readmitInvoice({ ...of(), reference: 'BA/4/2026' }, state, approver);
    expect(paidBy(submit(), ...thrice, returned, meeting, again, verify(), approve())).toEqual([7_500_000]);
  });

  it('does not come again after 30 days', () => {
    const later = testContext({ today: localDate('2026-12-21') });
    given(played(submit(), returned))
      .when((state) => reviseInvoice({ ...sent([line(7_500_000)]), ...of() }, state, later, facts()))
      .thenRejected('TOO_LATE_TO_RESUBMIT');
  });

  it('is not returned for what only cuts a line, and no line is cut for what returns it', () => {
    given(played(submit()))
      .when((state) => returnInvoice({ ...of(), reasons: ['V-07'] }, state, verifier))
      .thenRejected('REASON_RETURNS_NOTHING');
    given(played(submit()))
      .when(verify({ lines: [{ line: 1, acceptedIdr: rupiah(0), reason: 'V-08' }] }))
      .thenRejected('REASON_CUTS_NOTHING');
  });
});

describe('a verification', () => {
  const room = (n: number, day: string, price = 800_000) =>
    line(price, { line: n, kind: 'ROOM_DAY', tariffItem: 'KAMAR-I', serviceDate: localDate(day) });
  const tariff = [{ item: 'KAMAR-I', priceIdr: rupiah(500_000) }];
  const agreed = {
    terms: { tariff },
    careUntil: localDate('2027-03-31'),
  };
  const stay = sent([room(1, '2026-09-02'), room(2, '2026-09-03'), room(3, '2026-09-03')]);

  it('cuts to the agreed price (V-07) and a line that stands there twice (V-11) by itself', () => {
    expect(played(submit(stay), verify({}, facts({}, agreed))).at(-1)).toMatchObject({
      data: {
        acceptedIdr: 1_000_000,
        lines: [
          { line: 1, acceptedIdr: 500_000, reason: 'V-07' },
          { line: 2, acceptedIdr: 500_000, reason: 'V-07' },
          { line: 3, acceptedIdr: 0, reason: 'V-11' },
        ],
      },
    });
  });

  it('cuts further with a numbered reason, and never gives more than the agreed price', () => {
    const cut = (acceptedIdr: number) => ({
      lines: [{ line: 1, acceptedIdr: rupiah(acceptedIdr), reason: 'V-06' as const }],
    });
    expect(played(submit(stay), verify(cut(100_000), facts({}, agreed))).at(-1)).toMatchObject({
      data: { acceptedIdr: 600_000 },
    });
    given(played(submit(stay)))
      .when(verify(cut(600_000), facts({}, agreed)))
      .thenRejected('LINE_ABOVE_LIMIT');
    given(played(submit(stay)))
      .when(verify({ lines: [{ line: 9, acceptedIdr: rupiah(0), reason: 'V-05' }] }))
      .thenRejected('NO_SUCH_LINE');
  });

  it('says how much of a room above class I is paid', () => {
    const vip = { ...stay, roomClass: 'VIP' as const, careKind: 'INPATIENT' as const };
    given(played(submit(vip)))
      .when(verify())
      .thenRejected('ROOM_ABOVE_CLASS');
  });

  it('leaves a line open until there is a letter (V-09), and accepts it later, once', () => {
    const open = { lines: [{ line: 2, acceptedIdr: rupiah(0), reason: 'V-09' as const }] };
    const two = sent([line(3_000_000), line(500_000, { line: 2, description: 'Kontrol' })]);
    expect(paidBy(submit(two), verify(open), approve())).toEqual([3_000_000]);
    expect(paidBy(submit(two), verify(open), approve(), verify(), approve())).toEqual([500_000]);
    given(played(submit(two), verify(), approve()))
      .when(verify())
      .thenRejected('INVOICE_APPROVED');
  });

  it('is not made by whoever sent it, nor approved by whoever made it', () => {
    given(played(submit()))
      .when((state) => verifyInvoice({ ...of(), lines: [] }, state, at('desk-1', 'adjudicator'), facts()))
      .thenRejected('SENDER_CANNOT_VERIFY');
    given(played(submit(), verify()))
      .when((state) => approveInvoice(of(), state, at('verifier-1', 'supervisor'), facts()))
      .thenRejected('VERIFIER_CANNOT_APPROVE');
  });
});

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
  const ceiling = [{ item: 'KAMAR-I', priceIdr: rupiah(500_000) }];
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
});

describe('another payer of care', () => {
  const jasaRaharja = (status: 'ASKED' | 'PAID' | 'REFUSED', amountIdr?: number) =>
    facts({
      placeKind: 'TRAFFIC',
      otherPayer: {
        code: 'JASA_RAHARJA',
        status,
        ...(amountIdr !== undefined && { amountIdr: rupiah(amountIdr) }),
      },
    });
  const bill = submit(sent([line(31_500_000)]), jasaRaharja('ASKED'));

  it('has to be named in traffic (V-12), by the place or by the cause that the facility names', () => {
    given(played(bill))
      .when(verify({}, facts({ placeKind: 'TRAFFIC' })))
      .thenRejected('FIRST_PAYER_NOT_NAMED');
    const struck = sent([line(1)], { health: { ...sent([line(1)]).health, externalCause: 'V23.4' } });
    given(played(submit(struck)))
      .when(verify())
      .thenRejected('FIRST_PAYER_NOT_NAMED');
  });

  it('bears its part first (WE-79: 31,500,000 less 20,000,000)', () => {
    const known = jasaRaharja('PAID', 20_000_000);
    const approved = approvedIn(played(bill, verify({}, known), approve(known)));
    expect(approved.payments).toMatchObject([{ payee: 'PLKK', amountIdr: 11_500_000 }]);
    expect(approved).toMatchObject({ borneByOthersIdr: 20_000_000, notPaidIdr: 20_000_000 });
  });

  it('that refuses later leaves the rest to be paid by approving once more, and nothing after that', () => {
    const asked = jasaRaharja('ASKED');
    const refused = jasaRaharja('REFUSED');
    const steps = [bill, verify({}, asked), approve(asked)];
    expect(paidBy(...steps, approve(refused))).toEqual([20_000_000]);
    given(played(...steps, approve(refused)))
      .when(approve(refused))
      .thenRejected('NOTHING_MORE_TO_PAY');
  });

  it('that pays after all owes what BPJS has paid: a receivable, recorded once', () => {
    const refused = jasaRaharja('REFUSED');
    const paid = jasaRaharja('PAID', 20_000_000);
    const before = [bill, verify({}, refused), approve(refused)];
    const recourse: Step = (state) =>
      recordRecourse({ accidentId: ACCIDENT, reference: 'JR/1' }, state, approver, paid);
    given(played(...before))
      .when((state) => recordRecourse({ accidentId: ACCIDENT, reference: 'JR/1' }, state, approver, refused))
      .thenRejected('NOTHING_TO_RECOVER');
    expect(played(...before, recourse).at(-1)).toMatchObject({
      type: 'RecourseRecorded',
      data: { payer: 'JASA_RAHARJA', amountIdr: 20_000_000, askBy: '2027-03-01' },
    });
    given(played(...before, recourse))
      .when(recourse)
      .thenRejected('NOTHING_TO_RECOVER');
  });

  it('bears what the claim of the accident pays first: nothing is taken off twice', () => {
    const care = [
      {
        facilityId: CLINIC,
        invoiceNumber: 'K-1',
        admittedOn: localDate('2026-09-01'),
        dischargedOn: localDate('2026-09-01'),
        invoiceIdr: rupiah(15_000_000),
      },
    ];
    const known = { ...jasaRaharja('PAID', 20_000_000) };
    const both = { ...known, accident: { ...known.accident, care } };
    expect(paidBy(bill, verify({}, both), approve(both))).toEqual([26_500_000]);
  });
});

describe('what the law pays up to a ceiling', () => {
  const thing = (
    benefit: 'DENTURE' | 'HEARING_AID' | 'GLASSES' | 'HOME_CARE',
    amount: number,
    n = 1,
  ): Step[] => {
    const invoiceNumber = `${benefit}-${n}`;
    const id = invoiceIdOf(ACCIDENT, HOSPITAL, invoiceNumber);
    const admittedOn = localDate(`2026-09-0${n + 1}`);
    const input = sent([line(amount, { serviceDate: admittedOn })], {
      benefit,
      invoiceNumber,
      admittedOn,
      dischargedOn: admittedOn,
    });
    return [submit(input), verify({ apart: true }, facts(), id), approve(facts(), id)];
  };

  it.each([
    ['DENTURE', 6_000_000, 5_000_000],
    ['HEARING_AID', 3_000_000, 2_500_000],
    ['GLASSES', 800_000, 800_000],
    ['HOME_CARE', 23_000_000, 20_000_000],
  ] as const)('%s: of %i it pays %i (WE-29)', (benefit, billed, paid) => {
    expect(paidBy(...thing(benefit, billed))).toEqual([paid]);
  });

  it('pays the rest of the ceiling for a second one, and nothing beyond it', () => {
    expect(paidBy(...thing('HEARING_AID', 1_800_000), ...thing('HEARING_AID', 1_800_000, 2))).toEqual([
      700_000,
    ]);
    const used = [...thing('HEARING_AID', 2_500_000), ...thing('HEARING_AID', 1_000_000, 2)];
    expect(approvedIn(played(...used))).toMatchObject({ payments: [], notPaidIdr: 1_000_000 });
  });

  it('pays a prosthesis by the price of the government centre and 40 % (WE-30)', () => {
    const input = sent([line(30_000_000)], { benefit: 'PROSTHESIS' });
    given(played(submit(input)))
      .when(verify())
      .thenRejected('REFERENCE_PRICE_MISSING');
    const priced = verify({ referencePriceIdr: rupiah(15_000_000) });
    expect(paidBy(submit(input), priced, approve())).toEqual([21_000_000]);
  });
});

describe('an invoice that was decided', () => {
  const paid = [submit(), verify(), approve()];

  it('is not corrected any more: what was paid too much is credited, and owed back', () => {
    given(played(...paid))
      .when((state) => reviseInvoice({ ...sent([line(1)]), ...of() }, state, desk, facts()))
      .thenRejected('INVOICE_APPROVED');
    const credit =
      (amountIdr: number): Step =>
      (state) =>
        creditInvoice(
          { ...of(), amountIdr: rupiah(amountIdr), reason: 'V-05', reference: 'NK/3' },
          state,
          approver,
        );
    expect(played(...paid, credit(500_000)).at(-1)).toMatchObject({
      type: 'InvoiceCredited',
      data: { amountIdr: 500_000, facilityId: HOSPITAL },
    });
    given(played(...paid, credit(7_000_000)))
      .when(credit(500_001))
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
    const credit: Step = (state) =>
      creditInvoice(
        { ...of(), amountIdr: rupiah(500_000), reason: 'V-05', reference: 'NK/3' },
        state,
        approver,
      );
    expect(played(submit(), shown, verify(), approve(), credit).at(-1)).toMatchObject({
      type: 'InvoiceCredited',
      data: { amountIdr: 500_000 },
    });
  });
});

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

  it('counts all invoices of the accident: nobody splits what is above their authority', () => {
    const second = sent([line(30_000_000)], {
      invoiceNumber: 'INV-2',
      admittedOn: localDate('2026-09-10'),
      dischargedOn: localDate('2026-09-12'),
      health: { ...sent([]).health, lines: [line(30_000_000, { serviceDate: localDate('2026-09-10') })] },
    });
    const id = invoiceIdOf(ACCIDENT, HOSPITAL, 'INV-2');
    const first = [submit(sent([line(30_000_000)])), verify(), approve()];
    given(played(...first, submit(second), verify({ apart: true }, facts(), id)))
      .when(approve(facts(), id))
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
