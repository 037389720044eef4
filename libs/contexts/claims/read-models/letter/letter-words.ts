import type { MoneyBackReason, ReturnReason } from '#contexts/payouts/facts';
import type { Words } from '#kernel';
import type { CareBearer } from '#law';
import type { DocumentFault } from '../../domain/claim-by-people.events.js';
import type { OwedByEmployer } from '../../domain/claim.events.js';
import type { DocumentKind } from '../../domain/handed-in.events.js';

export const DOCUMENTS_IN_WORDS: Readonly<Record<DocumentKind, Words>> = {
  KPJ_CARD: { id: 'kartu peserta BPJS Ketenagakerjaan', en: 'card of the participant' },
  E_KTP: { id: 'KTP elektronik peserta', en: 'identity card (e-KTP) of the participant' },
  KK: { id: 'kartu keluarga', en: 'family card (KK)' },
  CHRONOLOGY: { id: 'kronologi kejadian', en: 'account of what happened' },
  ATTENDANCE_LIST: { id: 'daftar hadir kerja', en: 'list of attendance at work' },
  KK1: { id: 'formulir KK1 (laporan tahap I)', en: 'form KK1 (report of stage I)' },
  KK2: { id: 'formulir KK2 (laporan tahap II)', en: 'form KK2 (report of stage II)' },
  KK3: { id: 'formulir KK3 (surat keterangan dokter)', en: 'form KK3 (statement of the doctor)' },
  TRANSPORT_RECEIPTS: { id: 'kuitansi angkutan', en: 'receipts for transport' },
  CARE_RECEIPTS: { id: 'kuitansi perawatan dan pengobatan', en: 'receipts for care' },
  POLICE_LETTER: { id: 'surat keterangan kepolisian', en: 'letter of the police' },
  WITNESS_STATEMENTS: { id: 'pernyataan dua orang saksi', en: 'statements of two witnesses' },
  FORM_4: { id: 'formulir 4 (pengajuan jaminan kematian)', en: 'form 4 (claim for a death)' },
  DEATH_CERTIFICATE: { id: 'akta kematian', en: 'death certificate' },
  HEIR_CERTIFICATE: { id: 'surat keterangan ahli waris', en: 'certificate of heirs' },
  HEIR_KTP: { id: 'KTP ahli waris', en: 'identity card of the heir' },
  ACCOUNT_BOOK: { id: 'buku rekening', en: 'account book' },
  SET_OFF_CONSENT: {
    id: 'persetujuan tertulis kompensasi tunggakan',
    en: 'written consent to have the arrears deducted',
  },
};

export const FAULTS_IN_WORDS: Readonly<Record<DocumentFault, Words>> = {
  ILLEGIBLE: { id: 'tidak terbaca', en: 'cannot be read' },
  EXPIRED: { id: 'sudah tidak berlaku', en: 'has expired' },
  OF_SOMEBODY_ELSE: { id: 'milik orang lain', en: 'is somebody else’s' },
  DOUBTFUL: { id: 'diragukan, mohon diserahkan kembali', en: 'is doubtful: please hand in another' },
  NOT_GENUINE: { id: 'tidak asli menurut penerbitnya', en: 'is not genuine by the word of its issuer' },
};

export const PAYEES_IN_WORDS: Readonly<Record<string, Words>> = {
  PARTICIPANT: { id: 'peserta', en: 'the participant' },
  HEIR: { id: 'ahli waris', en: 'the heir' },
  EMPLOYER: { id: 'pemberi kerja', en: 'the employer' },
  PLKK: { id: 'fasilitas kesehatan (PLKK)', en: 'the health facility (PLKK)' },
  RECEIPT_PAYER: { id: 'yang membayar biaya', en: 'whoever paid the cost' },
  FUNERAL_PAYER: { id: 'yang mengurus pemakaman', en: 'whoever arranged the funeral' },
  GUARDIAN: { id: 'wali', en: 'the guardian' },
};

export const BEARERS_IN_WORDS: Readonly<Record<CareBearer, Words>> = {
  BPJS_KESEHATAN: { id: 'BPJS Kesehatan', en: 'BPJS Kesehatan' },
  PARTICIPANT: { id: 'peserta sendiri', en: 'the participant' },
  OTHER_INSURER: { id: 'penjamin lain', en: 'another insurer' },
  EMPLOYER: { id: 'pemberi kerja', en: 'the employer' },
};

export const RETURNS_IN_WORDS: Readonly<Record<ReturnReason | MoneyBackReason, Words>> = {
  ACCOUNT_CLOSED: { id: 'rekening sudah ditutup', en: 'the account is closed' },
  ACCOUNT_UNKNOWN: { id: 'nomor rekening tidak dikenal', en: 'the bank does not know the number' },
  NAME_MISMATCH: { id: 'nama pemilik rekening berbeda', en: 'the holder has another name' },
  BANK_REFUSED: { id: 'ditolak bank', en: 'the bank refused it' },
  WRONG_PAYEE: { id: 'penerima bukan yang berhak', en: 'it was due to somebody else' },
  NOT_OWED: { id: 'pembayaran tidak terutang', en: 'it was not due' },
};

export const OWED_GROUNDS_IN_WORDS: Readonly<Record<OwedByEmployer['ground'], Words>> = {
  NEVER_REGISTERED: { id: 'pekerja tidak didaftarkan', en: 'the worker was never registered' },
  ARREARS_OVER_3M: { id: 'menunggak lebih dari tiga bulan', en: 'more than three months in arrears' },
  LATE_STAGE_ONE: { id: 'laporan tahap I terlambat', en: 'stage I was reported late' },
  WAGE_SHORTFALL: { id: 'upah dilaporkan kurang', en: 'a lower wage was reported' },
};

/** Longer codes first: what a code begins with tells what it is called. */
const COMPONENTS: readonly (readonly [start: string, words: Words])[] = [
  ['JKK_STMB', { id: 'santunan sementara tidak mampu bekerja', en: 'compensation for time without work' }],
  ['JKK_PARTIAL', { id: 'santunan cacat sebagian', en: 'compensation for partial disability' }],
  ['JKK_TOTAL', { id: 'santunan cacat total tetap', en: 'compensation for total permanent disability' }],
  ['JKK_PERIODIC', { id: 'santunan berkala', en: 'periodic compensation' }],
  ['JKK_DEATH', { id: 'santunan kematian karena kecelakaan kerja', en: 'compensation for death at work' }],
  ['JKK_FUNERAL', { id: 'biaya pemakaman', en: 'cost of the funeral' }],
  ['JKK_TRANSPORT', { id: 'biaya angkutan', en: 'cost of transport' }],
  ['JKK_MEDICAL', { id: 'perawatan dan pengobatan', en: 'care and treatment' }],
  ['JKK_HOME_CARE', { id: 'perawatan di rumah', en: 'care at home' }],
  ['JKK_PROSTHESIS', { id: 'alat pengganti anggota badan', en: 'prosthesis' }],
  ['JKK_ORTHOSIS', { id: 'alat bantu', en: 'orthosis' }],
  ['JKK_DENTURE', { id: 'gigi tiruan', en: 'dentures' }],
  ['JKK_HEARING', { id: 'alat bantu dengar', en: 'hearing aid' }],
  ['JKK_GLASSES', { id: 'kacamata', en: 'glasses' }],
  ['JKK_REHAB', { id: 'rehabilitasi', en: 'rehabilitation' }],
  ['JKK_DIAGNOSTIC', { id: 'biaya pemeriksaan diagnostik', en: 'cost of diagnosis' }],
  ['JKM_DEATH', { id: 'santunan kematian', en: 'compensation for death' }],
  ['JKM_PERIODIC', { id: 'santunan berkala', en: 'periodic compensation' }],
  ['JKM_FUNERAL', { id: 'biaya pemakaman', en: 'cost of the funeral' }],
  ['JKM_LIMITED', { id: 'santunan terbatas (kepesertaan baru)', en: 'limited benefit (new member)' }],
  ['SCHOLARSHIP', { id: 'beasiswa pendidikan anak', en: 'scholarship for children' }],
  ['ARREARS_SET_OFF', { id: 'kompensasi tunggakan iuran', en: 'deduction of arrears' }],
];

/** A component of a decision in words; its code where none are known. */
export const componentWords = (code: string): Words =>
  COMPONENTS.find(([start]) => code.startsWith(start))?.[1] ?? { id: code, en: code };

/** Whether a component has words of its own. */
export const hasWords = (code: string): boolean => COMPONENTS.some(([start]) => code.startsWith(start));
