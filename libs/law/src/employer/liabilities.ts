import type { LocalDate } from '#kernel';
import type { Liability } from '../kernel/owed.js';
import { type Confidence, leastSure, type Provision } from '../kernel/provision.js';
import { inForce, versionOn } from '../kernel/rule.js';
import {
  EMPLOYER_REIMBURSEMENT,
  OWED_CONTRIBUTIONS,
  OWED_NEVER_REGISTERED,
  OWED_WAGE_SHORTFALL,
} from './employer.rules.js';

/**
 * The worker was never registered: every benefit is owed, at the actual wage, and stays with the employer. The article names
 * JKK; that it holds for another programme is as sure as `sureness`.
 */
export function neverRegistered(on: LocalDate, sureness: Confidence = 'V'): Liability {
  const version = inForce(OWED_NEVER_REGISTERED, on);
  return {
    ground: 'NEVER_REGISTERED',
    reimbursable: version.value === 'REIMBURSED',
    provision: { ...version, confidence: leastSure(version.confidence, sureness) },
    words: {
      id: 'Terutang oleh pemberi kerja karena pekerja tidak didaftarkan, tanpa penggantian',
      en: 'Owed by the employer, which never registered the worker, and not paid back',
    },
  };
}

/** The employer is too long in arrears: it pays first what BPJS would pay. */
export function inArrears(on: LocalDate, provision: Provision): Liability {
  const terms = versionOn(EMPLOYER_REIMBURSEMENT, on)?.value;
  return {
    ground: 'ARREARS_OVER_3M',
    reimbursable: true,
    provision,
    words: {
      id: `Terutang oleh pemberi kerja karena menunggak iuran; penggantian dapat diminta setelah tunggakan dan denda lunas${terms ? `, dalam ${terms.askWithinMonths} bulan sesudah membayar` : ''}`,
      en: `Owed by the employer, which is in arrears; it may be paid back once arrears and fines are settled${terms ? `, if asked for within ${terms.askWithinMonths} months of paying` : ''}`,
    },
  };
}

/** The wage was reported too low: what is missing is owed, and stays with the employer. */
export function wageShortfall(on: LocalDate): Liability {
  const provision = inForce(OWED_WAGE_SHORTFALL, on);
  return {
    ground: 'WAGE_SHORTFALL',
    reimbursable: provision.value === 'REIMBURSED',
    provision,
    words: {
      id: 'Kekurangan yang terutang oleh pemberi kerja karena upah dilaporkan terlalu rendah, tanpa penggantian',
      en: 'Shortfall owed by the employer, which reported too low a wage, and not paid back',
    },
  };
}

/** What is due and not paid yet, with the fine on it. */
export function contributionsDue(on: LocalDate): Liability {
  const provision = inForce(OWED_CONTRIBUTIONS, on);
  return {
    ground: 'CONTRIBUTIONS_DUE',
    reimbursable: provision.value === 'REIMBURSED',
    provision,
    words: {
      id: 'Iuran yang belum dibayar pemberi kerja',
      en: 'A contribution that the employer has not paid',
    },
  };
}

/** The employer is large enough to have to join the programme, and has not. */
export const programmeNotJoined = (provision: Provision): Liability => ({
  ground: 'PROGRAMME_NOT_JOINED',
  reimbursable: false,
  provision,
  words: {
    id: 'Iuran program yang wajib diikuti pemberi kerja menurut skala usahanya, tetapi tidak diikuti',
    en: 'The contribution of a programme that an employer of this size has to join and has not',
  },
});
