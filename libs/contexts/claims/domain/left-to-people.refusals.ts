import { type LocalDate, type Rupiah, alike, conflict, dottedRupiah, formatRupiah, refusals } from '#kernel';
import type { DeterminationGround, WaitEnd, WaitReason } from './left-to-people.events.js';
import { PROPOSE_DENIAL, END_WAIT, DETERMINE, GIVE_WAIT_UP } from './ways-out.js';

/** Why a person does not say what is due, and why a wait goes on. */
export const leftToPeopleRefusals = refusals({
  WAIT_ENDS_OTHERWISE: conflict(
    ({ reason }: { reason: WaitReason; ends: readonly WaitEnd[] }) => ({
      en: `A wait for ${reason} does not end like that`,
      id: `Penantian ${reason} tidak berakhir dengan cara itu`,
    }),
    { allowed: ({ ends }) => ends.map(alike) },
  ),
  PAYMENTS_ARE_STOPPED: conflict(
    ({ reason }: { reason: WaitReason }) => ({
      en: `Nothing of it is paid already before the wait for ${reason} has ended`,
      id: `Sudah tidak ada yang dibayar sebelum penantian ${reason} berakhir`,
    }),
    { allowed: [END_WAIT, PROPOSE_DENIAL] },
  ),
  ASKER_CANNOT_RELEASE: conflict({
    en: 'Whoever had the payments stopped does not have them paid again: ask a second person',
    id: 'Yang menghentikan pembayaran tidak boleh melanjutkannya: mintalah orang kedua',
  }),
  NOTHING_LIKE_THAT_AWAITED: conflict(
    ({ reason }: { reason: WaitReason; awaited: readonly WaitReason[] }) => ({
      en: `The claim does not wait for ${reason}`,
      id: `Klaim tidak menunggu ${reason}`,
    }),
    { allowed: ({ awaited }) => awaited.map(alike) },
  ),
  TREATMENT_GOES_ON: conflict(
    {
      en: 'The treatment goes on: it ends with the report of stage II',
      id: 'Perawatan masih berlangsung: berakhir dengan laporan tahap II',
    },
    { allowed: [GIVE_WAIT_UP] },
  ),
  ANSWER_MAY_STILL_COME: conflict(
    ({ until }: { until: LocalDate }) => ({
      en: `An answer is awaited until ${until}: before that the wait is not given up`,
      id: `Jawaban ditunggu sampai ${until}: sebelum itu penantian tidak dihentikan`,
    }),
    { allowed: [END_WAIT] },
  ),
  ANSWER_MISSING: conflict(
    {
      en: 'Say what was answered, and what shows it',
      id: 'Sebutkan jawabannya dan buktinya',
    },
    { allowed: [{ en: 'answer and evidence', id: 'answer dan evidence' }] },
  ),
  LEFT_TO_A_PERSON: conflict(
    {
      en: 'The law leaves this to a person: it neither grants nor refuses it',
      id: 'Peraturan menyerahkan hal ini kepada petugas: tidak mengabulkan dan tidak menolak',
    },
    { allowed: [DETERMINE, PROPOSE_DENIAL] },
  ),
  GROUND_DOES_NOT_REACH: conflict(
    ({ ground }: { ground: DeterminationGround }) => ({
      en: `${ground} is no ground against what the law was found to refuse`,
      id: `${ground} bukan dasar untuk menyimpang dari penolakan menurut peraturan`,
    }),
    { allowed: ['LAW_TEXT', 'INSPECTOR', 'MINISTER', 'COURT'].map(alike) },
  ),
  COMPONENTS_DO_NOT_FIT: conflict(
    ({ code }: { code: string; determinable: readonly string[] }) => ({
      en: `Each component is one of ${code}, and stands once`,
      id: `Setiap komponen adalah komponen ${code} dan disebut satu kali`,
    }),
    { allowed: ({ determinable }) => determinable.map(alike) },
  ),
  NO_SCHOLARSHIP_FOLLOWS: conflict<{ from: readonly string[] }>(
    {
      en: 'A scholarship follows from a death or a total permanent disability: no component says so',
      id: 'Beasiswa mengikuti kematian atau cacat total tetap: tidak ada komponen yang menyatakannya',
    },
    { allowed: ({ from }) => from.map(alike) },
  ),
  CARE_IS_PAID_WHOLE: conflict(({ invoicedIdr }: { invoicedIdr: Rupiah }) => ({
    en: `Facilities are paid what they invoiced, ${formatRupiah(invoicedIdr)} rupiah, or nothing`,
    id: `Fasilitas dibayar sebesar tagihannya, Rp${dottedRupiah(invoicedIdr)}, atau tidak sama sekali`,
  })),
});
