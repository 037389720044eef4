import { beforeAll, describe, expect, it } from '@jest/globals';
import { contributions } from '#contexts/participants/domain/contributions';
import { PEOPLE } from './people.js';
import { ACTS } from './person-acts.js';
import { onePersonHolds } from './person-run.js';

const SHORT = { runs: 15, seed: 20_261_129, steps: 150 };

describe('One person with several memberships, whatever happens to them', () => {
  const recorded = new Map<string, number>();

  beforeAll(async () => {
    await onePersonHolds({
      ...SHORT,
      onEnd: ({ counts }) => {
        for (const [type, count] of counts) recorded.set(type, (recorded.get(type) ?? 0) + count);
      },
    });
  });

  it.each([
    'ContributionPaid',
    'ContributionReversed',
    'ContributionYearClosed',
    'BackDatedContributionsConfirmed',
    'WorkerJoined',
    'WorkerLeft',
    'WorkerLeaveUndone',
    'WageReported',
    'MonthBilled',
    'MonthSettled',
    'MonthReopened',
    'ProjectWorkerNamed',
    'ProjectContributionsPaid',
    'ParticipantMergedInto',
    'ParticipantSplitOff',
    'ParticipantCorrected',
    'IncomeBandChanged',
  ])('goes through %s, and everything holds', (type) => {
    expect(recorded.get(type) ?? 0).toBeGreaterThanOrEqual(3);
  });

  it('is found out where it does not hold: a closing that forgets the last payment', async () => {
    const acts = {
      ...ACTS,
      closeYears: (world: Parameters<typeof ACTS.closeYears>[0]) => {
        const [siti] = PEOPLE;
        const { paid } = world.now(contributions, siti);
        const months = paid.slice(0, -1).map((month) => ({ ...month, months: 1 }));
        const data = {
          participantId: siti,
          year: 2023,
          totals: [],
          paid: months,
          backDatedBy: [],
          effectiveOn: world.today,
        };
        world.record(contributions.of(siti), [{ type: 'ContributionYearClosed', data }]);
      },
    };
    await expect(onePersonHolds({ ...SHORT, acts, unshrunk: true })).rejects.toThrow(
      /A closing changes what is known/,
    );
  });

  it('is found out where it does not hold: a month that is paid for a second time', async () => {
    const acts = {
      ...ACTS,
      pay: (world: Parameters<typeof ACTS.pay>[0]) => {
        const [siti] = PEOPLE;
        const last = world.history(contributions, siti).findLast(({ type }) => type === 'ContributionPaid');
        if (last) world.record(contributions.of(siti), [last]);
      },
    };
    await expect(onePersonHolds({ ...SHORT, acts, unshrunk: true })).rejects.toThrow(
      /A month that was paid is paid for again/,
    );
  });
});
