import { type LocalDate, type Period, type Words, conflict, notFound, refusals } from '#kernel';
import type { DenialReason } from './claim-by-people.events.js';
import type { ClaimIn } from './claim.js';
import type { Claimant, DocumentKind } from './handed-in.events.js';
import {
  SUBMIT,
  ADD_DOCUMENTS,
  CALCULATE,
  CALCULATE_AGAIN,
  CALCULATE_ONCE_PAID_UP,
  PAY_ARREARS,
  SET_OFF,
  DENY_AFTER_NOTICE,
  DECIDE,
  CANCEL,
  REASSESS,
  APPROVE_DIFFERENCE,
  REOPEN,
  REFUSE_DOCUMENT,
  ASK_FURTHER,
  PROPOSE_DENIAL,
  END_WAIT,
  GIVE_WAIT_UP,
  NOTHING,
} from './ways-out.js';

/** Who claims, in words. */
const CLAIMANT = {
  PARTICIPANT: { en: 'participant', id: 'peserta' },
  HEIR: { en: 'heir', id: 'ahli waris' },
} as const satisfies Record<Claimant, { en: string; id: string }>;

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
  ARREARS_STILL_UNPAID: conflict(
    ({ unpaid }: { unpaid: readonly Period[] }) => ({
      en: `The claim was denied for its arrears, and of these ${unpaid.join(', ')} are unpaid still`,
      id: `Klaim ditolak karena tunggakan, dan ${unpaid.join(', ')} masih belum dibayar`,
    }),
    { allowed: [PAY_ARREARS] },
  ),
  RIGHT_LAPSED: conflict(
    ({ lapsesAfter }: { lapsesAfter: LocalDate }) => ({
      en: `The arrears were paid after ${lapsesAfter}, when the right had lapsed: the claim stays denied`,
      id: `Tunggakan dibayar setelah ${lapsesAfter}, ketika hak sudah kedaluwarsa: klaim tetap ditolak`,
    }),
    { allowed: [NOTHING] },
  ),
  ARREARS_NOTICE_RUNS: conflict(
    ({ settleBy }: { settleBy: LocalDate }) => ({
      en: `The arrears may be paid until ${settleBy}: before that the claim is not denied for them`,
      id: `Tunggakan dapat dibayar sampai ${settleBy}: sebelum itu klaim tidak ditolak karenanya`,
    }),
    { allowed: [PAY_ARREARS] },
  ),
  ARREARS_NOT_NOTIFIED: conflict(
    {
      en: 'The claim was held by an earlier release, which set no day until which its arrears are asked for',
      id: 'Klaim ditangguhkan oleh versi sebelumnya, yang tidak menetapkan batas waktu pelunasan tunggakan',
    },
    { allowed: [CALCULATE_AGAIN] },
  ),
  ARREARS_ARE_SETTLED: conflict(
    { en: 'The arrears are settled', id: 'Tunggakan sudah dilunasi' },
    { allowed: [CALCULATE_AGAIN] },
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
  DOCUMENT_IS_THERE: conflict(
    ({ kinds }: { kinds: readonly DocumentKind[] }) => ({
      en: `The claim has these documents already: ${kinds.join(', ')}`,
      id: `Dokumen ini sudah ada pada klaim: ${kinds.join(', ')}`,
    }),
    { allowed: [REFUSE_DOCUMENT] },
  ),
  DOCUMENT_NOT_THERE: conflict(
    ({ kind }: { kind: DocumentKind }) => ({
      en: `The claim has no ${kind} that counts`,
      id: `Klaim tidak mempunyai ${kind} yang berlaku`,
    }),
    { allowed: [ADD_DOCUMENTS, ASK_FURTHER] },
  ),
  DOCUMENT_NOT_MISSING: conflict(
    ({ missing }: { missing: readonly DocumentKind[] }) => ({
      en: `This document is not missing; missing are: ${missing.join(', ')}`,
      id: `Dokumen ini tidak kurang; yang kurang: ${missing.join(', ')}`,
    }),
    { allowed: [ADD_DOCUMENTS] },
  ),
  PAPERS_MAY_STILL_COME: conflict(
    ({ until }: { until: LocalDate }) => ({
      en: `The documents may still be handed in until ${until}: before that the claim is not denied for them`,
      id: `Dokumen masih dapat diserahkan sampai ${until}: sebelum itu klaim tidak ditolak karenanya`,
    }),
    { allowed: [ADD_DOCUMENTS] },
  ),
  NO_PAPERS_MISSING: conflict(
    { en: 'No documents are missing', id: 'Tidak ada dokumen yang kurang' },
    { allowed: [CALCULATE] },
  ),
  NO_FALSE_PAPER: conflict(
    {
      en: 'No document of the claim was refused as not genuine',
      id: 'Tidak ada dokumen klaim yang ditolak sebagai tidak asli',
    },
    { allowed: [REFUSE_DOCUMENT] },
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
  CLAIM_ALREADY_SUBMITTED: conflict<{ claimId: string }>(
    { en: 'This event has been claimed already', id: 'Kejadian ini sudah pernah diajukan klaimnya' },
    {
      allowed: [
        { en: 'add documents to the existing claim', id: 'lengkapi dokumen klaim yang sudah ada' },
        {
          en: 'a supervisor reopens it where it is closed',
          id: 'supervisor membukanya kembali bila sudah ditutup',
        },
      ],
      facts: ({ claimId }) => ({ claimId }),
    },
  ),
  NOT_ENTITLED_TO_CLAIM: conflict(({ entitled }: { entitled: Claimant }) => ({
    en: `This claim belongs to the ${CLAIMANT[entitled].en}`,
    id: `Klaim ini hak ${CLAIMANT[entitled].id}`,
  })),
  CLAIMANT_THE_SAME: conflict(({ claimant }: { claimant: Claimant }) => ({
    en: `The ${CLAIMANT[claimant].en} claims already`,
    id: `Klaim ini sudah diajukan oleh ${CLAIMANT[claimant].id}`,
  })),
  HEIR_DOCUMENTS_MISSING: conflict(
    ({ missing }: { missing: readonly DocumentKind[] }) => ({
      en: `Papers that show the death and the heir are missing: ${missing.join(', ')}`,
      id: `Dokumen bukti kematian dan ahli waris belum ada: ${missing.join(', ')}`,
    }),
    {
      allowed: [{ en: 'hand them in with the same request', id: 'serahkan bersama permintaan yang sama' }],
    },
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
  ASSESSOR_CANNOT_DECIDE: conflict({
    en: 'Whoever calculated a claim cannot also decide it: ask a second person',
    id: 'Penghitung manfaat tidak boleh memutus klaim yang sama: mintalah orang kedua',
  }),
  SUBMITTER_CANNOT_DECIDE: conflict({
    en: 'Whoever handed a claim in, or gave its account, cannot also decide it: ask a second person',
    id: 'Yang memasukkan klaim atau rekeningnya tidak boleh memutus klaim yang sama: mintalah orang kedua',
  }),
  DECIDER_CANNOT_DECIDE_ANEW: conflict(
    {
      en: 'Whoever had a hand in a decision that was objected to does not decide it anew: ask somebody else',
      id: 'Yang ikut memutus keputusan yang keberatannya diterima tidak memutusnya lagi: mintalah orang lain',
    },
    {
      allowed: [
        {
          en: 'another adjudicator, of this office or any other, calculates it anew',
          id: 'penata klaim lain, dari kantor ini atau kantor lain, menghitungnya kembali',
        },
        {
          en: 'somebody else of the office, or above the branches, decides it',
          id: 'orang lain di kantor ini, atau di tingkat di atas cabang, memutusnya',
        },
      ],
    },
  ),
  BACK_DATED_UNCONFIRMED: conflict(
    ({ entries }: { entries: readonly string[] }) => ({
      en: `Entered long after the event and confirmed by nobody else yet: ${entries.join(', ')}`,
      id: `Dicatat lama sesudah kejadian dan belum dikonfirmasi orang lain: ${entries.join(', ')}`,
    }),
    {
      allowed: [{ en: 'let a second person confirm it', id: 'mintalah orang kedua mengonfirmasinya' }],
    },
  ),
  CALCULATION_OUTDATED: conflict(
    {
      en: 'Facts have changed since the calculation, and it would come out otherwise now',
      id: 'Keadaan berubah sejak penghitungan, dan hasilnya sekarang akan berbeda',
    },
    { allowed: [CALCULATE_AGAIN] },
  ),
  LAW_REFUSES: conflict(({ decision }: { decision: string }) => ({
    en: `The calculation refuses this claim (${decision}): it can only be denied`,
    id: `Penghitungan menolak klaim ini (${decision}): klaim hanya dapat ditolak`,
  })),
  NOT_LESS_THAN_CALCULATED: conflict(
    {
      en: 'In part is less than was calculated',
      id: 'Sebagian berarti kurang dari hasil perhitungan',
    },
    { allowed: DECIDE },
  ),
  NOTHING_LEFT_TO_APPROVE: conflict(
    {
      en: 'Nothing would be left to pay',
      id: 'Tidak ada yang tersisa untuk dibayar',
    },
    { allowed: [PROPOSE_DENIAL] },
  ),
  IN_PART_BY_ONE: conflict(
    {
      en: 'So great a sum takes two persons, who approve the same: as it was calculated',
      id: 'Jumlah sebesar ini memerlukan dua orang yang menyetujui hal yang sama: sesuai perhitungan',
    },
    { allowed: DECIDE },
  ),
  NOTHING_TO_APPROVE: conflict({
    en: 'The calculation comes to zero rupiah',
    id: 'Hasil penghitungan nol rupiah',
  }),
  CLAIMANT_NOT_ENTITLED: conflict(
    ({ entitled }: { entitled: Claimant }) => ({
      en: `This claim belongs to the ${CLAIMANT[entitled].en} now, and would be paid to the account of somebody else`,
      id: `Klaim ini sekarang hak ${CLAIMANT[entitled].id}, dan akan terbayar ke rekening orang lain`,
    }),
    {
      allowed: ({ entitled }) => [
        {
          en: `let the ${CLAIMANT[entitled].en} take the claim over`,
          id: `alihkan klaim kepada ${CLAIMANT[entitled].id}`,
        },
      ],
    },
  ),
  LAW_GRANTS: conflict({
    en: 'The calculation grants this claim: calculate it again if facts have changed',
    id: 'Penghitungan mengabulkan klaim ini: hitung ulang bila keadaan berubah',
  }),
  EARLIER_CLAIM_IN_APPROVAL: conflict<{ claimId: string }>(
    {
      en: 'The approval of another claim of this participant was begun before and is not finished',
      id: 'Persetujuan klaim lain peserta ini sudah dimulai lebih dahulu dan belum selesai',
    },
    {
      allowed: [{ en: 'approve or deny that claim first', id: 'setujui atau tolak klaim itu lebih dahulu' }],
      facts: ({ claimId }) => ({ claimId }),
    },
  ),
});
