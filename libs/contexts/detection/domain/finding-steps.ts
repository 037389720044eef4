import { type Expecting, noMore, steps } from '#kernel';
import type { FindingEvent } from './finding.events.js';
import { findings } from './finding.js';

interface FindingSteps extends Expecting {
  readonly aboutIds?: readonly string[];
  readonly lookBy?: NonNullable<Expecting['expected']>['since'];
}

/** Somebody looks into a finding, and closes it, in one time for both. */
export const findingSteps = steps<FindingSteps, FindingEvent>(
  findings,
  'finding',
  {},
  {
    FindingOpened: (_none, { subjects, lookBy, effectiveOn }) => {
      const aboutIds = subjects.filter(({ kind }) => kind === 'OFFICER').map(({ id }) => id);
      const expected = {
        step: 'TAKE_UP_FINDING',
        turn: 'SUPERVISOR',
        since: effectiveOn,
        dueDays: [lookBy],
        notBy: aboutIds,
      } as const;
      return { aboutIds, lookBy, expected };
    },
    FindingTakenUp: (state, { effectiveOn }) => ({
      ...state,
      expected: {
        step: 'CLOSE_FINDING',
        turn: 'SUPERVISOR',
        since: effectiveOn,
        dueDays: [state.lookBy ?? effectiveOn],
        notBy: state.aboutIds ?? [],
      },
    }),
    FindingExplained: noMore,
    FindingConfirmed: noMore,
  },
);
