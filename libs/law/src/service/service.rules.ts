import { localDate } from '#kernel';
import { PP_44, PP_44_FROM } from '../kernel/laws.js';
import type { Confidence } from '../kernel/provision.js';
import type { Rule, Version } from '../kernel/rule.js';

/** Within how many working days after complete documents a benefit is paid. */
export const SERVICE_PROGRAMS = ['JKK', 'JKM', 'JHT', 'JP', 'JKP'] as const;

export type ServiceProgram = (typeof SERVICE_PROGRAMS)[number];

const service = (
  program: ServiceProgram,
  source: Omit<Version<number>, 'from' | 'value'>,
  value: number,
  from = PP_44_FROM,
): Rule<number> => ({
  id: `SERVICE_DAYS_${program}`,
  title: { id: `Batas waktu pembayaran ${program}`, en: `Time to pay ${program}` },
  unit: 'working days after complete documents',
  versions: [{ from, ...source, value }],
});

const memory = (law: string, confidence: Confidence) => ({
  law,
  article: 'article not seen',
  sources: [],
  confidence,
});

export const SERVICE_DAYS: Readonly<Record<ServiceProgram, Rule<number>>> = {
  JKK: service('JKK', { law: PP_44, article: 'Art. 37(2)', sources: ['S14', 'S36'], confidence: 'V' }, 7),
  JKM: service('JKM', { law: PP_44, article: 'Art. 40(3)', sources: ['S15'], confidence: 'V' }, 3),
  JHT: service('JHT', memory('PP 46/2015', 'H'), 5),
  JP: service('JP', { ...memory('PP 45/2015', 'V'), sources: ['S18'] }, 15),
  JKP: service('JKP', memory('PP 37/2021', 'L'), 3, localDate('2021-02-02')),
};

const compensation = (program: 'JKK' | 'JKM', article: string): Rule<string> => ({
  id: `LATE_COMPENSATION_${program}`,
  title: { id: 'Ganti rugi keterlambatan pembayaran', en: 'Compensation for late payment' },
  unit: '% of the benefit a day',
  versions: [{ from: PP_44_FROM, law: PP_44, article, sources: ['S14', 'S15'], confidence: 'V', value: '1' }],
});

/** Paid to the participant (JKK) or the heir (JKM); the other programmes have none. */
export const LATE_COMPENSATION = {
  JKK: compensation('JKK', 'Art. 37(3)'),
  JKM: compensation('JKM', 'Art. 40(3)'),
} as const;
