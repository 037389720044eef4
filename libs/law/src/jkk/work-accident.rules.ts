import { PERMENAKER_1_2025_FROM } from '../kernel/conventions.js';
import { PERPRES_7_2019_FROM, PP_44, PP_44_FROM } from '../kernel/laws.js';
import type { Rule } from '../kernel/rule.js';

/** How something came to be a work accident. */
export const ACCIDENT_KINDS = [
  'AT_WORK',
  'COMMUTE',
  'DUTY_TRIP',
  'SUDDEN_DEATH',
  'VIOLENCE',
  'DISEASE',
] as const;

export type AccidentKind = (typeof ACCIDENT_KINDS)[number];

/** Kecelakaan di jalan: witnesses that stand for a police letter. */
export const COMMUTE_WITNESSES: Rule<number> = {
  id: 'COMMUTE_WITNESSES',
  title: { id: 'Saksi kecelakaan dalam perjalanan', en: 'Witnesses of an accident on the way' },
  unit: 'witnesses, instead of a police letter',
  versions: [
    {
      from: PP_44_FROM,
      law: 'Kepmen 609/2012',
      article: 'article not seen',
      sources: ['S38'],
      confidence: 'V',
      value: 2,
    },
  ],
};

/** Meninggal mendadak: from the attack at the work place to death. */
export const SUDDEN_DEATH_HOURS: Rule<number> = {
  id: 'SUDDEN_DEATH_HOURS',
  title: {
    id: 'Meninggal mendadak sesudah serangan di tempat kerja',
    en: 'Sudden death after an attack at work',
  },
  unit: 'hours',
  versions: [
    { from: PP_44_FROM, law: PP_44, article: 'article not seen', sources: [], confidence: 'H', value: 24 },
  ],
};

/** Penyakit akibat kerja (PAK): how long after the end of employment it may arise. */
export const DISEASE_YEARS: Rule<number> = {
  id: 'DISEASE_YEARS',
  title: {
    id: 'Hak PAK sesudah hubungan kerja berakhir',
    en: 'Right to cover of a disease after employment',
  },
  unit: 'years',
  versions: [
    { from: PP_44_FROM, law: PP_44, article: 'article not seen', sources: [], confidence: 'H', value: 3 },
    {
      from: PERPRES_7_2019_FROM,
      law: 'Perpres 7/2019',
      article: 'Art. 2(1)-(2)',
      sources: ['S50'],
      confidence: 'V',
      value: 3,
    },
  ],
};

/** Kekerasan fisik atau perkosaan di tempat kerja. */
export const VIOLENCE_COUNTS: Rule<'POLICE_REPORT_OR_VISUM'> = {
  id: 'VIOLENCE_COUNTS',
  title: {
    id: 'Kekerasan di tempat kerja sebagai kecelakaan kerja',
    en: 'Violence at work as a work accident',
  },
  unit: 'proof',
  versions: [
    {
      from: PERMENAKER_1_2025_FROM.value,
      law: 'Permenaker 1/2025',
      article: 'article not seen',
      sources: ['S39'],
      confidence: 'V',
      value: 'POLICE_REPORT_OR_VISUM',
    },
  ],
};
