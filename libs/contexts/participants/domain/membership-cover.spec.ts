import { describe, expect, it } from '@jest/globals';
import { localDate, period } from '#kernel';
import { type MembershipGrounds, membershipCoverOn } from './membership-cover.js';

const grounds = (changes: Partial<MembershipGrounds> = {}): MembershipGrounds => ({
  spells: [{ started: { on: localDate('2026-03-02') } }],
  employerPaidFirstOn: localDate('2026-02-10'),
  paid: [{ period: period('2026-03'), paidOn: localDate('2026-04-10') }],
  ...changes,
});
const on = (day: string, changes?: Partial<MembershipGrounds>) =>
  membershipCoverOn(localDate(day), grounds(changes));

describe('cover with an employer', () => {
  it('is there from the first to the last day of work', () => {
    expect(on('2026-03-01').reason).toBe('NOT_STARTED');
    expect(on('2026-04-20')).toMatchObject({ status: 'ACTIVE', paidThrough: '2026-03' });
  });

  it.each([
    [
      'the worker left',
      {
        spells: [
          {
            started: { on: localDate('2026-03-02') },
            ended: { on: localDate('2026-04-15'), reason: 'RESIGNED' as const },
          },
        ],
      },
    ],
    [
      'the time ended for which a decree names the worker',
      {
        spells: [{ started: { on: localDate('2026-03-02') }, termEndsOn: localDate('2026-04-15') }],
      },
    ],
    ['the employer was closed', { closedOn: localDate('2026-04-15') }],
    ['the worker died', { diedOn: localDate('2026-04-15') }],
  ])('ends when %s', (_why, changes) => {
    expect(on('2026-04-15', changes).status).toBe('ACTIVE');
    expect(on('2026-04-16', changes)).toMatchObject({ status: 'INACTIVE', reason: 'ENDED' });
  });

  it('does not rest on what nobody has confirmed', () => {
    const late = { on: localDate('2026-03-02'), backDatedBy: 'clerk' };
    expect(on('2026-04-20', { spells: [{ started: late }] })).toMatchObject({
      status: 'NEVER',
      reason: 'NOT_CONFIRMED',
    });
    const leftLate = {
      started: { on: localDate('2026-03-02') },
      ended: { ...late, reason: 'RESIGNED' as const },
    };
    expect(on('2026-04-20', { spells: [leftLate] }).status).toBe('ACTIVE');
  });

  it('is that of the time of work on the day, of several', () => {
    const spells = [
      {
        started: { on: localDate('2026-03-02') },
        ended: { on: localDate('2026-04-15'), reason: 'RESIGNED' as const },
      },
      { started: { on: localDate('2026-06-01') } },
    ];
    expect(on('2026-04-10', { spells }).status).toBe('ACTIVE');
    expect(on('2026-05-20', { spells }).reason).toBe('ENDED');
    expect(on('2026-06-10', { spells })).toMatchObject({ status: 'ACTIVE', totalPaidMonths: 0 });
  });
});
