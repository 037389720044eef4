import { describe, it } from '@jest/globals';
import { localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { ACCIDENT_ID, notified, stageOne } from './accident.examples.js';
import { accidents } from './accident.js';
import { noteInvoiceApproved } from './note-invoice-approved.js';

const given = decisionSpec(accidents);
const context = testContext({ today: localDate('2026-11-20') });
const approved = {
  accidentId: ACCIDENT_ID,
  invoiceId: '5b1d2c3e-0a4b-5c6d-8e7f-901234567800',
  approvalId: '5b1d2c3e-0a4b-5c6d-8e7f-901234567801',
  approvedIdr: rupiah(7_000_000),
};

describe('An invoice that was approved apart from the claim', () => {
  it('is noted with its accident, each approval once', () => {
    const before = notified();
    const participantId = before.type === 'AccidentNotified' ? before.data.participantId : '';
    const noted = {
      type: 'InvoiceApprovedApart' as const,
      data: { ...approved, participantId, effectiveOn: localDate('2026-11-20') },
    };
    const noting = (input: typeof approved) => (state: Parameters<typeof noteInvoiceApproved>[1]) =>
      noteInvoiceApproved(input, state, context);
    given([before, stageOne()]).when(noting(approved)).thenRecorded([noted]);
    given([before, stageOne(), noted]).when(noting(approved)).thenNothing();
    const again = { ...approved, approvalId: '5b1d2c3e-0a4b-5c6d-8e7f-901234567802' };
    given([before, stageOne(), noted])
      .when(noting(again))
      .thenRecorded([{ ...noted, data: { ...noted.data, approvalId: again.approvalId } }]);
    given().when(noting(approved)).thenRejected('ACCIDENT_NOT_FOUND');
  });
});
