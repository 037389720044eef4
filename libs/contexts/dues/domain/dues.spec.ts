import { describe, expect, it } from '@jest/globals';
import { fold, localDate, period, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { billMonth } from './bill-month.js';
import { FACTORY, duesPaid, monthBilled, monthSettled } from './dues.examples.js';
import { dues } from './dues.js';
import { duesYears } from './dues-years.js';
import { confirmDues, payDues } from './pay-dues.js';

/** Today is 20 November 2026. */
const context = testContext();
const CLERK = context.actor.id;
const given = decisionSpec(duesYears);
const EMPLOYER = { startedOn: localDate('2026-01-02') };

const paying = (amountIdr: number, paidOn: string, bankReference = 'B-1') => ({
  employerId: FACTORY,
  paymentId: `payment-${bankReference}`,
  amountIdr: rupiah(amountIdr),
  bankReference,
  paidOn: localDate(paidOn),
});
const AUGUST = monthBilled('2026-08', 1_000_000, 'report-8', '2026-09-15');
const SEPTEMBER = monthBilled('2026-09', 1_000_000, 'report-9', '2026-10-15');
const OCTOBER = monthBilled('2026-10', 1_000_000, 'report-10', '2026-11-16');

describe('a payment of an employer', () => {
  it('pays a whole month in time', () => {
    given([OCTOBER])
      .when((state) => payDues(paying(1_000_000, '2026-11-16'), state, context, EMPLOYER))
      .thenRecorded([
        duesPaid(1_000_000, '2026-11-16'),
        monthSettled('2026-10', 1_000_000, '2026-11-16', ['report-10']),
      ]);
  });

  it('pays the oldest month first, with its fine, and keeps what is left as credit', () => {
    given([AUGUST, SEPTEMBER, OCTOBER])
      .when((state) => payDues(paying(2_500_000, '2026-11-16'), state, context, EMPLOYER))
      .thenRecorded([
        duesPaid(2_500_000, '2026-11-16'),
        // Three months have begun since 15 September, two since 15 October: 2 % each.
        monthSettled('2026-08', 1_000_000, '2026-11-16', ['report-8'], [60_000, 3]),
        monthSettled('2026-09', 1_000_000, '2026-11-16', ['report-9'], [40_000, 2]),
      ]);
    const history = [
      AUGUST,
      SEPTEMBER,
      OCTOBER,
      duesPaid(2_500_000, '2026-11-16'),
      monthSettled('2026-08', 1_000_000, '2026-11-16', ['report-8'], [60_000, 3]),
      monthSettled('2026-09', 1_000_000, '2026-11-16', ['report-9'], [40_000, 2]),
    ];
    expect(fold(dues, history)).toMatchObject({ creditIdr: 400_000, paidFirstOn: '2026-11-16' });
    given(history)
      .when((state) => payDues(paying(600_000, '2026-11-16', 'B-2'), state, context, EMPLOYER))
      .thenRecorded([
        duesPaid(600_000, '2026-11-16', 'B-2'),
        monthSettled('2026-10', 1_000_000, '2026-11-16', ['report-10']),
      ]);
  });

  it('never pays a part of a month, nor a newer one before an older one', () => {
    given([AUGUST, monthBilled('2026-09', 10_000, 'report-9', '2026-10-15')])
      .when((state) => payDues(paying(999_999, '2026-09-15'), state, context, EMPLOYER))
      .thenRecorded([duesPaid(999_999, '2026-09-15', 'B-1', CLERK)]);
  });

  it.each([
    ['2026-11-21', 'PAID_IN_FUTURE'],
    ['2026-01-01', 'PAID_BEFORE_EMPLOYER'],
  ])('of %s is refused: %s', (day, code) => {
    given()
      .when((state) => payDues(paying(1, day), state, context, EMPLOYER))
      .thenRejected(code);
  });

  it('is recorded once for each bank reference', () => {
    given([duesPaid(1, '2026-11-16')])
      .when((state) => payDues(paying(1, '2026-11-17'), state, context, EMPLOYER))
      .thenRejected('BANK_REFERENCE_KNOWN');
  });

  it('that was entered late is confirmed by a second person', () => {
    const late = [duesPaid(1_000, '2026-10-01', 'B-1', CLERK)];
    given(late)
      .when((state) => confirmDues({ employerId: FACTORY }, state, context))
      .thenRejected('ENTERED_BY_YOU');
    const second = testContext({ actor: { ...context.actor, id: 'another' } });
    const confirmed = confirmDues({ employerId: FACTORY }, fold(dues, late), second);
    expect(fold(dues, [...late, ...confirmed]).backDatedBy).toEqual([]);
    given()
      .when((state) => confirmDues({ employerId: FACTORY }, state, context))
      .thenRejected('NOTHING_BACK_DATED');
  });
});

describe('the bill of a month', () => {
  const billing = (changeIdr: number, reportId: string) => ({
    employerId: FACTORY,
    reportId,
    period: period('2026-10'),
    components: [{ code: 'CONTRIB_JKK', amountIdr: rupiah(changeIdr) }],
    changeIdr: rupiah(changeIdr),
  });

  it('is due on the 15th of the next month, or on the next working day', () => {
    given()
      .when((state) => billMonth(billing(1_000_000, 'report-10'), state, context))
      .thenRecorded([OCTOBER]);
  });

  it('is made once for each report', () => {
    given([OCTOBER])
      .when((state) => billMonth(billing(1_000_000, 'report-10'), state, context))
      .thenRecorded([]);
    given([
      OCTOBER,
      duesPaid(1_000_000, '2026-11-16'),
      monthSettled('2026-10', 1_000_000, '2026-11-16', ['report-10']),
    ])
      .when((state) => billMonth(billing(1_000_000, 'report-10'), state, context))
      .thenRecorded([]);
  });

  it('is paid at once from credit', () => {
    given([duesPaid(1_200_000, '2026-11-16')])
      .when((state) => billMonth(billing(1_000_000, 'report-10'), state, context))
      .thenRecorded([
        OCTOBER,
        // Due on 16 November, paid four days later.
        monthSettled('2026-10', 1_000_000, '2026-11-20', ['report-10'], [20_000, 1]),
      ]);
  });

  it('that a correction makes less gives back what was paid as credit', () => {
    const paid = [
      OCTOBER,
      duesPaid(1_000_000, '2026-11-16'),
      monthSettled('2026-10', 1_000_000, '2026-11-16', ['report-10']),
    ];
    const less = monthBilled('2026-10', -300_000, 'report-10b', '2026-11-16');
    given(paid)
      .when((state) => billMonth(billing(-300_000, 'report-10b'), state, context))
      .thenRecorded([less, monthSettled('2026-10', 0, '2026-11-20', ['report-10b'])]);
    expect(fold(dues, [...paid, less])).toMatchObject({
      creditIdr: 300_000,
      bills: { '2026-10': { billedIdr: 700_000, paidIdr: 700_000 } },
    });
  });

  it('that a correction makes more is fined from the day on which the month was due', () => {
    const paid = [
      OCTOBER,
      duesPaid(1_000_000, '2026-11-16'),
      monthSettled('2026-10', 1_000_000, '2026-11-16', ['report-10']),
      monthBilled('2026-10', 500_000, 'report-10b', '2026-11-16'),
    ];
    given(paid)
      .when((state) => payDues(paying(510_000, '2026-11-20', 'B-2'), state, context, EMPLOYER))
      .thenRecorded([
        duesPaid(510_000, '2026-11-20', 'B-2'),
        monthSettled('2026-10', 500_000, '2026-11-20', ['report-10b'], [10_000, 1]),
      ]);
  });
});
