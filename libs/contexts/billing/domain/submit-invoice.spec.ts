import { describe, expect, it } from '@jest/globals';
import { fold, localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { ACCIDENT, HOSPITAL, facts, line, sent } from './billing.examples.js';
import { billings, invoiceIdOf } from './billing.js';
import {
  type Step,
  approve,
  approver,
  desk,
  of,
  paidBy,
  played,
  submit,
  verifier,
  verify,
} from './billing-story.examples.js';
import { readmitInvoice, returnInvoice, withdrawInvoice } from './return-invoice.js';
import { reviseInvoice, submitInvoice } from './submit-invoice.js';

const given = decisionSpec(billings);

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

  it('ends where the agreement has stopped, and patients in care were treated on until then: what follows is billed apart', () => {
    const stopped = facts({}, { careUntil: localDate('2026-09-04') });
    given([])
      .when((state) => submitInvoice(sent([line(7_500_000)]), state, desk, stopped))
      .thenRejected('STAY_AFTER_AGREEMENT');
    const partOf = sent([line(5_000_000)], { dischargedOn: localDate('2026-09-04') });
    expect(submitInvoice(partOf, billings.initial, desk, stopped)).toHaveLength(1);
    const withoutLetter = facts({ letters: [] }, { careUntil: localDate('2026-09-04') });
    expect(submitInvoice(sent([line(7_500_000)]), billings.initial, desk, withoutLetter)).toHaveLength(1);
  });

  it('comes again though the right has lapsed since, where it came in time; not where it was taken back', () => {
    const old = facts({ occurredOn: localDate('2021-11-30') });
    const afterwards = testContext({ today: localDate('2026-12-05') });
    const revise: Step = (state) =>
      reviseInvoice({ ...sent([line(7_500_000)]), ...of() }, state, afterwards, old);
    const history = played(submit(sent([line(7_500_000)]), old), returned);
    expect(revise(fold(billings, history))).toMatchObject([{ type: 'InvoiceRevised' }]);
    given([...history, ...withdrawInvoice(of(), fold(billings, history), desk)])
      .when(revise)
      .thenRejected('TOO_LATE_TO_BILL');
    given([])
      .when((state) => submitInvoice(sent([line(7_500_000)]), state, afterwards, old))
      .thenRejected('TOO_LATE_TO_BILL');
  });

  it('does not come again after 30 days', () => {
    const later = testContext({ today: localDate('2026-12-21') });
    given(played(submit(), returned))
      .when((state) => reviseInvoice({ ...sent([line(7_500_000)]), ...of() }, state, later, facts()))
      .thenRejected('TOO_LATE_TO_RESUBMIT');
  });

  it('that is taken back comes again neither later nor more often: a meeting lets it in', () => {
    const takenBack: Step = (state) => withdrawInvoice(of(), state, desk);
    const later = testContext({ today: localDate('2026-12-21') });
    given(played(submit(), returned, takenBack))
      .when((state) => reviseInvoice({ ...sent([line(7_500_000)]), ...of() }, state, later, facts()))
      .thenRejected('TOO_LATE_TO_RESUBMIT');
    const thrice = [returned, again, returned, again, returned, again, returned, takenBack];
    given(played(submit(), ...thrice))
      .when(again)
      .thenRejected('TOO_LATE_TO_RESUBMIT');
    const meeting: Step = (state) => readmitInvoice({ ...of(), reference: 'BA/4/2026' }, state, approver);
    expect(paidBy(submit(), ...thrice, meeting, again, verify(), approve())).toEqual([7_500_000]);
    given(played(submit(), takenBack)).when(meeting).thenRejected('INVOICE_WITHDRAWN');
    expect(paidBy(submit(), takenBack, again, verify(), approve())).toEqual([7_500_000]);
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
