import { describe, expect, it } from '@jest/globals';
import type { PrintedDocument } from '#documents';
import { localDate, period, rupiah } from '#kernel';
import { SITI } from '../../domain/participant.examples.js';
import { cardOf, receiptOf } from './printed.js';

const WHO = { name: 'Siti Rahmawati', nikMasked: '0000**********01' };

const MEMBER = {
  ...WHO,
  participantId: SITI,
  birthDate: localDate('1990-05-12'),
  segment: 'BPU',
  registeredOn: localDate('2026-11-02'),
  memberships: [
    {
      membershipId: null,
      actions: '/participants/5d0a4c1e-7f35-8a10-9c44-0d8f3f0c1a01/actions',
      placementId: null,
      projectId: null,
      projectName: null,
      segment: 'BPU',
      employerId: null,
      employerName: null,
      npp: null,
      kpj: '26000000005',
      startedOn: localDate('2026-11-02'),
      endedOn: null,
      recordedOn: localDate('2026-11-02'),
      endRecordedOn: null,
      leavingReason: null,
      confirmed: true,
      programmes: ['JKK', 'JKM'],
    },
  ],
} as const;

const PAID = {
  participantId: SITI,
  paymentId: '11111111-1111-4111-8111-111111111111',
  period: period('2026-12'),
  months: 2,
  amountIdr: rupiah(16_800),
  payer: 'VILLAGE',
  paidOn: localDate('2026-11-02'),
  recordedOn: localDate('2026-11-03'),
  receipt: 'SP2D-1',
  reversedOn: null,
  reversal: null,
} as const;

/** Labels and values in one language. */
const factsOf = ({ parts }: PrintedDocument, language: 'id' | 'en') =>
  parts.flatMap((part) =>
    part.kind === 'FACTS' ? part.facts.map(([label, value]) => [label[language], value]) : [],
  );

describe('What is printed of a participant', () => {
  it('is a card that says who it is, as what, and since when', () => {
    expect(factsOf(cardOf(MEMBER, 'id'), 'id')).toEqual([
      ['Nama', 'Siti Rahmawati'],
      ['NIK', '0000**********01'],
      ['Tanggal lahir', '12 Mei 1990'],
      ['Kepesertaan', 'Bukan penerima upah (BPU)'],
      ['KPJ', '26000000005'],
      ['Sejak', '2 November 2026'],
    ]);
  });

  it('is a receipt that names each month, the payer and the amount', () => {
    expect(factsOf(receiptOf(WHO, PAID, 'en'), 'en')).toEqual([
      ['Name', 'Siti Rahmawati'],
      ['NIK', '0000**********01'],
      ['Receipt', 'SP2D-1'],
      ['Paid on', '2 November 2026'],
      ['Paid by', 'Village'],
      ['For', 'December 2026, January 2027'],
      ['Amount', 'Rp\u00a016.800'],
    ]);
  });

  it('says on the receipt of a payment that was taken back that it counts for nothing', () => {
    const reversed = { ...PAID, reversedOn: localDate('2026-11-20'), reversal: 'BOUNCED' } as const;
    const texts = receiptOf(WHO, reversed, 'id').parts.flatMap((part) =>
      part.kind === 'TEXT' ? [part.text.id] : [],
    );
    expect(texts).toEqual(['Pembayaran ini dibatalkan pada 20 November 2026 dan tidak berlaku.']);
  });
});
