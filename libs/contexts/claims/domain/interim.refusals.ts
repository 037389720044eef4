import { type LocalDate, conflict, refusals } from '#kernel';
import type { WaitReason } from './left-to-people.events.js';
import { CALCULATE, DROP_INTERIM, END_WAIT, PROPOSE_DENIAL } from './ways-out.js';

const CALCULATE_INTERIM = { en: 'calculate an interim payment', id: 'hitung pembayaran berkala' };

/** Why nothing is paid before the end of the treatment. */
export const interimRefusals = refusals({
  NOTHING_INTERIM: conflict({
    en: 'Claims of this programme are paid at once',
    id: 'Klaim program ini dibayar sekaligus',
  }),
  TREATMENT_HAS_ENDED: conflict(
    {
      en: 'Stage II is reported: what is left is calculated with the claim',
      id: 'Tahap II sudah dilaporkan: sisanya dihitung bersama klaim',
    },
    { allowed: [CALCULATE] },
  ),
  WAIT_STOPS_PAYMENT: conflict(
    ({ reason }: { reason: WaitReason }) => ({
      en: `Nothing is paid before the wait for ${reason} has ended`,
      id: `Tidak ada yang dibayar sebelum penantian ${reason} berakhir`,
    }),
    { allowed: [END_WAIT, PROPOSE_DENIAL] },
  ),
  NOT_A_WHOLE_MONTH: conflict(({ days }: { days: number }) => ({
    en: `It is paid for ${days} days of incapacity at a time, or more`,
    id: `Dibayar untuk ${days} hari tidak mampu bekerja atau lebih`,
  })),
  UNABLE_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `It is paid for days that have passed, until ${today} at most`,
    id: `Dibayar untuk hari yang sudah lewat, paling lama sampai ${today}`,
  })),
  UNABLE_BEFORE_EVENT: conflict(({ eventDate }: { eventDate: LocalDate }) => ({
    en: `The accident happened on ${eventDate}`,
    id: `Kecelakaan terjadi pada ${eventDate}`,
  })),
  DAYS_ALREADY_PAID: conflict(
    { en: 'Some of these days were paid before', id: 'Sebagian hari ini sudah dibayar' },
    { allowed: [CALCULATE_INTERIM] },
  ),
  DAYS_ERASED: conflict(
    {
      en: 'Which days were paid before was erased: what is left is calculated with the claim',
      id: 'Catatan hari yang sudah dibayar telah dihapus: sisanya dihitung bersama klaim',
    },
    { allowed: [CALCULATE] },
  ),
  NOTHING_MORE_YET: conflict({
    en: 'What was paid covers what the law gives for these days',
    id: 'Yang sudah dibayar mencakup manfaat untuk hari-hari ini',
  }),
  LAW_GIVES_NO_INTERIM: conflict(
    ({ decision }: { decision: string }) => ({
      en: `The law does not grant the claim as it stands now: ${decision}`,
      id: `Peraturan belum mengabulkan klaim ini: ${decision}`,
    }),
    { facts: ({ decision }) => ({ decision }) },
  ),
  NO_INTERIM_FOUND: conflict(
    {
      en: 'No interim payment waits for an approval',
      id: 'Tidak ada pembayaran berkala yang menunggu persetujuan',
    },
    { allowed: [CALCULATE_INTERIM] },
  ),
  INTERIM_TAKES_TWO: conflict(
    {
      en: 'So great a sum is approved by two persons, with the claim',
      id: 'Jumlah sebesar ini disetujui oleh dua orang, bersama klaimnya',
    },
    { allowed: [DROP_INTERIM, CALCULATE] },
  ),
  INTERIM_OUTDATED: conflict(
    {
      en: 'It would come out otherwise by what is known now',
      id: 'Hasilnya berbeda menurut data sekarang',
    },
    { allowed: [CALCULATE_INTERIM] },
  ),
});
