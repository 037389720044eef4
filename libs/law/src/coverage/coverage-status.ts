/**
 * Whether BPJS stands for an event on a day.
 * ACTIVE: yes, also for a PU whose employer is up to three months in arrears.
 * PENDING_ARREARS: a BPU in months 1 to 3 of arrears, held until they are settled.
 * INACTIVE: no longer. NEVER: not yet.
 */
export const COVERAGE_STATUSES = ['ACTIVE', 'PENDING_ARREARS', 'INACTIVE', 'NEVER'] as const;

export type CoverageStatus = (typeof COVERAGE_STATUSES)[number];
