import { describe, expect, it } from '@jest/globals';
import { localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import type { BillTaken } from './bill.events.js';
import { type Bill, type BillFate, billIdsOf, bills, takeBill } from './bill.js';

const given = decisionSpec(bills);
const { today } = testContext();

const HERE = { accidentId: '5f0c8a5e-1111-5000-8000-000000000001', apart: false };
const THERE = { accidentId: '5f0c8a5e-1111-5000-8000-000000000002', apart: true };
const BILL: Bill = {
  participantId: '5f0c8a5e-2222-8000-8000-000000000001',
  facilityId: '5f0c8a5e-3333-5000-8000-000000000001',
  invoiceNumber: 'INV-1',
  admittedOn: localDate('2026-09-02'),
  dischargedOn: localDate('2026-09-05'),
  invoiceIdr: rupiah(7_500_000),
};

const taken = (owner: BillTaken['data'] | typeof HERE, on = today): BillTaken => ({
  type: 'BillTaken',
  data: { ...owner, effectiveOn: on },
});
const YESTERDAY = localDate('2020-01-01');
const take = (history: readonly BillTaken[], fate: BillFate) =>
  given(history).when((state) => takeBill(HERE, state, testContext(), { fate }));

describe('a bill of a facility', () => {
  it('is taken for the accident under which it is recorded first', () => {
    take([], 'NOT_RECORDED').thenRecorded([taken(HERE)]);
  });

  it('is paid for one accident only: what stands with another is refused', () => {
    take([taken(THERE, YESTERDAY)], 'KEPT').thenRejected('BILL_OF_ANOTHER_ACCIDENT');
  });

  it('belongs to another accident once the first gave it up', () => {
    take([taken(THERE)], 'GIVEN_UP').thenRecorded([taken(HERE)]);
  });

  it('waits where it is being recorded at this moment, also for the same accident', () => {
    take([taken(THERE)], 'NOT_RECORDED').thenRejected('BILL_OF_ANOTHER_ACCIDENT');
    take([taken({ ...HERE, apart: true })], 'NOT_RECORDED').thenRejected('BILL_OF_ANOTHER_ACCIDENT');
  });

  it('is nobody’s where it was taken on an earlier day and never recorded', () => {
    take([taken(THERE, YESTERDAY)], 'NOT_RECORDED').thenRecorded([taken(HERE)]);
  });

  it('is taken once, however often it is sent', () => {
    take([taken(HERE)], 'KEPT').thenNothing();
  });

  it('has one name by its number, and one by its days and sum for one person', () => {
    const [number, stay] = billIdsOf(BILL);
    expect(billIdsOf({ ...BILL, invoiceIdr: rupiah(1) })[0]).toBe(number);
    expect(billIdsOf({ ...BILL, participantId: HERE.accidentId })[0]).toBe(number);
    expect(billIdsOf({ ...BILL, invoiceNumber: 'INV-2' })[1]).toBe(stay);
    expect(billIdsOf({ ...BILL, participantId: HERE.accidentId })[1]).not.toBe(stay);
  });
});
