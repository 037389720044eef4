import { describe, expect, it } from '@jest/globals';
import { fold, rupiah } from '#kernel';
import { decisionSpec } from '#testing/decisions';
import { line, sent } from './billing.examples.js';
import { approve, approver, credit, of, played, submit, verify } from './billing-story.examples.js';
import type { Step } from './billing-story.examples.js';
import { billings } from './billing.js';
import { paidOf } from './invoice.js';
import { creditInvoice } from './settle-invoice.js';

const given = decisionSpec(billings);

/** What the facility has of the first invoice in the end. */
const kept = (...steps: readonly Step[]): number =>
  fold(billings, played(...steps)).invoices.map(paidOf)[0] ?? 0;

describe('a note of 5,000,000 about an invoice of which a line waits for its letter', () => {
  const two = sent([line(30_000_000), line(1_000_000, { line: 2, description: 'Kontrol' })]);
  const open = { lines: [{ line: 2, acceptedIdr: rupiah(0), reason: 'V-09' as const }] };
  const paid = [submit(two), verify(open), approve()];
  const cut = { lines: [{ line: 1, acceptedIdr: rupiah(25_000_000), reason: 'V-05' as const }] };

  it('stands once the letter comes, and the rest is paid beside it', () => {
    expect(kept(...paid, credit(5_000_000), verify(), approve())).toBe(26_000_000);
  });

  it('and a cut: whoever verifies says whether it is the same money', () => {
    given(played(...paid, credit(5_000_000)))
      .when(verify(cut))
      .thenRejected('CREDITED_BY_NOTE');
  });

  it('is taken off once where the cut says the same', () => {
    const replaced = verify({ ...cut, notes: 'REPLACED' });
    expect(kept(...paid, credit(5_000_000), replaced, approve())).toBe(26_000_000);
    given(played(...paid, credit(5_000_000), replaced, approve()))
      .when(approve())
      .thenRejected('NOTHING_MORE_TO_PAY');
  });

  it('is taken off beside the cut where that is of something else', () => {
    const beside = verify({ ...cut, notes: 'STAND' });
    expect(kept(...paid, credit(5_000_000), beside, approve())).toBe(21_000_000);
  });

  it('is replaced by nothing where no line is cut further', () => {
    const history = played(...paid, credit(5_000_000), verify({ notes: 'REPLACED' }));
    expect(history.at(-1)?.data).not.toHaveProperty('notesReplaced');
  });

  describe('that a cut replaced, and it is verified anew before anybody approves that', () => {
    const replaced = [...paid, credit(5_000_000), verify({ ...cut, notes: 'REPLACED' })];
    const less = { lines: [{ line: 1, acceptedIdr: rupiah(29_000_000), reason: 'V-05' as const }] };

    it('stands where the cut is taken back', () => {
      const history = played(...replaced, verify());
      expect(history.at(-1)?.data).toMatchObject({ notesReplaced: false, weighedIdr: 26_000_000 });
      expect(kept(...replaced, verify(), approve())).toBe(26_000_000);
    });

    it('stands beside another cut, or is replaced by it, as is said once more', () => {
      given(played(...replaced))
        .when(verify(less))
        .thenRejected('CREDITED_BY_NOTE');
      expect(kept(...replaced, verify({ ...less, notes: 'STAND' }), approve())).toBe(25_000_000);
      expect(kept(...replaced, verify({ ...less, notes: 'REPLACED' }), approve())).toBe(30_000_000);
    });

    it('stands beside a note that came meanwhile', () => {
      expect(kept(...replaced, credit(2_000_000, 'NK/4'), verify(), approve())).toBe(24_000_000);
    });

    it('counts no more once that was approved', () => {
      const three = sent([...two.health.lines, line(2_000_000, { line: 3, description: 'Obat' })]);
      const waits = (of: number) => ({ line: of, acceptedIdr: rupiah(0), reason: 'V-09' as const });
      const bothOpen = { lines: [waits(2), waits(3)] };
      const oneOpen = { lines: [...cut.lines, waits(3)], notes: 'REPLACED' };
      const begun = [submit(three), verify(bothOpen), approve(), credit(5_000_000), verify(oneOpen)];
      expect(kept(...begun, approve(), verify(), approve())).toBe(28_000_000);
    });
  });

  describe('that comes while a cut waits for its approval', () => {
    const besideCuts =
      (amountIdr: number): Step =>
      (state) =>
        creditInvoice(
          { ...of(), amountIdr: rupiah(amountIdr), reason: 'V-05', reference: 'NK/4', besideCuts: true },
          state,
          approver,
          [],
        );

    it('is not written: the approval credits the cut', () => {
      given(played(...paid, verify(cut)))
        .when(credit(5_000_000))
        .thenRejected('CREDITED_WITH_APPROVAL');
      expect(kept(...paid, verify(cut), approve())).toBe(26_000_000);
    });

    it('is written where it is of something else, as far as the cut leaves something', () => {
      expect(kept(...paid, verify(cut), besideCuts(5_000_000), approve())).toBe(21_000_000);
      given(played(...paid, verify(cut)))
        .when(besideCuts(26_000_001))
        .thenRejected('CREDIT_TOO_LARGE');
    });
  });
});
