import { convention, description } from '../kernel/convention.js';
import type { CoverageStatus } from './coverage-status.js';

export const BPU_ARREARS = convention<CoverageStatus>(
  'Q-1',
  {
    id: 'Apakah BPU terlindungi pada bulan ke-1 sampai ke-3 tunggakan? Bulan mana yang harus dibayar, dan sampai kapan?',
    en: 'Is a BPU covered in months 1 to 3 of arrears? Which months must be paid, and until when?',
  },
  {
    id: 'Ditahan sebagai PENDING_ARREARS. Klaim menunggu tepat bulan-bulan yang jatuh tempo dan belum dibayar pada hari kejadian, masing-masing dengan tarif bulan itu: semuanya, tanpa bulan sesudahnya, tanpa denda. Bulan itu dapat dibayar selama ada klaim yang menunggu, tanggal berapa pun hari ini.',
    en: 'Held as PENDING_ARREARS. The claim waits for exactly the months that were due and unpaid on the day of the event, each at the tariff of that month: all of them, no later month, no fine. They can be paid as long as a claim waits, whatever today is.',
  },
  'PENDING_ARREARS',
);

export const ARREARS_NOTICE_DAYS = convention(
  'Q-1b',
  {
    id: 'Berapa lama klaim menunggu tunggakan sebelum boleh ditolak?',
    en: 'How long does a claim wait for arrears before it may be denied?',
  },
  {
    id: '90 hari sejak pemberitahuan; pembayaran sesudahnya membuka klaim kembali.',
    en: '90 days from the notice; what is paid later reopens it.',
  },
  90,
);

export const OLDEST_MONTH_FIRST = description(
  'Q-15',
  {
    id: 'Bolehkah pembayar iuran BPU memilih bulan yang dibayar?',
    en: 'May a payer of a BPU choose the month that a payment is for?',
  },
  {
    id: 'Tidak: setiap pembayaran dibukukan pada bulan tertua yang belum dibayar dalam kepesertaan, juga yang dicatat untuk bulan lain. Pembayaran sesudah kepesertaan berakhir memulai yang baru, dan bulan yang lebih lama tidak ditagih di dalamnya.',
    en: 'No: each payment is booked on the oldest unpaid month of the membership, also one recorded for another month. A payment after membership has ended begins a new one, in which older months are not charged.',
  },
);

export const ARREARS_SET_OFF = description(
  'Q-15b',
  {
    id: 'Bolehkah tunggakan dipotong dari manfaat, bila bulan-bulan itu tidak dapat dibayar lagi?',
    en: 'May arrears be set off against the benefit, when the months cannot be taken any more?',
  },
  {
    id: 'Boleh, dengan persetujuan tertulis penerima pembayaran: manfaat dan potongan adalah dua baris, dan selisihnya dibayarkan. Hanya dari pembayaran kepada pengaju klaim, tidak pernah dari pembayaran PLKK atau beasiswa; dan hanya bila masih ada yang tersisa untuk dibayar.',
    en: 'Yes, with the written consent of whoever is paid: benefit and deduction are two lines, and the net is paid. From the payment of the claimant alone, never from that of a PLKK nor from a scholarship; and only where it leaves something to pay.',
  },
);

export const PLKK_REGISTRATION = description(
  'Q-14',
  { id: 'Pendaftaran di PLKK?', en: 'Registration at a PLKK?' },
  { id: 'Sama seperti melalui mitra.', en: 'The same as through a partner.' },
);

export const ARREARS_MONTHS_HELD = convention(
  'E-2',
  {
    id: 'Berapa lama tunggakan sebelum kepesertaan tidak aktif?',
    en: 'How long do arrears last before coverage is inactive?',
  },
  {
    id: 'Tiga bulan kalender, dihitung sejak bulan jatuh tempo iuran pertama yang belum dibayar; sejak hari pertama bulan keempat tidak aktif.',
    en: 'Three calendar months, counted from the month in which the first unpaid contribution falls due; from the first day of the fourth, inactive.',
  },
  3,
  'L',
);

export const EMPLOYED_COVER = description(
  'E-11',
  {
    id: 'Sejak kapan dan berapa lama penerima upah terlindungi?',
    en: 'From when and how long is a wage earner covered?',
  },
  {
    id: 'Sejak hari pertama bekerja, atau sejak hari pemberi kerja pertama kali membayar untuk siapa pun bila itu kemudian, sampai hari terakhir bekerja. Iuran sampai tiga bulan berturut-turut yang jatuh tempo dan belum dibayar tidak mengubah apa pun bagi pekerja; lebih dari itu pemberi kerja membayar lebih dahulu.',
    en: 'From the first day of work, or from the day on which the employer first paid for anybody, if that came later, to the last day of work. Contributions of up to three months in a row that are due and unpaid change nothing for the worker; beyond them the employer pays first.',
  },
);

export const MONTHS_LATE = description(
  'E-10',
  {
    id: 'Bagaimana bulan keterlambatan pemberi kerja dihitung?',
    en: 'How are the months counted that an employer pays late?',
  },
  {
    id: 'Sejak sehari sesudah jatuh tempo, setiap bulan yang sudah mulai dihitung penuh.',
    en: 'From the day after the due day on, each month that has begun counts whole.',
  },
);
