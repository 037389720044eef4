import { describe, expect, it } from '@jest/globals';
import { LARGEST_AMOUNT, fold, localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import {
  ACCIDENT_ID,
  CLINIC,
  HOSPITAL,
  billingClosed,
  care,
  concludedNot,
  guarantee,
  notified,
  referral,
  stageOne,
  statement,
  underTreatment,
  wholeStory,
} from './accident.examples.js';
import { accidents } from './accident.js';
import type { AccidentState } from './accident-state.js';
import { invoiceIdOf } from './invoice-name.js';
import { noteInvoiceApart } from './note-invoice-apart.js';
import { noteInvoiceGivenUp } from './note-invoice-given-up.js';
import { type RecordCareInput, recordCare } from './record-care.js';

const given = decisionSpec(accidents);

const stay = (changes: Partial<RecordCareInput> = {}): RecordCareInput => ({
  accidentId: ACCIDENT_ID,
  facilityId: HOSPITAL,
  admittedOn: localDate('2026-09-02'),
  dischargedOn: localDate('2026-09-05'),
  invoiceNumber: 'INV-1',
  invoiceIdr: rupiah(37_450_000),
  health: { procedures: 'Surgery of the hand' },
  ...changes,
});

/** A bill that whoever paid it is repaid by its sum alone. */
const LITTLE = { invoiceIdr: rupiah(7_450_000) };

const letterOn = (day: string) => ({ facilityId: HOSPITAL, issuedOn: localDate(day) });

/** An agreement of the hospital, which holds a letter of that day, was in force on the day of the admission. */
const PLKK = { careUntil: localDate('2027-03-31'), letters: [letterOn('2026-09-02')] };

const guaranteed = [notified(), stageOne(), referral(), guarantee()];

describe('care', () => {
  it('at a facility with a guarantee letter is billed to BPJS', () => {
    given(guaranteed)
      .when((state) => recordCare(stay(), state, testContext(), PLKK))
      .thenRecorded([care()]);
  });

  it('is billed by a letter of the third day, and claimed back where the letter came later', () => {
    const by = (day: string) => ({ ...PLKK, letters: [letterOn(day)] });
    given(guaranteed)
      .when((state) => recordCare(stay(LITTLE), state, testContext(), by('2026-09-05')))
      .thenRecorded([care(LITTLE)]);
    given(guaranteed)
      .when((state) => recordCare(stay(LITTLE), state, testContext(), by('2026-09-06')))
      .thenRecorded([care({ ...LITTLE, billing: 'REIMBURSEMENT' })]);
  });

  it('elsewhere needs no referral, and is claimed back with receipts', () => {
    given([notified(), stageOne()])
      .when((state) => recordCare(stay({ facilityId: CLINIC, ...LITTLE }), state, testContext(), PLKK))
      .thenRecorded([care({ facilityId: CLINIC, ...LITTLE, billing: 'REIMBURSEMENT' })]);
  });

  it('may have been paid by the employer at whose work it happened, where no facility is paid by BPJS', () => {
    const employed = notified({ workedFor: 'EMPLOYER', employerId: CLINIC });
    const advanced = stay({ facilityId: CLINIC, ...LITTLE, paidBy: 'EMPLOYER' });
    given([employed, stageOne()])
      .when((state) => recordCare(advanced, state, testContext(), PLKK))
      .thenRecorded([care({ facilityId: CLINIC, ...LITTLE, billing: 'REIMBURSEMENT', paidBy: 'EMPLOYER' })]);
    given([notified(), stageOne()])
      .when((state) => recordCare(advanced, state, testContext(), PLKK))
      .thenRejected('NO_EMPLOYER_ADVANCED');
    given([employed, stageOne(), referral(), guarantee()])
      .when((state) => recordCare(stay({ paidBy: 'EMPLOYER' }), state, testContext(), PLKK))
      .thenRejected('GUARANTEED_NOT_ADVANCED');
  });

  it('costs no more than can be added up and paid', () => {
    const most = Array.from({ length: 100 }, (_one, nth) =>
      care({ invoiceNumber: `INV-${nth}`, invoiceIdr: rupiah(LARGEST_AMOUNT) }),
    );
    const admittedOn = localDate('2026-09-03');
    const next = stay({ invoiceNumber: 'INV-100', invoiceIdr: rupiah(1), admittedOn, apart: true });
    given([...guaranteed, ...most.slice(1)])
      .when((state) =>
        recordCare({ ...next, invoiceIdr: rupiah(LARGEST_AMOUNT) }, state, testContext(), PLKK),
      )
      .thenRecorded([
        care({
          invoiceNumber: 'INV-100',
          invoiceIdr: rupiah(LARGEST_AMOUNT),
          admittedOn,
          mayRepeat: most.slice(1).map((_one, nth) => `INV-${nth + 1}`),
          effectiveOn: admittedOn,
        }),
      ]);
    given([...guaranteed, ...most])
      .when((state) => recordCare(next, state, testContext(), PLKK))
      .thenRejected('INVOICES_ADD_UP_TO_TOO_MUCH');
  });

  it('may be several episodes, a second one at the same facility too', () => {
    const second = {
      admittedOn: localDate('2026-09-20'),
      dischargedOn: localDate('2026-09-20'),
      invoiceNumber: 'INV-2',
      ...LITTLE,
    };
    given([...guaranteed, care()])
      .when((state) => recordCare(stay(second), state, testContext(), PLKK))
      .thenRecorded([care({ ...second, effectiveOn: second.admittedOn })]);
  });

  it('on the day of the accident may have begun before stage I was reported', () => {
    const atOnce = { admittedOn: localDate('2026-09-01') };
    given(guaranteed)
      .when((state) => recordCare(stay(atOnce), state, testContext(), PLKK))
      .thenRecorded([care({ ...atOnce, effectiveOn: atOnce.admittedOn })]);
  });

  it('goes on after a statement that she is under treatment', () => {
    given([...guaranteed, statement({ statedOn: localDate('2026-09-01'), health: underTreatment })])
      .when((state) => recordCare(stay(), state, testContext(), PLKK))
      .thenRecorded([care()]);
  });

  it('that is past may be invoiced after stage II', () => {
    const days = { admittedOn: localDate('2026-09-06'), dischargedOn: localDate('2026-09-06') };
    const late = { facilityId: CLINIC, invoiceNumber: 'INV-9', ...LITTLE, ...days };
    given(wholeStory())
      .when((state) => recordCare(stay(late), state, testContext(), PLKK))
      .thenRecorded([care({ ...late, billing: 'REIMBURSEMENT', effectiveOn: days.admittedOn })]);
  });

  it('is not invoiced once the claim was approved: nothing would pay it', () => {
    const late = { facilityId: CLINIC, invoiceNumber: 'INV-9' };
    given([...wholeStory(), billingClosed()])
      .when((state) => recordCare(stay(late), state, testContext(), PLKK))
      .thenRejected('CLAIM_ALREADY_APPROVED');
  });

  it('is invoiced once', () => {
    given([...guaranteed, care()])
      .when((state) => recordCare(stay(), state, testContext(), PLKK))
      .thenRejected('INVOICE_ALREADY_RECORDED');
  });

  it.each<[string, Partial<Record<'admittedOn' | 'dischargedOn', string>>, string]>([
    ['that began before the accident', { admittedOn: '2026-08-31' }, 'CARE_BEFORE_ACCIDENT'],
    ['that ended before it began', { dischargedOn: '2026-09-01' }, 'DISCHARGED_BEFORE_ADMITTED'],
    ['that has not ended', { dischargedOn: '2026-11-21' }, 'CARE_IN_FUTURE'],
  ])('%s is refused', (_what, days, code) => {
    const changes = Object.fromEntries(Object.entries(days).map(([name, day]) => [name, localDate(day)]));
    given(guaranteed)
      .when((state) => recordCare(stay(changes), state, testContext(), PLKK))
      .thenRejected(code);
  });

  it('that began after the final statement is refused', () => {
    const afterwards = { admittedOn: localDate('2026-11-01'), dischargedOn: localDate('2026-11-02') };
    given([...guaranteed, statement()])
      .when((state) => recordCare(stay(afterwards), state, testContext(), PLKK))
      .thenRejected('CARE_HAS_ENDED');
  });

  it.each([
    ['of an unknown accident', [], 'ACCIDENT_NOT_FOUND'],
    ['before stage I', [notified()], 'STAGE_ONE_MISSING'],
    ['of something that was no work accident', [...guaranteed, concludedNot()], 'NOT_A_WORK_ACCIDENT'],
  ])('%s is refused', (_when, history, code) => {
    given(history)
      .when((state) => recordCare(stay(), state, testContext(), PLKK))
      .thenRejected(code);
  });

  it('is claimed back by the patient where no agreement was in force on the day of the admission (V-15)', () => {
    given(guaranteed)
      .when((state) => recordCare(stay(LITTLE), state, testContext(), { letters: PLKK.letters }))
      .thenRecorded([care({ ...LITTLE, billing: 'REIMBURSEMENT' })]);
  });

  it('goes on after the agreement stopped for as long as that was decided, and is invoiced apart after that', () => {
    given(guaranteed)
      .when((state) =>
        recordCare(stay(), state, testContext(), { ...PLKK, careUntil: localDate('2026-09-05') }),
      )
      .thenRecorded([care()]);
    given(guaranteed)
      .when((state) =>
        recordCare(stay(), state, testContext(), { ...PLKK, careUntil: localDate('2026-09-04') }),
      )
      .thenRejected('CARE_AFTER_AGREEMENT');
  });

  it('that is not of a PLKK has a ceiling: 400,000,000 typed for another facility is refused without its lines (W13)', () => {
    const elsewhere = (amountIdr: number, invoiceNumber = 'INV-1') =>
      stay({ facilityId: CLINIC, invoiceNumber, invoiceIdr: rupiah(amountIdr) });
    const before = [notified(), stageOne()];
    for (const amountIdr of [400_000_000, 25_000_001]) {
      given(before)
        .when((state) => recordCare(elsewhere(amountIdr), state, testContext(), PLKK))
        .thenRejected('REPAID_BY_LINES_ONLY');
    }
    const paid = care({ facilityId: CLINIC, billing: 'REIMBURSEMENT', invoiceIdr: rupiah(20_000_000) });
    given([...before, paid])
      .when((state) => recordCare(elsewhere(5_000_001, 'INV-2'), state, testContext(), PLKK))
      .thenRejected('REPAID_BY_LINES_ONLY');
    given(before)
      .when((state) => recordCare(elsewhere(25_000_000), state, testContext(), PLKK))
      .thenRecorded([care({ facilityId: CLINIC, billing: 'REIMBURSEMENT', invoiceIdr: rupiah(25_000_000) })]);
  });

  it('of the same days and sum is one bill, whatever its number (W10)', () => {
    given([...guaranteed, care()])
      .when((state) => recordCare(stay({ invoiceNumber: 'INV-9' }), state, testContext(), PLKK))
      .thenRejected('STAY_ALREADY_RECORDED');
  });

  describe('of a time of which the accident has another bill', () => {
    const later = (changes: Partial<RecordCareInput>) =>
      stay({ invoiceNumber: 'INV-2', invoiceIdr: rupiah(8_000_000), ...changes });
    const desk = testContext({
      actor: { id: 'desk-1', roles: ['plkk'], office: HOSPITAL, facilityId: HOSPITAL },
    });
    const recording = (changes: Partial<RecordCareInput>, context = testContext()) =>
      given([...guaranteed, care()]).when((state) => recordCare(later(changes), state, context, PLKK));

    it.each([
      ['overlapping days', { admittedOn: localDate('2026-09-04') }],
      ['the day on which the other ended', { admittedOn: localDate('2026-09-05') }],
      [
        'the same sum within thirty days',
        {
          admittedOn: localDate('2026-10-05'),
          dischargedOn: localDate('2026-10-05'),
          invoiceIdr: rupiah(37_450_000),
        },
      ],
      ['a night at another facility', { facilityId: CLINIC, admittedOn: localDate('2026-09-04') }],
    ])('is recorded where an office says that they are apart, and names the other: %s', (_what, changes) => {
      recording(changes).thenRejected('CARE_MAY_REPEAT');
      const { apart: _said, ...said } = later(changes);
      const billing = said.facilityId === HOSPITAL ? 'GUARANTEED' : 'REIMBURSEMENT';
      recording({ ...changes, apart: true }).thenRecorded([
        care({ ...said, billing, mayRepeat: ['INV-1'], effectiveOn: said.admittedOn }),
      ]);
    });

    it('is not said to be apart by whoever bills it', () => {
      recording({ admittedOn: localDate('2026-09-04'), apart: true }, desk).thenRejected('CARE_MAY_REPEAT');
    });

    it.each([
      ['on the day on which somebody was moved', { facilityId: CLINIC, admittedOn: localDate('2026-09-05') }],
      ['of a later time', { admittedOn: localDate('2026-09-06'), dischargedOn: localDate('2026-09-08') }],
      [
        'of another sum, thirty days later',
        { admittedOn: localDate('2026-10-05'), dischargedOn: localDate('2026-10-05') },
      ],
    ])('is recorded like any other %s', (_when, changes) => {
      const said = { dischargedOn: localDate('2026-09-07'), ...changes };
      const billing = 'facilityId' in changes ? 'REIMBURSEMENT' : 'GUARANTEED';
      recording(said).thenRecorded([care({ ...later(said), billing, effectiveOn: said.admittedOn })]);
    });
  });

  it('that came with its lines, and is paid apart, is not recorded here as well', () => {
    const { accidentId, facilityId, admittedOn, dischargedOn, invoiceNumber, invoiceIdr } = stay();
    const apart = { accidentId, facilityId, admittedOn, dischargedOn, invoiceNumber, invoiceIdr };
    const before = fold(accidents, guaranteed);
    const [noted] = noteInvoiceApart(apart, before, testContext());
    if (!noted) throw new Error('Nothing was noted');
    expect(noteInvoiceApart(apart, fold(accidents, [...guaranteed, noted]), testContext())).toEqual([]);
    for (const [again, code] of [
      [stay({ invoiceIdr: rupiah(1) }), 'INVOICE_ALREADY_RECORDED'],
      [stay({ invoiceNumber: 'INV-9' }), 'STAY_ALREADY_RECORDED'],
    ] as const) {
      given([...guaranteed, noted])
        .when((state) => recordCare(again, state, testContext(), PLKK))
        .thenRejected(code);
    }
  });

  it('is recorded where what had come with its lines was taken back or passed on, until that comes again', () => {
    const { accidentId, facilityId, admittedOn, dischargedOn, invoiceNumber, invoiceIdr } = stay();
    const apart = { accidentId, facilityId, admittedOn, dischargedOn, invoiceNumber, invoiceIdr };
    const invoiceId = invoiceIdOf(accidentId, facilityId, invoiceNumber);
    const noted = noteInvoiceApart(apart, fold(accidents, guaranteed), testContext());
    const billed = [...guaranteed, ...noted];
    const giveUp = (state: AccidentState) =>
      noteInvoiceGivenUp({ accidentId, invoiceId }, state, testContext());
    const gone = [...billed, ...giveUp(fold(accidents, billed))];
    expect(gone.at(-1)).toMatchObject({ type: 'InvoiceGivenUpApart', data: { facilityId, invoiceNumber } });
    given(gone)
      .when((state) => recordCare(stay(), state, testContext(), PLKK))
      .thenRecorded([care()]);
    given(gone).when(giveUp).thenNothing();
    given(guaranteed).when(giveUp).thenNothing();
    given().when(giveUp).thenNothing();
    const again = [...gone, ...noteInvoiceApart(apart, fold(accidents, gone), testContext())];
    given(again)
      .when((state) => recordCare(stay(), state, testContext(), PLKK))
      .thenRejected('INVOICE_ALREADY_RECORDED');
  });
});
