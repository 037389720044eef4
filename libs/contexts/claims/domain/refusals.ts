import { type LocalDate, type Words, conflict, notFound, refusals } from '#kernel';
import type { DenialReason } from './claim-by-people.events.js';
import type { ClaimIn } from './claim.js';
import {
  SUBMIT,
  ADD_DOCUMENTS,
  CALCULATE,
  CALCULATE_ONCE_PAID_UP,
  PAY_ARREARS,
  SET_OFF,
  DENY_AFTER_NOTICE,
  DECIDE,
  CANCEL,
  REASSESS,
  APPROVE_DIFFERENCE,
  REOPEN,
  PROPOSE_DENIAL,
  END_WAIT,
  GIVE_WAIT_UP,
  NOTHING,
} from './ways-out.js';

/** A claim that nobody has decided yet, or of which more is due than was approved. */
type Open = Pick<
  ClaimIn<'INCOMPLETE' | 'COMPLETE' | 'HELD' | 'WAITING' | 'CALCULATED' | 'APPROVED'>,
  'situation'
>;

const NEXT_STEPS: Readonly<Record<Open['situation'], readonly Words[]>> = {
  INCOMPLETE: [ADD_DOCUMENTS],
  COMPLETE: [CALCULATE],
  HELD: [CALCULATE_ONCE_PAID_UP],
  WAITING: [END_WAIT],
  CALCULATED: DECIDE,
  APPROVED: [REASSESS, APPROVE_DIFFERENCE],
};

/** Why something about a claim is refused, whatever its programme. */
export const claimRefusals = refusals({
  CLAIM_NOT_FOUND: notFound(
    { en: 'There is no such claim', id: 'Klaim ini tidak ada' },
    { allowed: [SUBMIT] },
  ),
  NOT_HANDED_IN_HERE: conflict(
    {
      en: 'Another office took this claim in: only there is its claimant and the account changed',
      id: 'Klaim ini diterima di kantor lain: penerima dan rekeningnya hanya diubah di sana',
    },
    {
      allowed: [
        { en: 'send the heir to the office of the claim', id: 'arahkan ahli waris ke kantor klaim tersebut' },
      ],
    },
  ),
  CLAIM_INCOMPLETE: conflict(
    { en: 'The claim is incomplete', id: 'Dokumen klaim belum lengkap' },
    { allowed: [ADD_DOCUMENTS, PROPOSE_DENIAL] },
  ),
  CLAIM_COMPLETE: conflict(
    { en: 'The claim is complete', id: 'Dokumen klaim sudah lengkap' },
    { allowed: [CALCULATE] },
  ),
  CLAIM_HELD: conflict(
    { en: 'The claim is held', id: 'Klaim ditangguhkan' },
    {
      allowed: [CALCULATE_ONCE_PAID_UP, PAY_ARREARS, SET_OFF, DENY_AFTER_NOTICE],
    },
  ),
  CLAIM_WAITING: conflict(
    {
      en: 'The claim waits for somebody outside of the office',
      id: 'Klaim menunggu pihak di luar kantor',
    },
    { allowed: [END_WAIT, GIVE_WAIT_UP, PROPOSE_DENIAL] },
  ),
  CLAIM_CALCULATED: conflict(
    { en: 'The claim is calculated', id: 'Manfaat klaim sudah dihitung' },
    { allowed: DECIDE },
  ),
  CLAIM_APPROVED: conflict(
    { en: 'The claim is approved', id: 'Klaim sudah disetujui' },
    { allowed: [NOTHING] },
  ),
  NOTHING_MORE_DUE: conflict(
    {
      en: 'By what is known now no more is due than was approved',
      id: 'Menurut keadaan sekarang tidak ada kekurangan atas yang sudah disetujui',
    },
    { allowed: [NOTHING] },
  ),
  NOT_REASSESSED: conflict(
    {
      en: 'Nobody has calculated what is due beside what was approved',
      id: 'Kekurangan atas yang sudah disetujui belum dihitung',
    },
    { allowed: [REASSESS] },
  ),
  DIFFERENCE_OUTDATED: conflict(
    {
      en: 'Facts have changed since the difference was calculated, and it would come out otherwise now',
      id: 'Keadaan berubah sejak kekurangan dihitung, dan hasilnya sekarang akan berbeda',
    },
    { allowed: [REASSESS] },
  ),
  CLAIM_DENIED: conflict({ en: 'The claim is denied', id: 'Klaim sudah ditolak' }, { allowed: [REOPEN] }),
  CLAIM_WITHDRAWN: conflict(
    { en: 'The claim was withdrawn', id: 'Klaim sudah ditarik' },
    { allowed: [REOPEN] },
  ),
  RIGHT_HAS_LAPSED: conflict(
    ({ lapsesAfter }: { lapsesAfter: LocalDate }) => ({
      en: `The right lapsed after ${lapsesAfter}: a new fact does not reopen the claim, an error of the office does`,
      id: `Hak kedaluwarsa setelah ${lapsesAfter}: fakta baru tidak membuka kembali klaim, kekeliruan kantor membukanya`,
    }),
    { allowed: [NOTHING] },
  ),
  DISPUTE_MAY_STILL_END: conflict(
    ({ until }: { until: LocalDate }) => ({
      en: `The heirs may still agree until ${until}: before that the claim is not denied for their dispute`,
      id: `Para ahli waris masih dapat bersepakat sampai ${until}: sebelum itu klaim tidak ditolak karena sengketa`,
    }),
    { allowed: [ADD_DOCUMENTS, CALCULATE] },
  ),
  PROPOSER_CANNOT_DECIDE: conflict({
    en: 'Whoever proposed to deny a claim cannot also decide it: ask a second person',
    id: 'Pengusul penolakan tidak boleh memutus klaim yang sama: mintalah orang kedua',
  }),
  DENIAL_IS_PROPOSED: conflict(
    ({ reason }: { reason: DenialReason }) => ({
      en: `Somebody has proposed to deny the claim (${reason}), and nobody has answered that`,
      id: `Ada usulan penolakan klaim (${reason}) yang belum dijawab`,
    }),
    {
      allowed: [
        { en: 'a supervisor denies it', id: 'supervisor menolaknya' },
        {
          en: 'send it back to be calculated again, which ends the proposal',
          id: 'kembalikan untuk dihitung ulang, yang mengakhiri usulan itu',
        },
      ],
    },
  ),
  SUPERVISOR_DECIDES_IT: conflict({
    en: 'A denial for a reason that a person found is decided by a supervisor',
    id: 'Penolakan atas alasan yang ditemukan petugas diputus oleh supervisor',
  }),
  CLAIM_CANCELLED: conflict(
    { en: 'The claim was given up', id: 'Klaim sudah dibatalkan' },
    { allowed: [NOTHING] },
  ),
  EVENT_STANDS: conflict(
    {
      en: 'The event of this claim was not taken back',
      id: 'Kejadian klaim ini tidak dicabut',
    },
    {
      allowed: [
        {
          en: 'take the death back, if it was reported for the wrong person',
          id: 'cabut laporan kematian bila salah orang',
        },
        { en: 'another reason', id: 'alasan lain' },
      ],
    },
  ),
  NOT_TO_BE_CANCELLED: conflict<Open>(
    {
      en: 'Only a claim that nobody can decide any more is given up: this one can be decided',
      id: 'Hanya klaim yang tidak dapat diputus lagi yang dibatalkan: yang ini dapat diputus',
    },
    { allowed: ({ situation }) => NEXT_STEPS[situation] },
  ),
  NOTHING_TO_EXPLAIN: conflict({
    en: 'Nothing was calculated for this claim, or what it was calculated from was erased, is sealed as in every view of the past, or is not taken by the calculator any more',
    id: 'Belum ada perhitungan untuk klaim ini, atau dasarnya dihapus, tersegel seperti dalam setiap tampilan masa lalu, atau tidak lagi diterima kalkulator',
  }),
  PERSONAL_DATA_ERASED: conflict(
    {
      en: 'The personal data of the participant was erased: nothing can be handed in or paid under it any more',
      id: 'Data pribadi peserta sudah dihapus: tidak ada lagi yang dapat diserahkan atau dibayarkan',
    },
    {
      allowed: [CANCEL],
    },
  ),
});
