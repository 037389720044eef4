import { describe, expect, it } from '@jest/globals';
import { countedIn } from './reports.js';

const recorded = (stream: string, type: string, data: object) => ({
  position: 0,
  stream,
  revision: 0,
  type,
  id: '',
  commandId: '',
  data: data as Readonly<Record<string, unknown>>,
});

const paid = (payoutId: string, participantId: string, id: string, amountIdr: number) => [
  recorded(`payout-${payoutId}`, 'PayoutOrdered', { payoutId, participantId, source: { id }, amountIdr }),
  recorded(`payout-${payoutId}`, 'PayoutSettled', { payoutId, amountIdr }),
];

/** Two workers: one is hurt and treated, the other dies of an illness. */
const LOG = [
  ...['1', '2'].map((one) => recorded(`participant-${one}`, 'ParticipantRegistered', { participantId: one })),
  recorded('participant-1', 'ContributionPaid', { participantId: '1', amountIdr: 16_800 }),
  recorded('participant-2', 'ContributionPaid', { participantId: '2', amountIdr: 33_600 }),
  recorded('accident-1', 'CareProvided', { accidentId: '1', participantId: '1', invoiceIdr: 4_500_000 }),
  recorded('accident-1', 'AccidentConcluded', { accidentId: '1', conclusion: 'WORK_ACCIDENT' }),
  recorded('accident-2', 'CareProvided', { accidentId: '2', participantId: '2', invoiceIdr: 700_000 }),
  recorded('participant-2', 'DeathReported', { participantId: '2' }),
  recorded('claim-a', 'ClaimSubmitted', { claimId: 'a', participantId: '1', programme: 'JKK' }),
  recorded('claim-b', 'ClaimSubmitted', { claimId: 'b', participantId: '2', programme: 'JKM' }),
  recorded('claim-a', 'ClaimApproved', {}),
  recorded('claim-b', 'ClaimDenied', {}),
  ...paid('p', '1', 'a', 4_500_000),
  ...paid('q', '2', 'b', 42_000_000),
];

describe('what reports should come to', () => {
  it('is counted from the log', () => {
    const counted = countedIn(LOG).map(({ report, figure, value, persons }) => [
      `${figure} of ${report}`,
      value,
      persons,
    ]);
    expect(counted).toEqual([
      ['persons of active-participants?on=2026-09-30', 1, 1],
      ['receivedIdr of contributions?', 50_400, 2],
      ['amountIdr of claims-paid?', 46_500_000, 2],
      ['payments of claims-paid?', 2, 2],
      ['amountIdr of claims-paid?programme=JKK', 4_500_000, 1],
      ['amountIdr of claims-paid?programme=JKM', 42_000_000, 1],
      ['claims of decisions?', 2, 2],
      ['allIdr of plkk-share?', 4_500_000, 1],
    ]);
  });
});
