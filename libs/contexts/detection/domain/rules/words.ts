import { type LocalDate, type Words, formatRupiah, rupiah } from '#kernel';
import type { FindingOpened, Measure, RuleId } from '../finding.events.js';

/** What was measured, by name. */
type Measured = Readonly<Partial<Record<Measure, number | LocalDate>>>;

interface RuleWords {
  /** What the rule looks for. */
  readonly title: Words;
  /** What was found, in the numbers of a finding. */
  readonly reason: (of: Said) => Words;
  /** What is not looked for, and what that waits for; absent where nothing is left out. */
  readonly waitsFor?: Words;
}

/** A measure as it is read: sums as rupiah, all others as they are. */
type Said = (measure: Measure) => string;

const NOTHING_YET = { en: 'Nothing is looked for yet', id: 'Belum dicari' };

const waiting = (title: Words, waitsFor: Words): RuleWords => ({
  title,
  reason: () => NOTHING_YET,
  waitsFor,
});

const PENSIONS = { en: 'pensions (JP) and their payments', id: 'Jaminan Pensiun (JP) dan pembayarannya' };

/** What each rule is about, for people. */
export const RULE_WORDS: Readonly<Record<RuleId, RuleWords>> = {
  'FD-01': {
    title: { en: 'One account in claims of several persons', id: 'Satu rekening pada klaim beberapa orang' },
    reason: (of) => ({
      en: `One account is named in ${of('claims')} claims of ${of('persons')} insured persons`,
      id: `Satu rekening disebut pada ${of('claims')} klaim dari ${of('persons')} peserta`,
    }),
  },
  'FD-02': {
    title: {
      en: 'Death or total disability soon after a BPU membership began',
      id: 'Kematian atau cacat total segera setelah kepesertaan BPU dimulai',
    },
    reason: (of) => ({
      en: `It happened ${of('days')} days after the membership began on ${of('from')}`,
      id: `Terjadi ${of('days')} hari setelah kepesertaan dimulai pada ${of('from')}`,
    }),
  },
  'FD-03': {
    title: {
      en: 'Entered late, and the event of a claim lies in between',
      id: 'Dicatat mundur, dan peristiwa klaim berada di antaranya',
    },
    reason: (of) => ({
      en: `What counts from ${of('from')} was recorded on ${of('recordedOn')}, ${of('days')} days later, after the event of the claim`,
      id: `Yang berlaku sejak ${of('from')} dicatat pada ${of('recordedOn')}, ${of('days')} hari kemudian, setelah peristiwa klaim`,
    }),
  },
  'FD-04': {
    title: {
      en: 'Many deaths soon after registration by one officer or sponsor',
      id: 'Banyak kematian segera setelah didaftarkan satu petugas atau sponsor',
    },
    reason: (of) => ({
      en: `${of('deaths')} of ${of('registrations')} died within 90 days (${of('perMille')} ‰; in the segment ${of('usualPerMille')} ‰)`,
      id: `${of('deaths')} dari ${of('registrations')} meninggal dalam 90 hari (${of('perMille')} ‰; di segmennya ${of('usualPerMille')} ‰)`,
    }),
  },
  'FD-05': {
    title: {
      en: 'Same name and birth date under two NIKs',
      id: 'Nama dan tanggal lahir sama dengan dua NIK',
    },
    reason: () => ({
      en: 'Two participants with different NIKs have the same name and birth date',
      id: 'Dua peserta dengan NIK berbeda mempunyai nama dan tanggal lahir yang sama',
    }),
  },
  'FD-06': {
    title: {
      en: 'One paper for different persons or events',
      id: 'Satu dokumen untuk orang atau peristiwa berbeda',
    },
    reason: (of) => ({
      en: `One number of a paper was handed in for ${of('claims')} things of ${of('persons')} persons`,
      id: `Satu nomor dokumen diserahkan untuk ${of('claims')} hal dari ${of('persons')} orang`,
    }),
  },
  'FD-07': {
    title: { en: 'Wage raised before the event', id: 'Upah dinaikkan sebelum peristiwa' },
    reason: (of) => ({
      en: `Up to ${of('wageIdr')} was reported for one of the three months before the event; the median of the year before those is ${of('medianIdr')}`,
      id: `Sampai ${of('wageIdr')} dilaporkan untuk salah satu dari tiga bulan sebelum peristiwa; median setahun sebelumnya ${of('medianIdr')}`,
    }),
  },
  'FD-08': waiting(
    { en: 'Nearly all wages are exactly the minimum wage', id: 'Hampir semua upah persis upah minimum' },
    {
      en: 'the minimum wages of provinces and districts by year',
      id: 'upah minimum provinsi dan kabupaten/kota per tahun',
    },
  ),
  'FD-09': {
    title: {
      en: 'Dear bills for one kind of diagnosis',
      id: 'Tagihan mahal untuk satu kelompok diagnosis',
    },
    reason: (of) => ({
      en: `${of('meanIdr')} on the mean of ${of('cases')} cases of one group of diagnoses; 95 % of the ${of('facilities')} facilities of the province do not exceed ${of('usualIdr')}`,
      id: `Rata-rata ${of('meanIdr')} dari ${of('cases')} kasus satu kelompok diagnosis; 95 % dari ${of('facilities')} fasilitas di provinsi itu tidak melebihi ${of('usualIdr')}`,
    }),
    waitsFor: {
      en: 'bills without lines name no diagnosis, and are not looked at',
      id: 'tagihan tanpa rincian tidak memuat diagnosis, dan tidak dilihat',
    },
  },
  'FD-10': {
    title: {
      en: 'Two stays at one time, or one under two numbers',
      id: 'Dua rawat inap bersamaan, atau satu dengan dua nomor',
    },
    reason: (of) => ({
      en: `Two bills are for the same ${of('nights')} nights from ${of('from')} on`,
      id: `Dua tagihan untuk ${of('nights')} malam yang sama sejak ${of('from')}`,
    }),
  },
  'FD-11': {
    title: { en: 'Bills just below a limit of authority', id: 'Tagihan sedikit di bawah batas kewenangan' },
    reason: (of) => ({
      en: `${of('invoices')} bills for one patient within 7 days, from ${of('leastIdr')} on, below the limit of ${of('limitIdr')}`,
      id: `${of('invoices')} tagihan untuk satu pasien dalam 7 hari, mulai ${of('leastIdr')}, di bawah batas ${of('limitIdr')}`,
    }),
  },
  'FD-12': {
    title: { en: 'Approvals just within one’s own limit', id: 'Persetujuan sedikit di bawah batas sendiri' },
    reason: (of) => ({
      en: `${of('approvals')} approvals within five working days, from ${of('leastIdr')} on, with a limit of ${of('limitIdr')}`,
      id: `${of('approvals')} persetujuan dalam lima hari kerja, mulai ${of('leastIdr')}, dengan batas ${of('limitIdr')}`,
    }),
  },
  'FD-13': {
    title: {
      en: 'Assessor and decider are nearly always the same pair',
      id: 'Penilai dan pemutus hampir selalu berpasangan',
    },
    reason: (of) => ({
      en: `${of('approvals')} of ${of('ofAll')} approvals of what one person assessed were another one’s`,
      id: `${of('approvals')} dari ${of('ofAll')} persetujuan atas penilaian seseorang dibuat satu orang lain`,
    }),
  },
  'FD-14': {
    title: {
      en: 'Account changed just before payment to one known from somebody else',
      id: 'Rekening diganti tepat sebelum pembayaran ke rekening milik orang lain',
    },
    reason: (of) => ({
      en: `The account was changed ${of('days')} working days before the instruction to one that ${of('persons')} others have named`,
      id: `Rekening diganti ${of('days')} hari kerja sebelum instruksi, ke rekening yang juga disebut ${of('persons')} orang lain`,
    }),
  },
  'FD-15': waiting(
    {
      en: 'Pension paid after a death, or one account of several pensioners',
      id: 'Pensiun dibayar setelah kematian, atau satu rekening beberapa pensiunan',
    },
    PENSIONS,
  ),
  'FD-16': {
    title: { en: 'One child in two scholarship rights', id: 'Satu anak dalam dua hak beasiswa' },
    reason: (of) => ({
      en: `A child of the same name and birth date has ${of('rights')} rights`,
      id: `Anak dengan nama dan tanggal lahir yang sama mempunyai ${of('rights')} hak`,
    }),
    waitsFor: {
      en: 'school years with wage reports of the child: nothing recorded says which participant a child is; the number of the birth certificate is not recorded apart either',
      id: 'tahun sekolah dengan laporan upah anak: belum tercatat peserta mana anak itu; nomor akta lahir juga belum dicatat tersendiri',
    },
  },
  'FD-17': waiting(
    { en: 'JKP month in which a wage was reported', id: 'Bulan JKP dengan laporan upah' },
    { en: 'JKP and its payments', id: 'Jaminan Kehilangan Pekerjaan (JKP) dan pembayarannya' },
  ),
  'FD-18': waiting(
    { en: 'JHT paid in full and work goes on', id: 'JHT dibayar penuh lalu bekerja lagi' },
    { en: 'JHT balances and payments', id: 'saldo dan pembayaran Jaminan Hari Tua (JHT)' },
  ),
  'FD-19': {
    title: { en: 'More days of incapacity than of rest', id: 'Hari STMB melebihi hari istirahat' },
    reason: (of) => ({
      en: `${of('days')} days of incapacity were calculated; the doctor’s statement has ${of('restDays')} days of rest`,
      id: `${of('days')} hari STMB dihitung; surat dokter memuat ${of('restDays')} hari istirahat`,
    }),
    waitsFor: {
      en: 'attendance: wage reports do not say who was at work on which days',
      id: 'kehadiran: laporan upah tidak memuat siapa bekerja pada hari apa',
    },
  },
  'FD-20': {
    title: {
      en: 'Accident within days of the registration',
      id: 'Kecelakaan beberapa hari setelah pendaftaran',
    },
    reason: (of) => ({
      en: `The accident happened ${of('days')} days after the registration of ${of('from')}`,
      id: `Kecelakaan terjadi ${of('days')} hari setelah pendaftaran ${of('from')}`,
    }),
  },
  'FD-21': {
    title: { en: 'More days in bed than there are beds', id: 'Hari rawat inap melebihi tempat tidur' },
    reason: (of) => ({
      en: `${of('days')} days in bed were billed in the month from ${of('from')} on, with ${of('beds')} beds agreed`,
      id: `${of('days')} hari rawat inap ditagih pada bulan sejak ${of('from')}, dengan ${of('beds')} tempat tidur diperjanjikan`,
    }),
  },
  'FD-22': {
    title: {
      en: 'Health data of many opened without their claims',
      id: 'Data kesehatan banyak orang dibuka tanpa klaimnya',
    },
    reason: (of) => ({
      en: `One officer had health fields of ${of('persons')} persons opened on ${of('from')} whose claims are not theirs`,
      id: `Satu petugas membuka data kesehatan ${of('persons')} orang pada ${of('from')} yang klaimnya bukan tugasnya`,
    }),
  },
  'FD-23': {
    title: {
      en: 'Receipts in sequence from several claimants',
      id: 'Kuitansi berurutan dari beberapa orang',
    },
    reason: (of) => ({
      en: `${of('invoices')} receipts of one issuer have numbers in sequence and come from ${of('persons')} persons`,
      id: `${of('invoices')} kuitansi dari satu penerbit bernomor urut dan berasal dari ${of('persons')} orang`,
    }),
  },
  'FD-24': waiting(
    {
      en: 'Suspense cleared to a person again and again',
      id: 'Pos sementara berulang kali dialihkan ke seseorang',
    },
    { en: 'suspense items of the books', id: 'pos sementara dalam pembukuan' },
  ),
};

/** Why a finding is one, in the numbers that were found. */
export function reasonOf({ rule, measures }: Pick<FindingOpened['data'], 'rule' | 'measures'>): Words {
  const found: Measured = Object.fromEntries(measures.map(({ of, value }) => [of, value]));
  return RULE_WORDS[rule].reason((measure) => {
    const value = found[measure] ?? '–';
    return measure.endsWith('Idr') && typeof value === 'number' ? formatRupiah(rupiah(value)) : String(value);
  });
}
