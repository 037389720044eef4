import { describe, expect, it } from '@jest/globals';
import { localDate, period, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { AGREEMENT, VILLAGE } from './participant.examples.js';
import {
  Allocation,
  type StartListInput,
  completeList,
  handInLines,
  linesAgain,
  paymentListIdOf,
  paymentLists,
  remarkLines,
  startList,
} from './payment-list.js';
import type { LineRemark, PaymentListEvent } from './payment-list.events.js';
import { type PaymentColumn, readPaymentRow } from './payment-row.js';

const given = decisionSpec(paymentLists);
const context = testContext();
const effectiveOn = context.today;
const listId = 'list-1';
const [SITI, BUDI, ANI] = ['siti', 'budi', 'ani'] as const;

const terms = {
  sponsorId: VILLAGE,
  agreementId: AGREEMENT,
  period: period('2026-11'),
  months: 1,
  paidOn: localDate('2026-11-02'),
  receipt: 'SP2D-2',
  amountIdr: rupiah(40_000),
};
const start: StartListInput = { listId, ...terms, fileDigest: 'digest', rows: 3 };
const unread: LineRemark = { line: 4, code: 'NIK_MALFORMED', detail: 'The NIK has 16 digits' };
const left: LineRemark = { line: 3, code: 'NOT_COVERED_BY_AMOUNT', detail: '…', participantId: BUDI };
const page = {
  listId,
  page: 0,
  lines: [
    { line: 2, participantId: SITI, amountIdr: rupiah(16_800) },
    { line: 3, participantId: BUDI },
  ],
  rejected: [unread],
};
const totals = { listId, rows: 3, paid: 1, paidIdr: rupiah(16_800), remainderIdr: rupiah(23_200) };

const started: PaymentListEvent = { type: 'PaymentListStarted', data: { ...start, effectiveOn } };
const handedIn: PaymentListEvent = { type: 'PaymentLinesHandedIn', data: { ...page, effectiveOn } };
const remarks = { listId, page: 0, rejected: [left, unread] };
const remarked: PaymentListEvent = { type: 'PaymentLinesRemarked', data: { ...remarks, effectiveOn } };
const completed: PaymentListEvent = { type: 'PaymentListCompleted', data: { ...totals, effectiveOn } };
const FINISHED = [started, handedIn, remarked, completed];
const stateOf = (events: readonly PaymentListEvent[]) =>
  events.reduce(paymentLists.evolve, paymentLists.initial);

describe('A list of payments', () => {
  it('is started, handed in, remarked and completed, each once', () => {
    given()
      .when((state) => startList(start, state, context))
      .thenRecorded([started]);
    given([started])
      .when((state) => handInLines(page, state, context))
      .thenRecorded([handedIn]);
    given([started, handedIn])
      .when((state) => remarkLines(remarks, state, context))
      .thenRecorded([remarked]);
    given([started, handedIn, remarked])
      .when((state) => completeList(totals, state, context))
      .thenRecorded([completed]);
    for (const again of [
      (state: ReturnType<typeof stateOf>) => startList(start, state, context),
      (state: ReturnType<typeof stateOf>) => handInLines(page, state, context),
      (state: ReturnType<typeof stateOf>) => remarkLines(remarks, state, context),
      (state: ReturnType<typeof stateOf>) => completeList(totals, state, context),
    ])
      given(FINISHED).when(again).thenNothing();
  });

  it('may be for months before the payment, but not paid after today nor for a number of months that nobody buys', () => {
    const starting = (changes: Partial<StartListInput>) =>
      given().when((state) => startList({ ...start, ...changes }, state, context));
    const october = { ...start, period: period('2026-10') };
    starting(october).thenRecorded([{ type: 'PaymentListStarted', data: { ...october, effectiveOn } }]);
    starting({ paidOn: localDate('2026-11-21') }).thenRejected('PAID_IN_FUTURE');
    starting({ months: 5 }).thenRejected('MONTHS_NOT_OFFERED');
    starting({ period: period('2027-12') }).thenRejected('PERIOD_TOO_FAR_AHEAD');
  });

  it('takes nothing before it was started', () => {
    given()
      .when((state) => handInLines(page, state, context))
      .thenRejected('LIST_NOT_STARTED');
  });

  it('knows in the end whom it named, what came of it and what is left', () => {
    const { rows, paid, paidIdr, remainderIdr } = totals;
    expect(stateOf(FINISHED)).toEqual({
      situation: 'COMPLETED',
      terms,
      lines: page.lines,
      report: { rows, paid, paidIdr, remainderIdr, rejected: [left, unread] },
    });
  });

  it('is another one for another sum, month or receipt', () => {
    const ids = [
      terms,
      { ...terms, amountIdr: rupiah(40_001) },
      { ...terms, period: period('2026-12') },
      { ...terms, receipt: 'SP2D-3' },
    ].map((one) => paymentListIdOf('digest', one));
    expect(new Set(ids).size).toBe(4);
    expect(paymentListIdOf('digest', { ...terms })).toBe(ids[0]);
  });
});

describe('A list again', () => {
  const again = (joiners: readonly string[] = [], leavers: readonly string[] = []) =>
    linesAgain({ state: stateOf(FINISHED), joiners, leavers }).lines;

  it('names everybody again, whether paid for or not; what was said to be paid for one held for that month', () => {
    expect(again()).toEqual([
      { line: 1, participantId: SITI },
      { line: 2, participantId: BUDI },
    ]);
  });

  it('names who joins, and no more who leaves', () => {
    expect(again([ANI], [SITI]).map(({ participantId }) => participantId)).toEqual([BUDI, ANI]);
  });

  it.each([
    ['who leaves was not on it', () => again([], [ANI]), 'NOT_ON_THE_LIST'],
    ['who joins is on it', () => again([SITI]), 'NOT_ON_THE_LIST'],
    ['everybody leaves', () => again([], [SITI, BUDI]), 'LIST_NAMES_NOBODY'],
    ['there is none', () => linesAgain({ state: stateOf([]), joiners: [], leavers: [] }), 'LIST_NOT_FOUND'],
    [
      'it was not finished',
      () => linesAgain({ state: stateOf([started, handedIn]), joiners: [], leavers: [] }),
      'LIST_NOT_FINISHED',
    ],
  ])('is refused where %s', (_why, work, code) => {
    expect(work).toThrow(expect.objectContaining({ code }));
  });
});

describe('A sum', () => {
  it('is given out in turn as long as enough of it is left', () => {
    const sum = new Allocation(rupiah(40_000));
    sum.give(rupiah(16_800));
    sum.give(rupiah(16_800));
    expect(() => sum.give(rupiah(16_800))).toThrow(
      expect.objectContaining({ code: 'NOT_COVERED_BY_AMOUNT' }),
    );
    sum.give(rupiah(6_400));
    expect([sum.givenIdr, sum.leftIdr]).toEqual([40_000, 0]);
    sum.takeBack(rupiah(16_800));
    expect([sum.givenIdr, sum.leftIdr]).toEqual([23_200, 16_800]);
  });

  it('that nobody named is whatever is due', () => {
    const sum = new Allocation();
    sum.give(rupiah(16_800));
    expect([sum.givenIdr, sum.leftIdr]).toEqual([16_800, 0]);
  });
});

describe('A line of a list of payments', () => {
  const read = (cells: Partial<Record<PaymentColumn, string>>) =>
    readPaymentRow({ nik: '', participant_id: '', amount: '', ...cells });
  const participantId = '6a2b7f0c-0d7a-4f5a-8a53-2f1f5d0a9b22';

  it.each([
    [{ nik: '3216.0552-0590 0001' }, { nik: '3216055205900001' }],
    [{ participant_id: participantId.toUpperCase(), nik: '1' }, { participantId }],
    [
      { nik: '3216055205900001', amount: '16.800' },
      { nik: '3216055205900001', amountIdr: 16_800 },
    ],
    [{ amount: '16800' }, 'NOBODY_NAMED'],
    [{ nik: '123' }, 'NIK_MALFORMED'],
    [{ participant_id: 'Siti' }, 'PARTICIPANT_ID_MALFORMED'],
    [{ nik: '3216055205900001', amount: 'banyak' }, 'AMOUNT_MALFORMED'],
  ])('%j is read as %j', (cells, expected) => {
    const row = read(cells);
    expect('code' in row ? row.code : row).toEqual(expected);
  });
});
