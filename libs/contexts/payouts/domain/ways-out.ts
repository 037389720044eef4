import type { Words } from '#kernel';
import type { KnownPayout } from './payout-state.js';

/** What is allowed instead, as refusals of payments say it: each names a command that exists. */

export const INSTRUCT = { en: 'instruct the bank', id: 'instruksikan pembayaran kepada bank' };
export const NAME_ACCOUNT = {
  en: 'say where the employer is paid: POST /employers/{employerId}/account',
  id: 'catat rekening pemberi kerja: POST /employers/{employerId}/account',
};
export const AMEND_ACCOUNT = {
  en: 'put an addendum forward with the new account: POST /facilities/{facilityId}/agreements/{agreementId}/amendments',
  id: 'ajukan adendum dengan rekening baru: POST /facilities/{facilityId}/agreements/{agreementId}/amendments',
};
const CORRECT = { en: 'correct the account', id: 'perbaiki rekening' };
export const CONFIRM = {
  en: 'let a second person confirm the account',
  id: 'mintalah orang kedua mengonfirmasi rekening',
};
export const CANCEL = { en: 'cancel the payment', id: 'batalkan pembayaran' };
const SETTLED = { en: 'bank result SETTLED', id: 'hasil bank SETTLED' };
const RETURNED = { en: 'bank result RETURNED', id: 'hasil bank RETURNED' };
const ACCEPTED = { en: 'bank result ACCEPTED', id: 'hasil bank ACCEPTED' };

const NEXT_STEPS: Readonly<Record<KnownPayout['situation'], readonly Words[]>> = {
  ORDERED: [INSTRUCT, CORRECT],
  INSTRUCTED: [ACCEPTED, RETURNED],
  ACCEPTED: [SETTLED, RETURNED],
  SETTLED: [
    { en: 'nothing: the money has arrived', id: 'tidak ada: dana sudah diterima' },
    { en: 'record money that came back', id: 'catat dana yang kembali' },
  ],
  RETURNED: [CORRECT],
  ACCOUNT_CORRECTED: [CONFIRM, CORRECT],
  CANCELLED: [{ en: 'nothing: the payment was given up', id: 'tidak ada: pembayaran sudah dibatalkan' }],
};

const OF_THE_ERASED: readonly KnownPayout['situation'][] = ['ORDERED', 'RETURNED', 'ACCOUNT_CORRECTED'];

/** What may follow now. The account of a PLKK or an employer is kept with it, so nobody corrects it here. */
export function nextSteps({
  situation,
  facilityId,
  employerId,
  accountErased,
}: KnownPayout): readonly Words[] {
  if (accountErased && OF_THE_ERASED.includes(situation)) return [CANCEL];
  const isOfBody = facilityId !== undefined || employerId !== undefined;
  if (situation === 'ORDERED' && isOfBody) return [INSTRUCT];
  if (situation !== 'RETURNED') return NEXT_STEPS[situation];
  if (facilityId !== undefined) return [AMEND_ACCOUNT, INSTRUCT];
  return employerId === undefined ? NEXT_STEPS.RETURNED : [NAME_ACCOUNT, INSTRUCT];
}

export const itIs = ({ situation }: KnownPayout): Words => ({
  en: `The payment is ${situation}`,
  id: `Pembayaran berstatus ${situation}`,
});
