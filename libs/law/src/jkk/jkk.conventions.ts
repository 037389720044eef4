import { localDate } from '#kernel';
import { convention, description } from '../kernel/convention.js';
import type { Segment } from '../kernel/segment.js';

export const STMB_DAYS_PER_MONTH = convention(
  'R-3',
  'What is one day of temporary incapacity (STMB) worth?',
  'Wage / 30; 30 days are one month; the bands count from the first day of incapacity. See also Q-3.',
  30,
);

export const STMB_WAGE_CONTINUES = convention<readonly Segment[]>(
  'R-4',
  'Who receives STMB?',
  'The employer of a PU if it kept paying the wage (taken as so unless said otherwise), else the participant.',
  ['PU'],
  'H',
);

export const PARTIAL_DISABILITY_CAP = convention(
  'R-5',
  'Is the sum of partial disabilities of one accident limited?',
  'At 70 %, so never above permanent total disability. See also Q-5.',
  '70',
  'L',
);

export const SAME_ITEM_DEDUCTED = convention(
  'R-9',
  'A higher grade for an item already paid; death after a paid permanent total disability?',
  'The percentage already paid is deducted; death after a paid permanent total goes to a person (Q-5).',
  true,
  'L',
);

export const STMB_DIVISOR = description(
  'Q-3',
  'Which daily divisor does BPJS use for STMB?',
  'Wage / 30, half up, as R-3.',
);

export const EXPIRY_TRANSITION_FROM = convention(
  'Q-4',
  'Which time limit holds for accidents whose two years still ran on 2019-12-02?',
  'Five years, for accidents from 2017-12-02.',
  localDate('2017-12-02'),
  'L',
);

export const DEATH_AFTER_TOTAL_PERMANENT = convention(
  'Q-5',
  'Death, or another permanent total disability, after one was paid?',
  'A person decides.',
  'MANUAL_REVIEW',
  'L',
);

export const JKK_DEATH_FLOOR_APPLIES = convention(
  'Q-6',
  'Does the JKK death benefit have a floor?',
  'Yes: the JKM lump sum of the same law.',
  true,
  'L',
);

export const BPU_WORK_ENDED = description(
  'Q-17',
  'A disease caused by work (PAK) of a BPU who has stopped paying: when did the employment end?',
  'At the end of the last paid month, unless another day is known.',
);

export const OTHER_PAYER_ASKED = description(
  'Q-22',
  'Jasa Raharja answers late: may BPJS pay all and recover?',
  'As much as Jasa Raharja bears at most is taken off provisionally; its answer corrects it.',
);

export const PARTS_OF_ONE_ITEM = convention<Readonly<Record<string, number>>>(
  'E-7',
  'An item of the disability table may name any of several parts ("any one other finger", "one eye"). When is a later one the same (R-9)?',
  'Only what goes beyond the parts that a body has was paid before: three other fingers of a hand, two eyes where no side is stated.',
  {
    JARI_LAIN_TANGAN: 3,
    RUAS_PERTAMA_JARI_LAIN: 3,
    SEBELAH_KAKI_PANGKAL_PAHA: 2,
    SEBELAH_KAKI_MATA_KAKI: 2,
    SEBELAH_MATA: 2,
    PENDENGARAN_SEBELAH: 2,
    IBU_JARI_KAKI: 2,
    TELUNJUK_KAKI: 2,
    JARI_KAKI_LAIN: 6,
  },
);
