import type { Words } from '#kernel';
import { FAULTS, type Fault } from '#transparency-log';

/** What can be wrong with a pack beside its proofs: each has a name that people look up. */
const OF_PACKS = {
  ARCHIVE_DIFFERS: {
    en: 'is no archive of an audit pack, or a byte between its files was changed',
    id: 'bukan arsip berkas audit, atau sebuah byte di antara isinya telah diubah',
  },
  MANIFEST_DIFFERS: {
    en: 'the manifest is not what the files of the pack give',
    id: 'manifes tidak sesuai dengan isi berkas audit',
  },
  FILE_MISSING: {
    en: 'the manifest names it, and it is not there',
    id: 'disebut dalam manifes, tetapi tidak ada',
  },
  FILE_UNLISTED: {
    en: 'it is there, and the manifest does not name it',
    id: 'ada, tetapi tidak disebut dalam manifes',
  },
  FILE_DIFFERS: {
    en: 'its SHA-256 is not the one in the manifest: it was changed',
    id: 'SHA-256-nya bukan yang tercantum dalam manifes: isinya telah diubah',
  },
  FILE_UNKNOWN: { en: 'a pack has no such file', id: 'berkas audit tidak memuat berkas seperti ini' },
  POLICY_UNUSABLE: { en: 'the policy cannot be read', id: 'kebijakan tidak dapat dibaca' },
  OTHER_CHECKPOINT: {
    en: 'its proof is of another checkpoint than that of the pack',
    id: 'buktinya memakai checkpoint lain dari checkpoint berkas audit',
  },
  OTHER_EVENT: {
    en: 'the proof beside it is of another event',
    id: 'bukti di sampingnya adalah bukti peristiwa lain',
  },
  EVENT_MISSING: {
    en: 'an event of this stream is not in the pack, though a later one is',
    id: 'sebuah peristiwa dari aliran ini tidak ada, padahal yang lebih baru ada',
  },
  STREAM_MISSING: {
    en: 'an event in the pack names it, and not one event of it is there',
    id: 'disebut oleh sebuah peristiwa dalam berkas audit, tetapi tidak satu pun peristiwanya ada',
  },
  CLAIM_MISSING: {
    en: 'no event of the claim that the pack is about is in it',
    id: 'tidak ada satu pun peristiwa dari klaim yang dimaksud',
  },
  PAPERS_DIFFER: {
    en: 'the list of papers is not what the events say of them',
    id: 'daftar dokumen tidak sesuai dengan yang dikatakan peristiwa',
  },
  RULES_DIFFER: {
    en: 'the rules in force are not given for exactly the calculations in the pack',
    id: 'aturan yang berlaku tidak diberikan tepat untuk perhitungan dalam berkas audit',
  },
  NOT_SEALED: {
    en: 'what was opened is of no sealed part of an event in the pack',
    id: 'yang dibuka bukan bagian tersegel dari peristiwa dalam berkas audit',
  },
} as const satisfies Readonly<Record<string, Words>>;

export const PACK_FAULTS = { ...FAULTS, ...OF_PACKS } as const satisfies Readonly<Record<string, Words>>;

export type PackFault = Fault | keyof typeof OF_PACKS;

/** Something in a pack that is not what it says it is. */
export interface PackFinding {
  readonly fault: PackFault;
  /** Which file, event, key or line. Never what an event says. */
  readonly where: string;
}
