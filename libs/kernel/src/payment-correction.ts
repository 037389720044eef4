import type { Actor } from './command-context.js';
import { conflict, notFound, refusals } from './refusal.js';
import { Rejection } from './rejection.js';
import { type Rupiah, dottedRupiah, formatRupiah } from './rupiah.js';
import { requireSecondPerson } from './second-person.js';

/** What is asked for about such a payment: that it be taken back, or that money of it be paid back. */
export const PAYMENT_CORRECTION_KINDS = ['REVERSAL', 'REFUND'] as const;

export type PaymentCorrectionKind = (typeof PAYMENT_CORRECTION_KINDS)[number];

/** Why a payment in one sum for many was none: the bank took it back, somebody else paid, or it was recorded twice. */
export const PAYMENT_REVERSAL_REASONS = ['BOUNCED', 'WRONG_PAYER', 'PAID_TWICE'] as const;

export type PaymentReversalReason = (typeof PAYMENT_REVERSAL_REASONS)[number];

/** Why such a correction is not made. */
export const NO_PAYMENT_CORRECTION_REASONS = [
  'EVIDENCE_NOT_ENOUGH',
  'ALREADY_RIGHT',
  'ASKED_BY_MISTAKE',
] as const;

export type NoPaymentCorrectionReason = (typeof NO_PAYMENT_CORRECTION_REASONS)[number];

/** Why a payment of an employer, a project or a sponsor is not taken back or paid back. */
export const paymentCorrectionRefusals = refusals({
  PAYMENT_NOT_KNOWN: notFound({
    en: 'No such payment counts here',
    id: 'Tidak ada pembayaran ini yang berlaku di sini',
  }),
  PAYMENT_CORRECTION_PENDING: conflict(
    (_pending: { correctionId: string }) => ({
      en: 'The same was asked for already, and no second person has decided on it',
      id: 'Hal yang sama sudah diajukan dan belum diputus orang kedua',
    }),
    {
      allowed: [
        { en: 'confirm it', id: 'konfirmasi permohonan itu' },
        { en: 'refuse it', id: 'tolak permohonan itu' },
      ],
      facts: ({ correctionId }) => ({ correctionId }),
    },
  ),
  PAYMENT_CORRECTION_NOT_FOUND: notFound({
    en: 'Nothing of this id waits for a second person',
    id: 'Tidak ada permohonan ini yang menunggu orang kedua',
  }),
  PAYMENT_CORRECTION_OF_ANOTHER: conflict({
    en: 'Only a supervisor refuses what somebody else has asked for',
    id: 'Hanya supervisor yang menolak permohonan orang lain',
  }),
  REFUND_EXCEEDS_CREDIT: conflict(
    ({ creditIdr }: { creditIdr: Rupiah }) => ({
      en: `No more can be paid back than is held and not needed: ${formatRupiah(creditIdr)} rupiah`,
      id: `Yang dapat dikembalikan paling banyak yang tersisa dan tidak diperlukan: Rp${dottedRupiah(creditIdr)}`,
    }),
    { facts: ({ creditIdr }) => ({ creditIdr }) },
  ),
});

/** What waits for a second person: a payment that is to be taken back, or money that is to be paid back. */
export interface PaymentCorrectionAsked {
  readonly correctionId: string;
  readonly requesterId: string;
}

/** What was asked for under an id. @throws Rejection `PAYMENT_CORRECTION_NOT_FOUND` */
function askedCorrection<Asked extends PaymentCorrectionAsked>(
  pending: readonly Asked[],
  correctionId: string,
): Asked {
  const asked = pending.find((one) => one.correctionId === correctionId);
  if (!asked) throw new Rejection(paymentCorrectionRefusals.PAYMENT_CORRECTION_NOT_FOUND());
  return asked;
}

/** The same, for somebody else than who asked. @throws Rejection `PAYMENT_CORRECTION_NOT_FOUND`, `ENTERED_BY_YOU` */
export function askedByAnother<Asked extends PaymentCorrectionAsked>(
  pending: readonly Asked[],
  correctionId: string,
  actor: Actor,
  refusal: Parameters<typeof requireSecondPerson>[2],
): Asked {
  const asked = askedCorrection(pending, correctionId);
  requireSecondPerson([asked.requesterId], actor, refusal);
  return asked;
}

/** The same, for who asked, or for a supervisor. @throws Rejection `PAYMENT_CORRECTION_NOT_FOUND`, `PAYMENT_CORRECTION_OF_ANOTHER` */
export function askedByYouOrSupervised<Asked extends PaymentCorrectionAsked>(
  pending: readonly Asked[],
  correctionId: string,
  { id, roles }: Actor,
): Asked {
  const asked = askedCorrection(pending, correctionId);
  if (asked.requesterId !== id && !roles.includes('supervisor')) {
    throw new Rejection(paymentCorrectionRefusals.PAYMENT_CORRECTION_OF_ANOTHER());
  }
  return asked;
}
