import { localDate } from '#kernel';
import { PERMENAKER_1_2025_FROM } from '../kernel/conventions.js';
import { PP_44, PP_44_FROM } from '../kernel/laws.js';
import type { Bilingual, Confidence, Rule, Version } from '../kernel/rule.js';

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

/** Laporan tahap I and II: hours from the accident, or from the doctor's statement. */
export const REPORT_HOURS: Rule<number> = {
  id: 'REPORT_HOURS',
  title: { id: 'Batas waktu laporan tahap I dan tahap II', en: 'Time for the stage I and stage II reports' },
  unit: 'hours',
  versions: [
    {
      from: PP_44_FROM,
      law: PP_44,
      article: 'article not seen',
      sources: ['S34', 'S18', 'S46'],
      confidence: 'V',
      value: 48,
    },
  ],
};

/** Since when a late stage I report of an employer moves the benefit to the employer first. */
export const LATE_REPORT_EFFECT: Rule<'EMPLOYER_PAYS_FIRST'> = {
  id: 'LATE_REPORT_EFFECT',
  title: { id: 'Akibat laporan tahap I yang terlambat', en: 'Effect of a late stage I report' },
  unit: '',
  versions: [
    {
      from: PERMENAKER_1_2025_FROM.value,
      law: 'Permenaker 1/2025',
      article: 'Art. 8(2a)-(2c)',
      sources: ['S34'],
      confidence: 'V',
      value: 'EMPLOYER_PAYS_FIRST',
    },
  ],
};

/** Who inherits, in this order; one class excludes the next. */
export interface HeirClass {
  readonly order: number;
  readonly relations: readonly string[];
  readonly title: Bilingual;
}

const heirArticle = { law: PP_44, article: 'Art. 37(5)', sources: ['S14', 'S40'], confidence: 'V' } as const;

/** Ahli waris, section 4.3; within the second class in the inner order of the JHT page. */
export const HEIR_ORDER: Rule<readonly HeirClass[]> = {
  id: 'HEIR_ORDER',
  title: { id: 'Urutan ahli waris', en: 'Order of heirs' },
  unit: 'class',
  versions: [
    {
      from: PP_44_FROM,
      ...heirArticle,
      value: [
        {
          order: 1,
          relations: ['SPOUSE', 'CHILD'],
          title: { id: 'janda, duda, atau anak', en: 'widow, widower or child' },
        },
        { order: 2, relations: ['PARENT'], title: { id: 'orang tua', en: 'parents' } },
        { order: 3, relations: ['GRANDCHILD'], title: { id: 'cucu', en: 'grandchildren' } },
        { order: 4, relations: ['GRANDPARENT'], title: { id: 'kakek atau nenek', en: 'grandparents' } },
        { order: 5, relations: ['SIBLING'], title: { id: 'saudara kandung', en: 'siblings' } },
        { order: 6, relations: ['PARENT_IN_LAW'], title: { id: 'mertua', en: 'parents-in-law' } },
        {
          order: 7,
          relations: ['NAMED_IN_WILL'],
          title: { id: 'pihak yang ditunjuk dalam wasiat', en: 'person named in the will' },
        },
      ],
    },
  ],
};

/** From when a will has to be a notarial deed. */
export const WILL_IS_NOTARIAL: Rule<boolean> = {
  id: 'WILL_IS_NOTARIAL',
  title: { id: 'Wasiat harus berupa akta notaris', en: 'The will must be a notarial deed' },
  unit: '',
  versions: [
    { from: PP_44_FROM, ...heirArticle, value: false },
    {
      from: PERMENAKER_1_2025_FROM.value,
      law: 'Permenaker 1/2025',
      article: 'Art. 79',
      sources: ['S15'],
      confidence: 'V',
      value: true,
    },
  ],
};

export const SERVICE_RULES = [
  ...SERVICE_PROGRAMS.map((program) => SERVICE_DAYS[program]),
  LATE_COMPENSATION.JKK,
  LATE_COMPENSATION.JKM,
  REPORT_HOURS,
  LATE_REPORT_EFFECT,
  HEIR_ORDER,
  WILL_IS_NOTARIAL,
];
