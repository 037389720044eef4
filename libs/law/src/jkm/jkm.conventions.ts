import { convention, description } from '../kernel/convention.js';
import { PERMENAKER_1_2025_FROM } from '../kernel/conventions.js';

export const JKM_LIMITED_FROM = convention(
  'Q-2',
  {
    id: 'Bagaimana Rp10.000.000 bagi BPU di bawah tiga bulan dibukukan, dan sejak kapan?',
    en: 'How are the Rp10,000,000 of a BPU under three months booked, and since when?',
  },
  {
    id: 'Satu komponen, untuk kematian sejak hari Permenaker 1/2025 (Pasal 97A ayat (2)), 2025-02-24.',
    en: 'One component, for deaths from the day of Permenaker 1/2025 (Art. 97A(2)), 2025-02-24.',
  },
  PERMENAKER_1_2025_FROM.value,
  'M',
);

export const UNDER_3M_COUNTS = convention<'MEMBERSHIP' | 'CONSECUTIVE_PAID'>(
  'Q-2b',
  {
    id: 'Apa yang dihitung dalam tiga bulan BPU (UNDER_3M_COUNTS)?',
    en: 'What do the three months of a BPU count (UNDER_3M_COUNTS)?',
  },
  {
    id: 'MEMBERSHIP: kematian terjadi sebelum awal kepesertaan yang sekarang tanpa putus + 3 bulan (tanggal yang sama); bulan yang dibayar di muka tidak memperpanjangnya, sela sampai 3 bulan tidak mengakhirinya. Bila hanya diketahui bulan iuran berturut-turut, bulan itu dianggap bulan penuh kepesertaan. CONSECUTIVE_PAID akan menghitung bulan iuran berturut-turut sampai kematian.',
    en: 'MEMBERSHIP: the death lies before the start of the present uninterrupted membership + 3 months (same day of the month); months paid ahead do not lengthen it, a gap of up to 3 months does not end it. Where only the consecutive paid months are told, they stand for whole months of membership. CONSECUTIVE_PAID would count paid months in a row up to the death.',
  },
  'MEMBERSHIP',
);

export const JKM_SEVERAL_BEFORE = description(
  'Q-7',
  {
    id: 'Apa yang diberikan JKM untuk beberapa pemberi kerja sebelum Permenaker 1/2025?',
    en: 'What did JKM give for several employers before Permenaker 1/2025?',
  },
  {
    id: 'Masing-masing penuh, seperti pada satu kasus yang diberitakan tahun 2023; sejak 2025-02-24 biaya pemakaman satu kali (Pasal 101).',
    en: 'Each in full, as in a published case of 2023; from 2025-02-24 the funeral once (Art. 101).',
  },
  'L',
);

export const JKM_BPU_BESIDE = description(
  'Q-7b',
  {
    id: 'Apakah kepesertaan BPU di samping PU dihitung sebagai satu pemberi kerja lagi?',
    en: 'Does a membership as BPU beside that as PU count as one more employer?',
  },
  {
    id: 'Tidak, sampai seseorang memastikannya: hanya pendaftaran sebagai PU yang dihitung.',
    en: 'No, until a person confirms it: only registrations as PU count.',
  },
);

export const JKM_LIMITED_IS_WHOLE = convention(
  'E-1',
  {
    id: 'Apakah BPU di bawah tiga bulan juga memberi beasiswa?',
    en: 'Does the BPU under three months also give scholarships?',
  },
  { id: 'Tidak: Rp10.000.000 "seluruhnya".', en: 'No: Rp10,000,000 "in total".' },
  true,
  'L',
);
