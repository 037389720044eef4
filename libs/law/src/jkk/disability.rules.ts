import { PP_44, PP_44_FROM } from '../kernel/laws.js';
import type { Bilingual, Confidence } from '../kernel/provision.js';
import type { Rule } from '../kernel/rule.js';

/** How a row of the disability table turns into a percentage. Percentages are digits. */
export type DisabilityGrade =
  /** A body part; with `left`, the side counts and right and left swap for a left-handed person (kidal). */
  | { readonly kind: 'PART'; readonly right: string; readonly left?: string }
  /** So much for each unit (10 dB, 10 % of sight, one auricle). */
  | { readonly kind: 'PER_UNIT'; readonly each: string; readonly maxUnits: number }
  | { readonly kind: 'FIXED'; readonly percent: string }
  /** The doctor names the percentage within the limits. */
  | { readonly kind: 'RANGE'; readonly least: string; readonly most: string }
  /** By a measure: the last step whose lower bound is not above it. */
  | {
      readonly kind: 'STEPS';
      readonly measure: Measure;
      readonly most: string;
      readonly steps: readonly Step[];
    }
  /** Both eyes differ: loss = (3 × better eye + worse eye) / 4, then so much for each full 10 %. */
  | { readonly kind: 'BINOCULAR'; readonly each: string };

export type Measure = 'shorteningCm' | 'abilityLossPct';

export interface Step {
  readonly from: string;
  readonly percent: string;
}

export interface DisabilityRow extends Rule<DisabilityGrade> {
  /** Rows 1 to 27 are body parts, rows a to o other disabilities (cacat lainnya). */
  readonly row: string;
  readonly other: boolean;
}

const row = (
  number: string,
  id: string,
  title: Bilingual,
  value: DisabilityGrade,
  confidence: Confidence,
  other: boolean,
): DisabilityRow => ({
  id,
  row: number,
  other,
  title,
  unit: '%',
  versions: [
    {
      from: PP_44_FROM,
      law: PP_44,
      article: `Annex III, row ${number}`,
      sources: confidence === 'V' ? ['S10'] : [],
      confidence,
      value,
    },
  ],
});

const part = (
  number: string,
  id: string,
  title: Bilingual,
  right: string,
  confidence: Confidence,
  left?: string,
) => row(number, id, title, { kind: 'PART', right, ...(left && { left }) }, confidence, false);

const other = (
  number: string,
  id: string,
  title: Bilingual,
  value: DisabilityGrade,
  confidence: Confidence,
) => row(number, id, title, value, confidence, true);

const fixed = (percent: string): DisabilityGrade => ({ kind: 'FIXED', percent });
const perUnit = (each: string, maxUnits: number): DisabilityGrade => ({ kind: 'PER_UNIT', each, maxUnits });

/** Tabel persentase cacat, PP 44/2015 Annex III, unchanged by PP 82/2019. */
export const DISABILITY_ROWS: readonly DisabilityRow[] = [
  part(
    '1-2',
    'LENGAN_SENDI_BAHU',
    { id: 'Lengan dari sendi bahu ke bawah', en: 'arm from the shoulder joint down' },
    '40',
    'V',
    '35',
  ),
  part(
    '3-4',
    'LENGAN_SIKU',
    { id: 'Lengan dari atau dari atas siku ke bawah', en: 'arm from or above the elbow down' },
    '35',
    'H',
    '30',
  ),
  part(
    '5-6',
    'TANGAN_PERGELANGAN',
    { id: 'Tangan dari atau dari atas pergelangan ke bawah', en: 'hand from or above the wrist down' },
    '32',
    'H',
    '28',
  ),
  part(
    '7',
    'KEDUA_KAKI_PANGKAL_PAHA',
    { id: 'Kedua belah kaki dari pangkal paha ke bawah', en: 'both legs from the groin down' },
    '70',
    'H',
  ),
  part(
    '8',
    'SEBELAH_KAKI_PANGKAL_PAHA',
    { id: 'Sebelah kaki dari pangkal paha ke bawah', en: 'one leg from the groin down' },
    '35',
    'H',
  ),
  part(
    '9',
    'KEDUA_KAKI_MATA_KAKI',
    { id: 'Kedua belah kaki dari mata kaki ke bawah', en: 'both feet from the ankle down' },
    '50',
    'H',
  ),
  part(
    '10',
    'SEBELAH_KAKI_MATA_KAKI',
    { id: 'Sebelah kaki dari mata kaki ke bawah', en: 'one foot from the ankle down' },
    '25',
    'H',
  ),
  part('11', 'KEDUA_MATA', { id: 'Kedua belah mata', en: 'both eyes' }, '70', 'V'),
  part(
    '12',
    'SEBELAH_MATA',
    { id: 'Sebelah mata atau diplopia pada penglihatan dekat', en: 'one eye, or diplopia in near sight' },
    '35',
    'V',
  ),
  part(
    '13',
    'PENDENGARAN_KEDUA',
    { id: 'Pendengaran pada kedua belah telinga', en: 'hearing, both ears' },
    '40',
    'V',
  ),
  part(
    '14',
    'PENDENGARAN_SEBELAH',
    { id: 'Pendengaran pada sebelah telinga', en: 'hearing, one ear' },
    '20',
    'V',
  ),
  part('15-16', 'IBU_JARI_TANGAN', { id: 'Ibu jari tangan', en: 'thumb' }, '15', 'H', '12'),
  part('17-18', 'TELUNJUK_TANGAN', { id: 'Telunjuk tangan', en: 'index finger' }, '9', 'H', '7'),
  part(
    '19-20',
    'JARI_LAIN_TANGAN',
    { id: 'Salah satu jari lain tangan', en: 'any one other finger' },
    '4',
    'H',
    '3',
  ),
  part(
    '21-22',
    'RUAS_PERTAMA_TELUNJUK',
    { id: 'Ruas pertama telunjuk', en: 'first phalanx of the index finger' },
    '4.5',
    'H',
    '3.5',
  ),
  part(
    '23-24',
    'RUAS_PERTAMA_JARI_LAIN',
    { id: 'Ruas pertama jari lain', en: 'first phalanx of another finger' },
    '2',
    'H',
    '1.5',
  ),
  part('25', 'IBU_JARI_KAKI', { id: 'Salah satu ibu jari kaki', en: 'one big toe' }, '5', 'H'),
  part('26', 'TELUNJUK_KAKI', { id: 'Salah satu jari telunjuk kaki', en: 'one second toe' }, '3', 'H'),
  part('27', 'JARI_KAKI_LAIN', { id: 'Salah satu jari kaki lain', en: 'any one other toe' }, '2', 'H'),
  other(
    'a',
    'KULIT_KEPALA',
    { id: 'Terkelupasnya kulit kepala', en: 'scalp torn off' },
    { kind: 'RANGE', least: '10', most: '30' },
    'V',
  ),
  other('b', 'IMPOTENSI', { id: 'Impotensi', en: 'impotence' }, fixed('30'), 'H'),
  other(
    'c',
    'KAKI_MEMENDEK',
    { id: 'Kaki memendek sebelah', en: 'one leg shortened' },
    {
      kind: 'STEPS',
      measure: 'shorteningCm',
      most: '100',
      steps: [
        { from: '0', percent: '10' },
        { from: '5', percent: '20' },
        { from: '7.5', percent: '30' },
      ],
    },
    'H',
  ),
  other(
    'd',
    'DAYA_DENGAR_KEDUA_PER_10DB',
    { id: 'Penurunan daya dengar kedua telinga tiap 10 dB', en: 'hearing loss of both ears, per 10 dB' },
    perUnit('6', 12),
    'V',
  ),
  other(
    'e',
    'DAYA_DENGAR_SEBELAH_PER_10DB',
    { id: 'Penurunan daya dengar sebelah telinga tiap 10 dB', en: 'hearing loss of one ear, per 10 dB' },
    perUnit('3', 12),
    'V',
  ),
  other(
    'f',
    'DAUN_TELINGA',
    { id: 'Kehilangan daun telinga', en: 'loss of an auricle' },
    perUnit('5', 2),
    'V',
  ),
  other('g', 'CUPING_HIDUNG', { id: 'Kehilangan cuping hidung', en: 'nostril wing lost' }, fixed('30'), 'V'),
  other(
    'h',
    'SEKAT_HIDUNG',
    { id: 'Perforasi sekat rongga hidung', en: 'nasal septum perforated' },
    fixed('15'),
    'V',
  ),
  other('i', 'PENCIUMAN', { id: 'Kehilangan daya penciuman', en: 'smell lost' }, fixed('10'), 'V'),
  other(
    'j',
    'KERJA_FISIK',
    { id: 'Hilangnya kemampuan kerja fisik', en: 'loss of physical work ability' },
    {
      kind: 'STEPS',
      measure: 'abilityLossPct',
      most: '70',
      steps: [
        { from: '10', percent: '5' },
        { from: '26', percent: '20' },
        { from: '51', percent: '40' },
      ],
    },
    'H',
  ),
  other(
    'k',
    'KERJA_MENTAL',
    { id: 'Hilangnya kemampuan kerja mental tetap', en: 'permanent loss of mental work ability' },
    fixed('70'),
    'H',
  ),
  other(
    'l',
    'PENGLIHATAN_PER_10PCT',
    { id: 'Kehilangan sebagian fungsi penglihatan tiap 10%', en: 'part of visual function lost, per 10%' },
    perUnit('7', 10),
    'V',
  ),
  other(
    'm',
    'BINOKULER',
    { id: 'Efisiensi penglihatan kedua mata berbeda', en: 'loss of sight differs between the eyes' },
    { kind: 'BINOCULAR', each: '7' },
    'L',
  ),
  other(
    'n',
    'PENGLIHATAN_WARNA',
    { id: 'Kehilangan penglihatan warna', en: 'colour vision lost' },
    fixed('10'),
    'V',
  ),
  other(
    'o',
    'LAPANG_PANDANG_PER_10PCT',
    { id: 'Berkurangnya lapang pandang tiap 10%', en: 'visual field lost, per 10%' },
    perUnit('7', 10),
    'V',
  ),
];

/** Finds a row by its item code. */
export const DISABILITY_BY_ITEM: ReadonlyMap<string, DisabilityRow> = new Map(
  DISABILITY_ROWS.map((entry) => [entry.id, entry]),
);
