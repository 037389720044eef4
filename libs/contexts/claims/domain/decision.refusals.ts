import { conflict, refusals } from '#kernel';
import type { Claimant } from './handed-in.events.js';
import { CALCULATE_AGAIN, DECIDE, PROPOSE_DENIAL } from './ways-out.js';
import { CLAIMANT } from './handed-in.refusals.js';

/** Why a claim is not approved, or not denied, as it was calculated. */
export const decisionRefusals = refusals({
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
