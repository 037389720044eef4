import { localDate } from '#kernel';
import { convention, description } from '../kernel/convention.js';
import type { Segment } from '../kernel/segment.js';

export const STMB_DAYS_PER_MONTH = convention(
  'R-3',
  {
    id: 'Berapa nilai satu hari sementara tidak mampu bekerja (STMB)?',
    en: 'What is one day of temporary incapacity (STMB) worth?',
  },
  {
    id: 'Upah / 30; 30 hari adalah satu bulan; jenjangnya dihitung sejak hari pertama tidak mampu bekerja. Lihat juga Q-3.',
    en: 'Wage / 30; 30 days are one month; the bands count from the first day of incapacity. See also Q-3.',
  },
  30,
);

export const STMB_WAGE_CONTINUES = convention<readonly Segment[]>(
  'R-4',
  { id: 'Siapa yang menerima STMB?', en: 'Who receives STMB?' },
  {
    id: 'Pemberi kerja dari PU bila tetap membayar upah (dianggap demikian kecuali dinyatakan lain), selain itu peserta.',
    en: 'The employer of a PU if it kept paying the wage (taken as so unless said otherwise), else the participant.',
  },
  ['PU'],
  'H',
);

export const PARTIAL_DISABILITY_CAP = convention(
  'R-5',
  {
    id: 'Apakah jumlah cacat sebagian dari satu kecelakaan dibatasi?',
    en: 'Is the sum of partial disabilities of one accident limited?',
  },
  {
    id: 'Sampai 70 %, jadi tidak pernah melebihi cacat total tetap. Lihat juga Q-5.',
    en: 'At 70 %, so never above permanent total disability. See also Q-5.',
  },
  '70',
  'L',
);

export const SAME_ITEM_DEDUCTED = convention(
  'R-9',
  {
    id: 'Tingkat cacat yang lebih tinggi untuk butir yang sudah dibayar; meninggal sesudah cacat total tetap dibayar?',
    en: 'A higher grade for an item already paid; death after a paid permanent total disability?',
  },
  {
    id: 'Persentase yang sudah dibayar dikurangkan; meninggal sesudah cacat total tetap dibayar diputus oleh petugas (Q-5).',
    en: 'The percentage already paid is deducted; death after a paid permanent total goes to a person (Q-5).',
  },
  true,
  'L',
);

export const STMB_DIVISOR = description(
  'Q-3',
  {
    id: 'Pembagi harian mana yang dipakai BPJS untuk STMB?',
    en: 'Which daily divisor does BPJS use for STMB?',
  },
  { id: 'Upah / 30, setengah ke atas, seperti R-3.', en: 'Wage / 30, half up, as R-3.' },
);

export const EXPIRY_TRANSITION_FROM = convention(
  'Q-4',
  {
    id: 'Batas waktu mana yang berlaku bagi kecelakaan yang dua tahunnya masih berjalan pada 2019-12-02?',
    en: 'Which time limit holds for accidents whose two years still ran on 2019-12-02?',
  },
  { id: 'Lima tahun, untuk kecelakaan sejak 2017-12-02.', en: 'Five years, for accidents from 2017-12-02.' },
  localDate('2017-12-02'),
  'L',
);

export const DEATH_AFTER_TOTAL_PERMANENT = convention(
  'Q-5',
  {
    id: 'Meninggal, atau cacat total tetap lagi, sesudah satu kali dibayar?',
    en: 'Death, or another permanent total disability, after one was paid?',
  },
  { id: 'Petugas memutuskan.', en: 'A person decides.' },
  'MANUAL_REVIEW',
  'L',
);

export const JKK_DEATH_FLOOR_APPLIES = convention(
  'Q-6',
  {
    id: 'Apakah santunan kematian JKK mempunyai batas bawah?',
    en: 'Does the JKK death benefit have a floor?',
  },
  {
    id: 'Ya: santunan kematian JKM menurut peraturan yang sama.',
    en: 'Yes: the JKM lump sum of the same law.',
  },
  true,
  'L',
);

export const BPU_WORK_ENDED = description(
  'Q-17',
  {
    id: 'Penyakit akibat kerja (PAK) pada BPU yang sudah berhenti membayar: kapan pekerjaannya berakhir?',
    en: 'A disease caused by work (PAK) of a BPU who has stopped paying: when did the employment end?',
  },
  {
    id: 'Pada akhir bulan iuran terakhir, kecuali diketahui hari lain.',
    en: 'At the end of the last paid month, unless another day is known.',
  },
);

export const OTHER_PAYER_ASKED = description(
  'Q-22',
  {
    id: 'Jasa Raharja terlambat menjawab: bolehkah BPJS membayar semua lalu menagih?',
    en: 'Jasa Raharja answers late: may BPJS pay all and recover?',
  },
  {
    id: 'Sebanyak yang ditanggung Jasa Raharja paling banyak dikurangkan sementara; jawabannya membetulkannya.',
    en: 'As much as Jasa Raharja bears at most is taken off provisionally; its answer corrects it.',
  },
);

export const JKM_PAID_FIRST = description(
  'E-21',
  {
    id: 'JKM sudah dibayar, lalu kematian ternyata akibat kecelakaan kerja: apa yang masih dibayar JKK?',
    en: 'JKM was paid, and the death turns out to come from a work accident: what does JKK still pay?',
  },
  {
    id: 'Selisihnya: yang sudah dibayar JKM dikurangkan dari santunan kematian, lalu santunan berkala, lalu biaya pemakaman; beasiswa berjalan terus.',
    en: 'The difference: what JKM paid is taken off the death benefit, then the periodic one, then the funeral; scholarships go on.',
  },
);

export const PARTS_OF_ONE_ITEM = convention<Readonly<Record<string, number>>>(
  'E-7',
  {
    id: 'Satu butir tabel cacat dapat menyebut salah satu dari beberapa bagian ("satu jari lain", "sebelah mata"). Kapan yang kemudian adalah butir yang sama (R-9)?',
    en: 'An item of the disability table may name any of several parts ("any one other finger", "one eye"). When is a later one the same (R-9)?',
  },
  {
    id: 'Hanya yang melebihi bagian yang dimiliki tubuh yang sudah dibayar sebelumnya: tiga jari lain pada satu tangan, dua mata bila sisinya tidak disebut.',
    en: 'Only what goes beyond the parts that a body has was paid before: three other fingers of a hand, two eyes where no side is stated.',
  },
  {
    JARI_LAIN_TANGAN: 3,
    RUAS_PERTAMA_JARI_LAIN: 3,
    SEBELAH_KAKI_PANGKAL_PAHA: 2,
    SEBELAH_KAKI_MATA_KAKI: 2,
    SEBELAH_MATA: 2,
    PENDENGARAN_SEBELAH: 2,
    IBU_JARI_KAKI: 2,
    TELUNJUK_KAKI: 2,
    JARI_KAKI_LAIN: 6,
  },
);
