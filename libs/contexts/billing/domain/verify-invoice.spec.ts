import { describe, expect, it } from '@jest/globals';
import { fold, localDate, rupiah } from '#kernel';
import { decisionSpec } from '#testing/decisions';
import { approveInvoice } from './approve-invoice.js';
import { ACCIDENT, HOSPITAL, facts, line, sent } from './billing.examples.js';
import { billings, invoiceIdOf } from './billing.js';
import { acceptedNow, paidOf } from './invoice.js';
import { approve, at, credit, of, paidBy, played, submit, verify } from './billing-story.examples.js';
import { verifyInvoice } from './verify-invoice.js';

const given = decisionSpec(billings);

describe('a verification', () => {
  const room = (n: number, day: string, price = 800_000) =>
    line(price, { line: n, kind: 'ROOM_DAY', tariffItem: 'KAMAR-I', serviceDate: localDate(day) });
  const tariff = [{ item: 'KAMAR-I', priceIdr: rupiah(500_000) }];
  const agreed = {
    tariffs: [{ from: localDate('2026-09-02'), tariff }],
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

  it('cuts each line to the price of its day, and a room to that of each of its days, where an addendum changes it within the stay', () => {
    const priced = (from: string, priceIdr: number) => ({
      from: localDate(from),
      tariff: [{ item: 'KAMAR-I', priceIdr: rupiah(priceIdr) }],
    });
    const amended = {
      ...agreed,
      tariffs: [priced('2026-09-02', 500_000), priced('2026-09-03', 600_000), priced('2026-09-05', 300_000)],
    };
    const nights = { quantity: 2, unitPriceIdr: rupiah(800_000) };
    const long = sent(
      [
        room(1, '2026-09-02', 550_000),
        { ...room(2, '2026-09-03', 550_000) },
        { ...room(3, '2026-09-04', 1_600_000), ...nights },
      ],
      { dischargedOn: localDate('2026-09-06') },
    );
    expect(played(submit(long), verify({}, facts({}, amended))).at(-1)).toMatchObject({
      data: {
        acceptedIdr: 500_000 + 550_000 + 900_000,
        lines: [
          { line: 1, acceptedIdr: 500_000, reason: 'V-07' },
          { line: 3, acceptedIdr: 900_000, reason: 'V-07' },
        ],
      },
    });
  });

  it('cuts further with a numbered reason, and never gives more than the agreed price', () => {
    const cut = (acceptedIdr: number) => ({
      lines: [{ line: 1, acceptedIdr: rupiah(acceptedIdr), reason: 'V-06' as const }],
      medicalReview: 'MR/1',
    });
    expect(played(submit(stay), verify(cut(100_000), facts({}, agreed))).at(-1)).toMatchObject({
      data: { acceptedIdr: 600_000 },
    });
    given(played(submit(stay)))
      .when(verify({ ...cut(100_000), medicalReview: undefined }, facts({}, agreed)))
      .thenRejected('MEDICAL_REVIEWER_NOT_NAMED');
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

  describe('once more, of an invoice with a line that waited for its letter', () => {
    const three = sent([
      line(3_000_000),
      line(500_000, { line: 2, description: 'Kontrol' }),
      line(9_000_000, { line: 3, description: 'Obat lain' }),
    ]);
    const open = { line: 2, acceptedIdr: rupiah(0), reason: 'V-09' as const };
    const cut = (acceptedIdr: number) => ({
      line: 3,
      acceptedIdr: rupiah(acceptedIdr),
      reason: 'V-05' as const,
    });
    const first = verify({ lines: [open, cut(0)] });
    const approvedOnce = [submit(three), first, approve()];

    it('has what was paid beyond what is accepted since owed back with the approval, once, and pays nothing', () => {
      const less = verify({ lines: [{ line: 1, acceptedIdr: rupiah(1_000_000), reason: 'V-05' }] });
      const history = played(...approvedOnce, less, approve());
      expect(history.slice(-2)).toMatchObject([
        { type: 'InvoiceApproved', data: { acceptedIdr: 1_500_000, notPaidIdr: 0, payments: [] } },
        { type: 'InvoiceCredited', data: { amountIdr: 1_500_000, reason: 'V-05', forCuts: true } },
      ]);
      given(history).when(approve()).thenRejected('NOTHING_MORE_TO_PAY');
      given(history).when(credit(1_500_001)).thenRejected('CREDIT_TOO_LARGE');
      const [invoice] = fold(billings, history).invoices;
      expect([acceptedNow(invoice!), paidOf(invoice!)]).toEqual([1_500_000, 1_500_000]);
    });

    it('opens no line again that was decided: it is cut, or stays', () => {
      const opened = (line: number) => verify({ lines: [{ line, acceptedIdr: rupiah(0), reason: 'V-09' }] });
      given(played(...approvedOnce))
        .when(opened(1))
        .thenRejected('LINE_DECIDED_ALREADY');
      given(played(...approvedOnce, verify(), approve()))
        .when(opened(2))
        .thenRejected('INVOICE_APPROVED');
    });

    it('decides nothing before it is approved: verified anew, its line waits on, and what was approved to be cut stays cut', () => {
      const waitsOn = verify({ lines: [open] });
      const history = played(...approvedOnce, verify(), waitsOn);
      expect(history.at(-1)?.data).toMatchObject({ lines: [open, cut(0)], acceptedIdr: 3_000_000 });
      expect(played(...approvedOnce, verify(), verify()).at(-1)?.data).toMatchObject({
        lines: [cut(0)],
        acceptedIdr: 3_500_000,
      });
      given(played(...approvedOnce, verify()))
        .when(verify({ lines: [{ ...open, line: 1 }] }))
        .thenRejected('LINE_DECIDED_ALREADY');
    });

    it('pays another invoice in full, whatever was paid too much of this one', () => {
      const less = verify({ lines: [{ line: 1, acceptedIdr: rupiah(1_000_000), reason: 'V-05' }] });
      const later = localDate('2026-09-20');
      const other = sent([line(7_000_000, { serviceDate: later })], {
        invoiceNumber: 'INV-2',
        admittedOn: later,
        dischargedOn: later,
      });
      const id = invoiceIdOf(ACCIDENT, HOSPITAL, 'INV-2');
      const both = [...approvedOnce, less, submit(other), verify({ apart: true }, facts(), id)];
      expect(paidBy(...both, approve(facts(), id))).toEqual([7_000_000]);
    });

    it('leaves cut what was cut of another line, before the rest is approved and after it', () => {
      expect(paidBy(...approvedOnce)).toEqual([3_000_000]);
      expect(played(...approvedOnce, verify()).at(-1)).toMatchObject({
        data: { acceptedIdr: 3_500_000, lines: [cut(0)] },
      });
      expect(paidBy(...approvedOnce, verify(), approve())).toEqual([500_000]);
      expect(paidBy(submit(three), first, verify(), approve())).toEqual([3_500_000]);
    });

    it('cuts it otherwise, or accepts it, where the line is named again', () => {
      expect(paidBy(...approvedOnce, verify({ lines: [cut(1_000_000)] }), approve())).toEqual([1_500_000]);
      expect(paidBy(...approvedOnce, verify({ lines: [cut(9_000_000)] }), approve())).toEqual([9_500_000]);
    });

    it('leaves the cut also where the letter still does not come', () => {
      const stillOpen = verify({ lines: [open] });
      expect(played(submit(three), first, stillOpen).at(-1)).toMatchObject({
        data: { acceptedIdr: 3_000_000, lines: [{ ...open, open: true }, cut(0)] },
      });
      expect(paidBy(submit(three), first, stillOpen, verify(), approve())).toEqual([3_500_000]);
    });

    it('never leaves more of it than the agreed price', () => {
      const priced = facts(
        {},
        {
          careUntil: localDate('2027-03-31'),
          tariffs: [
            { from: localDate('2026-09-02'), tariff: [{ item: 'OBAT-1', priceIdr: rupiah(2_000_000) }] },
          ],
        },
      );
      const withItem = sent(
        three.health.lines.map((one) => (one.line === 3 ? { ...one, tariffItem: 'OBAT-1' } : one)),
      );
      const lessened = verify({ lines: [open, cut(4_000_000)] });
      expect(played(submit(withItem), lessened, verify({}, priced)).at(-1)).toMatchObject({
        data: { lines: [{ line: 3, acceptedIdr: 2_000_000, reason: 'V-07' }] },
      });
    });

    it('begins anew once nothing waits any more', () => {
      expect(paidBy(submit(three), verify({ lines: [cut(0)] }), verify(), approve())).toEqual([12_500_000]);
    });
  });

  it('is not made, nor approved, of what stands with the accident by now: its claim pays that', () => {
    const ofTheClaim = facts({
      care: [
        {
          facilityId: HOSPITAL,
          invoiceNumber: 'INV-1',
          admittedOn: localDate('2026-09-02'),
          dischargedOn: localDate('2026-09-05'),
          invoiceIdr: rupiah(7_500_000),
        },
      ],
    });
    given(played(submit())).when(verify({}, ofTheClaim)).thenRejected('CARE_RECORDED_ALREADY');
    given(played(submit(), verify())).when(approve(ofTheClaim)).thenRejected('CARE_RECORDED_ALREADY');
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
