import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { refusalOf } from '../kernel/refusal.js';
import {
  claimantHasNoNewJob,
  claimIsInWindow,
  claimsAreTaken,
  contributionsSuffice,
  employerArrearsAreTolerable,
  JKP_POLICIES,
  jkpExists,
  type JkpFacts,
  jkpIsNotUsedUp,
  jobWasSearched,
  openEmployerIsNotInArrears,
  previousClaimIsLongAgo,
  workerIsIndonesian,
  workerRegisteredYoungEnough,
  workerWasTerminated,
} from './jkp.policies.js';

const OLD = localDate('2025-02-06');
const NEW = localDate('2025-02-07');
const facts = (more: Partial<JkpFacts> = {}): JkpFacts => ({ terminationDate: NEW, ...more });

describe('jkp-exists', () => {
  it('refuses terminations before 2021-02-02', () => {
    expect(jkpExists.check(facts({ terminationDate: localDate('2021-02-01') }))?.code).toBe(
      'REJECTED_NOT_IN_FORCE',
    );
    expect(jkpExists.check(facts({ terminationDate: localDate('2021-02-02') }))).toBeUndefined();
  });
});

describe('worker-is-indonesian', () => {
  it('refuses foreigners', () => {
    expect(workerIsIndonesian.check(facts({ foreigner: true }))?.code).toBe('REJECTED_FOREIGNER');
    expect(workerIsIndonesian.check(facts())).toBeUndefined();
  });
});

describe('worker-registered-young-enough', () => {
  it('refuses who was registered at 54 or later', () => {
    expect(workerRegisteredYoungEnough.check(facts({ ageAtRegistration: 54 }))?.code).toBe('REJECTED_AGE');
    expect(workerRegisteredYoungEnough.check(facts({ ageAtRegistration: 53 }))).toBeUndefined();
    expect(workerRegisteredYoungEnough.check(facts())).toBeUndefined();
  });
});

describe('worker-was-terminated', () => {
  it.each(['RESIGNED', 'CONTRACT_ENDED', 'RETIRED', 'TOTAL_PERMANENT', 'DEATH'] as const)(
    'refuses %s',
    (reason) => {
      expect(workerWasTerminated.check(facts({ reason }))?.code).toBe('REJECTED_REASON');
    },
  );

  it('lets a termination pass, named or not', () => {
    expect(workerWasTerminated.check(facts({ reason: 'TERMINATED' }))).toBeUndefined();
    expect(workerWasTerminated.check(facts())).toBeUndefined();
  });
});

describe('claims-are-taken', () => {
  const asked = (terminationDate: string, claimDate?: string) =>
    claimsAreTaken.check(
      facts({
        terminationDate: localDate(terminationDate),
        ...(claimDate && { claimDate: localDate(claimDate) }),
      }),
    );

  it.each([
    ['2021-12-01', '2022-01-31', 'REJECTED_BEFORE_FIRST_CLAIMS'],
    ['2021-12-01', '2022-02-01', undefined],
    ['2021-10-31', '2022-01-31', 'REJECTED_BEFORE_FIRST_CLAIMS'],
    ['2021-10-31', undefined, 'REJECTED_BEFORE_FIRST_CLAIMS'],
    ['2021-11-01', undefined, undefined],
    ['2021-11-01', '2022-02-01', undefined],
  ])('of a termination on %s, claimed on %s: %s', (terminationDate, claimDate, code) => {
    expect(asked(terminationDate, claimDate)?.code).toBe(code);
  });

  it('says until when a claim that came too early can still be made, and by when one was to be made that never could', () => {
    expect(asked('2021-12-01', '2022-01-10')?.words.en).toContain('can be claimed until 2022-03-01');
    expect(asked('2021-06-15')?.words.en).toContain('was to be claimed by 2021-09-15');
  });
});

describe('claim-is-in-window', () => {
  it.each([
    [OLD, '2025-02-06', undefined],
    [OLD, '2025-05-06', undefined],
    [OLD, '2025-05-07', 'REJECTED_CLAIM_WINDOW'],
    [NEW, '2025-08-07', undefined],
    [NEW, '2025-08-08', 'REJECTED_CLAIM_WINDOW'],
  ])('of a termination on %s, claimed on %s: %s', (terminationDate, claimDate, code) => {
    expect(claimIsInWindow.check(facts({ terminationDate, claimDate: localDate(claimDate) }))?.code).toBe(
      code,
    );
  });

  it('cannot be before the termination', () => {
    expect(() => claimIsInWindow.check(facts({ claimDate: OLD }))).toThrow('DATES_OUT_OF_ORDER');
  });
});

describe('claimant-has-no-new-job', () => {
  it('refuses who works again', () => {
    expect(claimantHasNoNewJob.check(facts({ newJob: true }))?.code).toBe('REJECTED_NEW_JOB');
    expect(claimantHasNoNewJob.check(facts({ newJob: false }))).toBeUndefined();
  });
});

describe('contributions-suffice', () => {
  it.each([
    [NEW, 11, undefined, 'REJECTED_CONTRIBUTIONS'],
    [NEW, 12, 0, undefined],
    [OLD, 11, 6, 'REJECTED_CONTRIBUTIONS'],
    [OLD, 12, 5, 'REJECTED_CONTRIBUTIONS'],
    [OLD, 12, 6, undefined],
    [OLD, undefined, undefined, undefined],
  ])(
    'of a termination on %s with %s of 24 and %s in a row: %s',
    (terminationDate, of24, consecutive, code) => {
      const contributions = { paidMonthsOfLast24: of24, consecutivePaidMonths: consecutive };
      expect(contributionsSuffice.check(facts({ terminationDate, ...contributions }))?.code).toBe(code);
    },
  );

  it('says what is asked for', () => {
    const refused = (terminationDate: typeof OLD) =>
      contributionsSuffice.check(facts({ terminationDate, paidMonthsOfLast24: 0 }))?.detail;
    expect(refused(OLD)).toBe(
      'JKP needs 12 paid months of the last 24 and 6 consecutive ones before the termination.',
    );
    expect(refused(NEW)).toBe('JKP needs 12 paid months of the last 24.');
  });
});

describe('jkp-is-not-used-up', () => {
  it('refuses the fourth time', () => {
    expect(jkpIsNotUsedUp.check(facts({ previousClaims: 3 }))?.code).toBe('REJECTED_MAX_CLAIMS');
    expect(jkpIsNotUsedUp.check(facts({ previousClaims: 2 }))).toBeUndefined();
  });
});

describe('previous-claim-is-long-ago', () => {
  it('refuses within five years', () => {
    const previous = (day: string) =>
      previousClaimIsLongAgo.check(facts({ previousClaimDate: localDate(day) }));
    expect(previous('2020-02-08')?.code).toBe('REJECTED_TOO_SOON');
    expect(previous('2020-02-07')).toBeUndefined();
  });
});

describe('employer-arrears-are-tolerable', () => {
  it('refuses more than six months of a closed employer, from PP 6/2025', () => {
    const closed = (employerArrearsMonths: number, terminationDate = NEW) =>
      employerArrearsAreTolerable.check(
        facts({ terminationDate, employerClosed: true, employerArrearsMonths }),
      );
    expect(closed(7)?.code).toBe('REJECTED_EMPLOYER_ARREARS');
    expect(closed(6)).toBeUndefined();
    expect(closed(7, OLD)).toBeUndefined();
    expect(employerArrearsAreTolerable.check(facts({ employerArrearsMonths: 7 }))).toBeUndefined();
  });
});

describe('open-employer-is-not-in-arrears', () => {
  it('leaves more than three months of an open employer to it, from PP 6/2025', () => {
    const open = (employerArrearsMonths: number, more: Partial<JkpFacts> = {}) =>
      openEmployerIsNotInArrears.check(facts({ employerArrearsMonths, ...more }));
    expect(open(4)).toMatchObject({
      code: 'EMPLOYER_PAYS_FIRST',
      article: expect.stringContaining('Art. 39'),
      facts: { employerArrearsMonths: 4 },
    });
    expect(open(3)).toBeUndefined();
    expect(open(4, { terminationDate: OLD })).toBeUndefined();
    expect(open(4, { employerClosed: true })).toBeUndefined();
    expect(openEmployerIsNotInArrears.check(facts())).toBeUndefined();
  });
});

describe('job-was-searched', () => {
  it.each([
    [{}, undefined],
    [{ applications: 5 }, undefined],
    [{ applications: 4 }, 'REJECTED_JOB_SEARCH'],
    [{ applications: 4, interviews: 1 }, undefined],
    [{ interviews: 0 }, 'REJECTED_JOB_SEARCH'],
    [{ trainingAttendancePct: 80 }, undefined],
    [{ trainingAttendancePct: 79.99 }, 'REJECTED_JOB_SEARCH'],
    [{ applications: 5, trainingAttendancePct: 79 }, 'REJECTED_JOB_SEARCH'],
  ])('of who tells %j: %s', (told, code) => {
    for (const terminationDate of [OLD, NEW]) {
      expect(jobWasSearched.check(facts({ terminationDate, ...told }))?.code).toBe(code);
    }
  });

  it('says what is asked for', () => {
    expect(jobWasSearched.check(facts({ interviews: 0 }))?.detail).toBe(
      'Later months need 5 applications or 1 interview, and 80% attendance of the training.',
    );
  });
});

describe('the JKP policies', () => {
  it('answer with the first refusal', () => {
    const all = facts({ reason: 'RESIGNED', newJob: true, paidMonthsOfLast24: 0 });
    expect(refusalOf(JKP_POLICIES, all)?.rule).toBe('worker-was-terminated');
  });
});
