import type { Words } from '#kernel';

/** What can be wrong with a proof, a checkpoint, a tile or a tree: each has a name that people look up. */
export const FAULTS = {
  MALFORMED: {
    en: 'is not in the form that its specification says',
    id: 'tidak berbentuk seperti yang ditetapkan spesifikasinya',
  },
  SIGNATURE_WRONG: {
    en: 'a signature is not what the named key makes of this text',
    id: 'sebuah tanda tangan bukan buatan kunci yang disebut untuk teks ini',
  },
  NOT_SIGNED: {
    en: 'no key that we know has signed it',
    id: 'tidak ada kunci yang dikenal yang menandatanganinya',
  },
  QUORUM_MISSING: {
    en: 'fewer witnesses have cosigned it than the policy asks for',
    id: 'saksi yang ikut menandatangani kurang dari yang diminta kebijakan',
  },
  OTHER_ORIGIN: {
    en: 'it is of a tree that the policy does not name',
    id: 'ini milik pohon yang tidak disebut kebijakan',
  },
  PROOF_TOO_SHORT: {
    en: 'the proof has fewer hashes than the tree needs',
    id: 'bukti memiliki hash kurang dari yang diperlukan pohon',
  },
  PROOF_TOO_LONG: {
    en: 'the proof has more hashes than the tree needs',
    id: 'bukti memiliki hash lebih dari yang diperlukan pohon',
  },
  NOT_INCLUDED: {
    en: 'the record does not lead to the root of the checkpoint: record, index or proof was changed',
    id: 'catatan tidak menuju akar checkpoint: catatan, indeks, atau bukti telah diubah',
  },
  NOT_CONSISTENT: {
    en: 'the larger tree did not grow out of the smaller one: the log has two histories',
    id: 'pohon yang lebih besar tidak tumbuh dari yang lebih kecil: log memiliki dua riwayat',
  },
  TILE_DIFFERS: {
    en: 'a tile is not what the tree of the checkpoint is made of',
    id: 'sebuah tile bukan bagian dari pohon checkpoint',
  },
  TILE_MISSING: {
    en: 'a tile that the checkpoint needs is not there',
    id: 'sebuah tile yang diperlukan checkpoint tidak ada',
  },
  ENTRY_DIFFERS: {
    en: 'an entry is not what its leaf is the hash of',
    id: 'sebuah entri tidak sesuai dengan hash daunnya',
  },
} as const satisfies Readonly<Record<string, Words>>;

export type Fault = keyof typeof FAULTS;

/** Something is not what it says it is. */
export class NotProven extends Error {
  override readonly name = 'NotProven';

  /** @param where what of it: a line, a key, a tile. Never what an event says */
  constructor(
    readonly fault: Fault,
    readonly where: string,
  ) {
    super(`${where}: ${FAULTS[fault].en}`);
  }

  /** In both languages. */
  get words(): Words {
    const { en, id } = FAULTS[this.fault];
    return { en: `${this.where}: ${en}`, id: `${this.where}: ${id}` };
  }
}
