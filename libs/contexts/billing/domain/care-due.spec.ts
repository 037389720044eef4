import { describe, expect, it } from '@jest/globals';
import { localDate, rupiah } from '#kernel';
import { decisionSpec } from '#testing/decisions';
import { ACCIDENT, ACCOUNT, CLINIC, HOSPITAL, PATIENT, facts, line, sent } from './billing.examples.js';
import { type ApprovalFacts, approveInvoice } from './approve-invoice.js';
import { billings, invoiceIdOf } from './billing.js';
import {
  type Step,
  approve,
  approvedIn,
  approver,
  at,
  paidBy,
  played,
  submit,
  verify,
} from './billing-story.examples.js';
import { recordRecourse } from './record-recourse.js';
import { showPayment } from './settle-invoice.js';

const given = decisionSpec(billings);

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

  it('that bears all of what a participant paid leaves it what it was: not a bill of a PLKK', () => {
    const known = jasaRaharja('PAID', 5_000_000);
    const asked: object[] = [];
    const heard = {
      ...known,
      careDue: (costs: Parameters<typeof known.careDue>[0]) => {
        asked.push(costs);
        return known.careDue(costs);
      },
    };
    const shown: Step = (state) =>
      showPayment(
        {
          accidentId: ACCIDENT,
          invoiceId: first,
          paidBy: 'PARTICIPANT',
          account: ACCOUNT,
          reference: 'KW/7',
        },
        state,
        approver,
        known,
      );
    const first = invoiceIdOf(ACCIDENT, HOSPITAL, 'INV-1');
    const second = invoiceIdOf(ACCIDENT, HOSPITAL, 'INV-2');
    const later = sent([line(8_000_000)], { invoiceNumber: 'INV-2' });
    const decidedBy =
      (id: string, invoiceId: string): Step =>
      (state) =>
        approveInvoice({ accidentId: ACCIDENT, invoiceId }, state, at(id, 'supervisor'), heard);
    const steps = [
      submit(sent([line(5_000_000)]), known),
      shown,
      verify({}, known),
      decidedBy('approver-2', first),
      submit(later, known),
      verify({ apart: true }, known, second),
      decidedBy('approver-2', second),
    ];
    // What others bear is taken from bills of PLKKs first.
    expect(paidBy(...steps)).toEqual([3_000_000]);
    expect(asked.at(-1)).toMatchObject({ plkkInvoice: 8_000_000, medicalReceipts: 5_000_000 });
    expect(paidBy(...steps, decidedBy('approver-2', first))).toEqual([5_000_000]);
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

  describe('of a bill that is cut when the letter for the rest of it comes', () => {
    const two = submit(
      sent([line(30_000_000), line(1_000_000, { line: 2, description: 'Kontrol' })]),
      jasaRaharja('ASKED'),
    );
    const open = { lines: [{ line: 2, acceptedIdr: rupiah(0), reason: 'V-09' as const }] };
    const less = { lines: [{ line: 1, acceptedIdr: rupiah(25_000_000), reason: 'V-05' as const }] };
    const cutOf = (known: ApprovalFacts): Step[] => [
      two,
      verify(open, known),
      approve(known),
      verify(less, known),
      approve(known),
    ];
    const recourse =
      (known: ApprovalFacts): Step =>
      (state) =>
        recordRecourse({ accidentId: ACCIDENT, reference: 'JR/1' }, state, approver, known);
    const refused = jasaRaharja('REFUSED');
    const paid = jasaRaharja('PAID', 20_000_000);

    it('bears what it paid, and the facility owes back what BPJS had paid of the cut', () => {
      const history = played(...cutOf(paid));
      expect(history.slice(-2)).toMatchObject([
        { data: { acceptedIdr: 26_000_000, payments: [], notPaidIdr: 20_000_000 } },
        { type: 'InvoiceCredited', data: { amountIdr: 4_000_000, forCuts: true } },
      ]);
      given(history).when(recourse(paid)).thenRejected('NOTHING_TO_RECOVER');
      given(history).when(approve(paid)).thenRejected('NOTHING_MORE_TO_PAY');
    });

    it('owes no more than it bears once it pays after all: what is credited nobody else owes', () => {
      const history = played(...cutOf(refused));
      expect(history.at(-1)).toMatchObject({ type: 'InvoiceCredited', data: { amountIdr: 4_000_000 } });
      expect(played(...cutOf(refused), recourse(paid)).at(-1)).toMatchObject({
        data: { amountIdr: 20_000_000 },
      });
    });

    it('is asked for its part before the cut is approved as after it', () => {
      const waits = [two, verify(open, refused), approve(refused), verify(less, refused)];
      const recorded = played(...waits, recourse(paid)).at(-1);
      expect(recorded).toMatchObject({ type: 'RecourseRecorded', data: { amountIdr: 20_000_000 } });
      const [last] = played(...waits, recourse(paid), approve(paid)).slice(-1);
      expect(last).toMatchObject({ type: 'InvoiceCredited', data: { amountIdr: 4_000_000 } });
    });

    it('has paid BPJS its part: what the letter adds is paid', () => {
      const known = [two, verify(open, refused), approve(refused), recourse(paid), verify({}, paid)];
      expect(paidBy(...known, approve(paid))).toEqual([1_000_000]);
    });
  });

  describe('that pays after the claim of the accident has paid', () => {
    const stay = {
      facilityId: CLINIC,
      invoiceNumber: 'K-1',
      admittedOn: localDate('2026-09-01'),
      dischargedOn: localDate('2026-09-01'),
      invoiceIdr: rupiah(45_000_000),
      isGuaranteed: true as const,
    };
    /** The claim paid so much of its care to facilities, when nobody else was to bear it, or somebody was. */
    const after = (
      paidByClaimIdr: number | undefined,
      care: ApprovalFacts['accident']['care'] = [stay],
      answer = jasaRaharja('PAID', 20_000_000),
    ) => ({
      ...answer,
      accident: {
        ...answer.accident,
        care,
        ...(paidByClaimIdr !== undefined && { paidByClaimIdr: rupiah(paidByClaimIdr) }),
      },
    });
    const recourse =
      (known: ApprovalFacts): Step =>
      (state) =>
        recordRecourse({ accidentId: ACCIDENT, reference: 'JR/2' }, state, approver, known);
    const recovered = (...steps: Step[]) => {
      const last = played(...steps).at(-1);
      return last?.type === 'RecourseRecorded' ? last.data.amountIdr : undefined;
    };

    it('owes what that paid in its place, also where no invoice was sent here: once', () => {
      const known = after(45_000_000);
      expect(played(recourse(known))).toMatchObject([
        {
          data: { participantId: PATIENT, payer: 'JASA_RAHARJA', amountIdr: 20_000_000, askBy: '2027-03-01' },
        },
      ]);
      given(played(recourse(known)))
        .when(recourse(known))
        .thenRejected('NOTHING_TO_RECOVER');
    });

    it.each([
      ['the claim is not approved: it will be paid less', undefined, [stay]],
      ['the claim was paid less from the beginning', 25_000_000, [stay]],
      [
        'whoever paid the facility was repaid: that is computed anew with the claim',
        0,
        [{ ...stay, isGuaranteed: undefined }],
      ],
    ] as const)('owes nothing where %s', (_why, paidIdr, care) => {
      given([])
        .when(recourse(after(paidIdr, care)))
        .thenRejected('NOTHING_TO_RECOVER');
    });

    it('owes beside it what invoices were paid here, together no more than it bears', () => {
      const care = [{ ...stay, invoiceIdr: rupiah(15_000_000) }];
      const refused = after(15_000_000, care, jasaRaharja('REFUSED'));
      const paid = after(15_000_000, care);
      const before = [bill, verify({}, refused), approve(refused)];
      expect(recovered(...before, recourse(paid))).toBe(20_000_000);
      // Of an invoice that was paid since it bears nothing more.
      expect(recovered(recourse(paid))).toBe(15_000_000);
      const since = [recourse(paid), bill, verify({}, paid), approve(paid)];
      expect(paidBy(...since)).toEqual([26_500_000]);
      given(played(...since))
        .when(recourse(paid))
        .thenRejected('NOTHING_TO_RECOVER');
    });
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
