import type { Words } from '#kernel';
import type { DenialReason } from '../../domain/claim-by-people.events.js';

/** What a denial says: its number (reference 2.8), why, and what would change it. */
export interface DenialText {
  readonly number: string;
  readonly why: Words;
  readonly changedBy: Words;
}

const APPEAL: Words = {
  id: 'keberatan Saudara, atau penetapan pengawas ketenagakerjaan, Menteri atau pengadilan',
  en: 'your objection, or a determination of the labour inspector, the Minister or a court',
};

const DETERMINATION: Words = {
  id: 'penetapan pengawas ketenagakerjaan, Menteri atau pengadilan yang menyatakan lain',
  en: 'a determination of the labour inspector, the Minister or a court that says otherwise',
};

const NEW_FACTS: Words = {
  id: 'bukti atau fakta baru',
  en: 'new evidence or a new fact',
};

const FULL_PAYMENT: Words = {
  id: 'pelunasan seluruh tunggakan; setelah itu permohonan diproses kembali',
  en: 'payment of all of the arrears; then the claim goes on',
};

const text = (number: string, id: string, en: string, changedBy: Words): DenialText => ({
  number,
  why: { id, en },
  changedBy,
});

/** For a reason that a person found. */
const BY_PEOPLE: Readonly<Record<DenialReason, DenialText>> = {
  NOT_ENTITLED_PERSON: text(
    'D-05',
    'ada pihak lain yang lebih berhak menurut urutan ahli waris',
    'somebody else is entitled before you by the order of heirs',
    {
      id: 'pernyataan pelepasan hak dari yang lebih berhak, atau penetapan pengadilan',
      en: 'a waiver of whoever is entitled before you, or a paper of a court',
    },
  ),
  PAPERS_MISSING: text(
    'D-06',
    'berkas belum lengkap walaupun sudah diminta',
    'papers are missing although they were asked for',
    { id: 'penyerahan berkas yang kurang', en: 'the papers that are missing' },
  ),
  PAPER_FALSE: text(
    'D-08',
    'ada berkas yang tidak asli menurut penerbitnya',
    'a paper is not genuine by the word of its issuer',
    {
      id: 'jawaban tertulis baru dari penerbit berkas',
      en: 'a new written answer of the issuer of the paper',
    },
  ),
  ALREADY_DECIDED: text(
    'D-09',
    'yang dimohonkan sudah diputus dalam permohonan terdahulu',
    'what is claimed was decided by an earlier claim',
    APPEAL,
  ),
  OTHER_PROGRAMME_PAID: text(
    'D-10',
    'program lain sudah membayar untuk peristiwa yang sama',
    'another programme has paid for the same event',
    DETERMINATION,
  ),
  CONDITION_NOT_MET: text(
    'D-12',
    'ada syarat manfaat yang tidak dipenuhi',
    'a condition of the benefit is not met',
    NEW_FACTS,
  ),
  USED_UP: text(
    'D-13',
    'yang menjadi hak menurut peraturan sudah dibayarkan',
    'what the law gives has been paid already',
    APPEAL,
  ),
  COST_NOT_PROVED: text(
    'D-14',
    'biaya yang dimintakan penggantian tidak terbukti dibayar',
    'what is claimed back was not shown to have been paid',
    { id: 'kuitansi', en: 'a receipt' },
  ),
  CARE_NOT_RELATED: text(
    'D-15',
    'perawatan tidak berkaitan dengan kecelakaan ini menurut penelaah medis',
    'the care was not for this accident, by a medical reviewer',
    { id: 'pendapat kedua', en: 'a second opinion' },
  ),
  OTHER_PAYER_COVERS: text('D-17', 'biayanya ditanggung oleh penjamin lain', 'another payer covers it', {
    id: 'penolakan tertulis dari penjamin lain itu',
    en: 'the written refusal of that other payer',
  }),
  HEIR_DISPUTE_OPEN: text(
    'D-18',
    'para ahli waris belum bersepakat selama dua belas bulan dan belum ada putusan pengadilan',
    'the heirs have neither agreed for twelve months nor brought a judgment',
    {
      id: 'kesepakatan para ahli waris atau putusan pengadilan',
      en: 'an agreement of the heirs, or a judgment',
    },
  ),
  FALSE_STATEMENT: text(
    'D-19',
    'pemohon memberi keterangan yang tidak benar',
    'whoever claims has stated what is not true',
    APPEAL,
  ),
  DETERMINATION_BINDS: text(
    'D-20',
    'pejabat yang berwenang telah menetapkan lain, dan penetapan itu mengikat',
    'an authority has determined otherwise, and that binds',
    { id: 'penetapan pejabat yang lebih tinggi', en: 'a determination of a higher authority' },
  ),
};

/** For a rule of the law, by the code of the decision. */
const BY_LAW: Readonly<Record<string, DenialText>> = {
  REJECTED_NOT_REGISTERED: text(
    'D-01',
    'tidak terdaftar sebagai peserta pada hari kejadian',
    'nobody was registered as a participant on the day of the event',
    { id: 'bukti pendaftaran pada hari itu', en: 'proof of a registration on that day' },
  ),
  REJECTED_INACTIVE: text(
    'D-02',
    'kepesertaan tidak aktif pada hari kejadian karena iuran tidak dibayar',
    'there was no cover on the day of the event, because contributions had not been paid',
    { id: 'data bank bahwa bulan itu sudah dibayar', en: 'data of the bank that the month had been paid' },
  ),
  REJECTED_NOT_WORK_ACCIDENT: text(
    'D-03',
    'kejadian ini disimpulkan bukan kecelakaan kerja',
    'it was concluded that this was no work accident',
    DETERMINATION,
  ),
  REJECTED_EXPIRED: text('D-04', 'hak sudah gugur karena lewat waktu', 'the right has lapsed by time', {
    id: 'bukti laporan yang lebih awal',
    en: 'proof of an earlier notice',
  }),
  ARREARS_NOT_SETTLED: text(
    'D-07',
    'tunggakan iuran tidak dilunasi dalam waktu yang diberitahukan',
    'the arrears were not paid in the time of the notice',
    FULL_PAYMENT,
  ),
  PENDING_ARREARS: text(
    'D-07',
    'iuran masih menunggak pada hari kejadian',
    'contributions were in arrears on the day of the event',
    FULL_PAYMENT,
  ),
  REJECTED_ALREADY_PAID: text(
    'D-13',
    'yang dimohonkan sudah dibayarkan',
    'what is claimed was paid already',
    NEW_FACTS,
  ),
  REJECTED_NOTHING_PAYABLE: text(
    'D-12',
    'tidak ada biaya, ketidakmampuan bekerja atau cacat yang terbukti, sehingga perhitungannya nihil',
    'no cost, incapacity or disability was shown, so that it comes to nothing',
    NEW_FACTS,
  ),
  REJECTED_WORK_ACCIDENT: text(
    'D-10',
    'meninggal karena kecelakaan kerja ditanggung program JKK, bukan JKM',
    'a death by a work accident is for JKK, not for JKM',
    { id: 'permohonan JKK', en: 'a claim for JKK' },
  ),
  REJECTED_DISEASE_TOO_LATE: text(
    'D-04',
    'penyakit akibat kerja didiagnosis setelah batas waktu sejak hubungan kerja berakhir',
    'the occupational disease was diagnosed after the time that the law gives since the work ended',
    DETERMINATION,
  ),
  REJECTED_OUTSIDE_REGISTERED_JOB: text(
    'D-12',
    'kejadian tidak pada pekerjaan yang didaftarkan',
    'it did not happen at the work that was registered',
    DETERMINATION,
  ),
  REJECTED_COMMUTE_UNPROVED: text(
    'D-12',
    'perjalanan berangkat atau pulang kerja belum terbukti',
    'that it was on the way to or from work was not shown',
    { id: 'surat kepolisian atau pernyataan dua saksi', en: 'a letter of the police, or two witnesses' },
  ),
  REJECTED_VIOLENCE_UNPROVED: text(
    'D-12',
    'kekerasan fisik di tempat kerja belum terbukti',
    'that it was violence at work was not shown',
    { id: 'laporan kepolisian atau visum', en: 'a report of the police, or a medical report for it' },
  ),
  REJECTED_SUDDEN_DEATH: text(
    'D-03',
    'meninggal mendadak ini tidak memenuhi syarat sebagai kecelakaan kerja',
    'this sudden death does not fulfil what the law asks of a work accident',
    DETERMINATION,
  ),
  REJECTED_OWN_FAULT: text(
    'D-03',
    'kejadian disebabkan oleh perbuatan yang dikecualikan dari jaminan',
    'it came from conduct that the law leaves out',
    DETERMINATION,
  ),
  REJECTED_UNPROVED: text(
    'D-12',
    'syarat yang diminta peraturan belum terbukti',
    'what the law asks for was not shown',
    NEW_FACTS,
  ),
  REJECTED_NOT_IN_LAW: text(
    'D-12',
    'manfaat ini belum ada dalam peraturan pada hari kejadian',
    'the law of that day did not know this benefit',
    NEW_FACTS,
  ),
  EMPLOYER_PAYS_FIRST: text(
    'D-16',
    'pemberi kerja wajib membayar lebih dahulu: menunggak iuran, terlambat melaporkan kecelakaan, atau tidak mendaftarkan pekerja',
    'the employer has to pay first: it is in arrears, reported the accident late, or has not registered the worker',
    {
      id: 'bukti bahwa pemberi kerja sudah membayar; pemberi kerja lalu dapat meminta penggantian',
      en: 'proof that the employer has paid; it can then ask for its money',
    },
  ),
};

/** For whatever the law comes to refuse for that nobody has written a sentence of. */
const OF_OTHER_RULES: DenialText = text(
  'D-12',
  'syarat menurut peraturan tidak terpenuhi',
  'what the law asks for is not fulfilled',
  NEW_FACTS,
);

/** The decisions that have a sentence of their own. */
export const DENIALS_IN_WORDS: Readonly<Record<string, DenialText>> = { ...BY_PEOPLE, ...BY_LAW };

export const denialText = (decision: string): DenialText =>
  (Object.hasOwn(DENIALS_IN_WORDS, decision) ? DENIALS_IN_WORDS[decision] : undefined) ?? OF_OTHER_RULES;
