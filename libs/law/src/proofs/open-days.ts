import { addDays, type LocalDate, localDate } from '#kernel';
import type { Bilingual } from '../kernel/provision.js';

/** Days, both included, on which a rule deliberately says nothing. */
export interface OpenDays {
  readonly rules: readonly string[] | 'EVERY_RULE';
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly reason: Bilingual;
}

/** The days that are proved, both included: from the first law of social security, UU 40/2004, for forty-two years. */
export const PROVED_FROM = localDate('2004-01-01');
export const PROVED_TO = localDate('2045-12-31');

/** Rules that a later law brought: until then there was none. */
const began = (on: string, rules: OpenDays['rules'], reason: Bilingual): OpenDays => ({
  rules,
  from: PROVED_FROM,
  to: addDays(localDate(on), -1),
  reason,
});

/** Rules that a later law ended. */
const ended = (last: string, rules: OpenDays['rules'], reason: Bilingual): OpenDays => ({
  rules,
  from: addDays(localDate(last), 1),
  to: PROVED_TO,
  reason,
});

/** A relief: outside its months the whole contribution is due. */
function onlyDuring(rules: string | readonly string[], first: string, last: string, law: string): OpenDays[] {
  const reason = {
    id: `Keringanan hanya berlaku selama bulan-bulan ${law}; di luar itu iuran penuh.`,
    en: `The relief holds in the months of ${law} only; outside them the whole contribution is due.`,
  };
  const open = [rules].flat();
  return [began(first, open, reason), ended(last, open, reason)];
}

/**
 * What is open on purpose, with the reason. A day on which a rule says nothing and that is not here is a fault. The days are
 * written out, not taken from the rules, so that a rule that moves by a day is noticed.
 */
export const OPEN_DAYS: readonly OpenDays[] = [
  began('2015-07-01', 'EVERY_RULE', {
    id: 'Sebelum 1 Juli 2015 berlaku peraturan Jamsostek; kejadian dari masa itu ditolak dengan DATE_BEFORE_FIRST_LAW.',
    en: 'Before 1 July 2015 the law of Jamsostek applied; an event of that time is refused with DATE_BEFORE_FIRST_LAW.',
  }),
  began('2016-01-01', ['BPU_AGE_LIMIT'], {
    id: 'Batas usia pendaftaran BPU baru ada sejak Permenaker 1/2016.',
    en: 'The age limit at registration as BPU came with Permenaker 1/2016.',
  }),
  began('2019-12-02', ['JKK_HEARING_AID', 'JKK_GLASSES', 'JKK_HOME_CARE'], {
    id: 'Manfaat ini baru ada sejak PP 82/2019; sebelumnya ditolak dengan REJECTED_NOT_IN_LAW.',
    en: 'This benefit came with PP 82/2019; before that it is refused with REJECTED_NOT_IN_LAW.',
  }),
  began(
    '2019-12-02',
    ['SCHOLARSHIP_TK', 'SCHOLARSHIP_SD', 'SCHOLARSHIP_SMP', 'SCHOLARSHIP_SMA', 'SCHOLARSHIP_PT'],
    {
      id: 'Beasiswa menurut jenjang baru ada sejak PP 82/2019; sebelumnya beasiswa dibayar satu kali (SCHOLARSHIP).',
      en: 'Scholarships by level came with PP 82/2019; before that one was paid once (SCHOLARSHIP).',
    },
  ),
  ended('2019-12-01', ['SCHOLARSHIP'], {
    id: 'Beasiswa satu kali berakhir dengan PP 82/2019; sesudahnya berlaku beasiswa menurut jenjang.',
    en: 'The scholarship paid once ended with PP 82/2019; those by level follow it.',
  }),
  began(
    '2021-02-02',
    [
      'JKP_FUNDING',
      'JKP_CASH',
      'JKP_WAGE_CAP',
      'JKP_CONTRIBUTIONS',
      'JKP_CLAIM_WINDOW',
      'JKP_CLAIMS_FROM',
      'JKP_REPETITION',
      'JKP_TASKS',
      'JKP_AGE_LIMIT',
      'SERVICE_DAYS_JKP',
    ],
    {
      id: 'JKP baru ada sejak PP 37/2021; PHK sebelumnya ditolak dengan REJECTED_NOT_IN_FORCE.',
      en: 'JKP came with PP 37/2021; a termination before that is refused with REJECTED_NOT_IN_FORCE.',
    },
  ),
  began('2025-02-07', ['JKP_EMPLOYER_ARREARS', 'JKP_OPEN_EMPLOYER_ARREARS', 'EMPLOYER_REIMBURSEMENT'], {
    id: 'Ketentuan tentang tunggakan pemberi kerja baru ada sejak PP 6/2025.',
    en: 'The rules on the arrears of an employer came with PP 6/2025.',
  }),
  began('2025-02-24', ['JKM_LIMITED_UNDER_3M', 'JKM_LIMITED_BELOW_MONTHS'], {
    id: 'Sebelum hari itu ahli waris BPU menerima manfaat penuh tanpa syarat 3 bulan (Q-2).',
    en: 'Before that day the heirs of a BPU get the full benefit, without a condition of 3 months (Q-2).',
  }),
  began('2023-02-22', ['PMI_TARIFF'], {
    id: 'Iuran PMI menurut Permenaker 18/2018 tidak dihitung; permintaan ditolak dengan DATE_BEFORE_FIRST_LAW.',
    en: 'The contributions of Permenaker 18/2018 are not computed; a request is refused with DATE_BEFORE_FIRST_LAW.',
  }),
  began(
    '2023-02-22',
    [
      'JKM_PMI_DEATH_AND_PERIODIC',
      'JKM_PMI_FUNERAL',
      'JKK_PMI_DEATH',
      'JKK_PMI_TOTAL_PERMANENT',
      'JKK_PMI_PARTIAL',
      'JKK_PMI_CARE_ABROAD',
      'PMI_FAILED_DEPARTURE',
      'PMI_LOSS_ON_WAY_HOME',
      'PMI_RAPE',
      'PMI_DISMISSAL_AFTER_ACCIDENT',
    ],
    {
      id: 'Manfaat PMI sebelum Permenaker 4/2023 tidak diketahui; permintaan ditolak dengan PMI_AMOUNT_UNKNOWN.',
      en: 'The benefits of PMI before Permenaker 4/2023 are not known; a request is refused with PMI_AMOUNT_UNKNOWN.',
    },
  ),
  began('2023-10-01', ['JKK_SUSPECTED_DAYS'], {
    id: 'Dugaan kecelakaan kerja baru diatur dengan PP 49/2023 (Pasal 25A).',
    en: 'Suspected work accidents are regulated from PP 49/2023 (Art. 25A).',
  }),
  began('2025-02-24', ['LATE_REPORT_EFFECT', 'VIOLENCE_COUNTS', 'SCHOLARSHIP_PU_WORK_MONTHS'], {
    id: 'Ketentuan ini baru ada sejak Permenaker 1/2025.',
    en: 'This rule came with Permenaker 1/2025.',
  }),
  ...onlyDuring('RELIEF_PP_49_2020', '2020-08-01', '2021-01-31', 'PP 49/2020'),
  ...onlyDuring(
    ['RELIEF_PP_7_2025', 'RELIEF_PP_7_2025_PAID_BY', 'EMPLOYER_FINE_PP_7_2025'],
    '2025-02-01',
    '2026-01-31',
    'PP 7/2025 jo. PP 36/2025',
  ),
  ...onlyDuring('RELIEF_PP_36_2025_SURPLUS_BEFORE', '2025-08-01', '2026-01-31', 'PP 36/2025'),
  ...onlyDuring('RELIEF_PP_50_2025_TRANSPORT', '2026-01-01', '2027-03-31', 'PP 50/2025'),
  ...onlyDuring('RELIEF_PP_50_2025_OTHER', '2026-04-01', '2026-12-31', 'PP 50/2025'),
];
