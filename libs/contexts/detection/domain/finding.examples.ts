import { localDate } from '#kernel';
import type { FindingEvent, FindingOpened } from './finding.events.js';
import { findingIdOf } from './finding.js';

const OPENER = 'supervisor-77';

const KEY = [OPENER, '2026-11-20'];

/** Somebody had health fields of many opened. */
export const OPENINGS = findingIdOf('FD-22', KEY);

const effectiveOn = localDate('2026-11-20');

export const findingOpened: FindingOpened = {
  type: 'FindingOpened',
  data: {
    findingId: OPENINGS,
    rule: 'FD-22',
    termsOf: localDate('2015-07-01'),
    subjects: [{ kind: 'OFFICER', id: OPENER }],
    measures: [
      { of: 'persons', value: 20 },
      { of: 'from', value: effectiveOn },
    ],
    proof: ['1137', '1274'],
    lookBy: localDate('2026-12-04'),
    effectiveOn,
  },
};

export const hitOfOpenings = {
  rule: 'FD-22',
  termsOf: findingOpened.data.termsOf,
  key: KEY,
  subjects: findingOpened.data.subjects,
  measures: findingOpened.data.measures,
  proof: findingOpened.data.proof,
} as const;

export const findingTakenUp: FindingEvent = {
  type: 'FindingTakenUp',
  data: { findingId: OPENINGS, takerId: 'auditor-1', effectiveOn },
};
