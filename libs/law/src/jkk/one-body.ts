import { DISABILITY_BY_ITEM } from './disability.rules.js';
import type { Injury } from './injury.js';
import { PARTS_OF_ONE_ITEM } from './jkk.conventions.js';

const FINGERS = [
  'IBU_JARI_TANGAN',
  'TELUNJUK_TANGAN',
  'JARI_LAIN_TANGAN',
  'RUAS_PERTAMA_TELUNJUK',
  'RUAS_PERTAMA_JARI_LAIN',
] as const;
const TOES = ['IBU_JARI_KAKI', 'TELUNJUK_KAKI', 'JARI_KAKI_LAIN'] as const;

/** What is gone with a part of the body, and cannot be lost beside it. */
const GONE_WITH: Readonly<Record<string, readonly string[]>> = {
  LENGAN_SENDI_BAHU: ['LENGAN_SIKU', 'TANGAN_PERGELANGAN', ...FINGERS],
  LENGAN_SIKU: ['TANGAN_PERGELANGAN', ...FINGERS],
  TANGAN_PERGELANGAN: FINGERS,
  TELUNJUK_TANGAN: ['RUAS_PERTAMA_TELUNJUK'],
  KEDUA_KAKI_PANGKAL_PAHA: [
    'SEBELAH_KAKI_PANGKAL_PAHA',
    'KEDUA_KAKI_MATA_KAKI',
    'SEBELAH_KAKI_MATA_KAKI',
    'KAKI_MEMENDEK',
    ...TOES,
  ],
  SEBELAH_KAKI_PANGKAL_PAHA: ['KEDUA_KAKI_MATA_KAKI'],
  KEDUA_KAKI_MATA_KAKI: ['SEBELAH_KAKI_MATA_KAKI', ...TOES],
  KEDUA_MATA: [
    'SEBELAH_MATA',
    'PENGLIHATAN_PER_10PCT',
    'BINOKULER',
    'PENGLIHATAN_WARNA',
    'LAPANG_PANDANG_PER_10PCT',
  ],
  PENDENGARAN_KEDUA: ['PENDENGARAN_SEBELAH', 'DAYA_DENGAR_KEDUA_PER_10DB', 'DAYA_DENGAR_SEBELAH_PER_10DB'],
};

/** A nose has two wings; of what else the table counts singly a body has one. */
const WINGS = { CUPING_HIDUNG: 2 };

export interface Contradiction {
  /** Its place among the injuries. */
  readonly at: number;
  readonly why: string;
}

/**
 * The first injury that no body can have beside the others of the same accident: a part named more often than there is of it,
 * or lost beside the limb that it went with. Paid for both, the same loss would be paid twice.
 */
export function contradictionAmong(injuries: readonly Injury[]): Contradiction | undefined {
  for (const [at, injury] of injuries.entries()) {
    const whole = injuries.find((other) => goesWith(injury, other));
    if (whole) return { at, why: `${named(injury)} is gone with ${named(whole)}` };
    const sameUntilHere = injuries.slice(0, at + 1).filter((other) => isSamePart(injury, other));
    const lost = sameUntilHere.reduce((sum, { functionLossPct = 100 }) => sum + functionLossPct, 0);
    const parts = partsOf(injury, sameUntilHere);
    if (lost > 100 * parts) return { at, why: `of ${named(injury)} a body has ${parts}` };
  }
  return undefined;
}

const named = ({ item, side }: Injury) => (side === undefined ? item : `${item} ${side}`);

const sidesMeet = (one: Injury, other: Injury) =>
  one.side === undefined || other.side === undefined || one.side === other.side;

const goesWith = (part: Injury, whole: Injury) =>
  whole.kind !== 'FUNCTIONAL' &&
  (whole.functionLossPct ?? 100) === 100 &&
  sidesMeet(part, whole) &&
  (GONE_WITH[whole.item]?.includes(part.item) ?? false);

const isSamePart = (one: Injury, other: Injury) => one.item === other.item && sidesMeet(one, other);

/** How many there are of the part; rows that the doctor measures or counts may stand more than once. */
function partsOf({ item, side }: Injury, same: readonly Injury[]): number {
  const kind = DISABILITY_BY_ITEM.get(item)?.versions[0]?.value.kind;
  if (kind !== 'PART' && kind !== 'FIXED') return Infinity;
  const parts = { ...WINGS, ...PARTS_OF_ONE_ITEM.value }[item] ?? 1;
  const isOneSide = side !== undefined && same.every((other) => other.side === side);
  return isOneSide && parts % 2 === 0 ? parts / 2 : parts;
}
