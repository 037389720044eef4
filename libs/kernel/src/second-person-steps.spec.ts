import { describe, expect, it } from '@jest/globals';
import type { Confirmation, LateEntries } from './index.js';
import { askedFor, confirmedByOther, enteredLate, localDate, withoutEntries } from './index.js';

const BY_A_CLERK: Confirmation = { step: 'CONFIRM_DAYS', turn: 'REGISTRAR' };

const entry = (what: string, backDatedBy: string | undefined, on: string) => (state: LateEntries) =>
  enteredLate(
    state,
    what,
    { effectiveOn: localDate('2026-01-05'), ...(backDatedBy !== undefined && { backDatedBy }) },
    BY_A_CLERK,
    localDate(on),
  );

const after = (...steps: readonly ((state: LateEntries) => LateEntries)[]): LateEntries =>
  steps.reduce((state, step) => step(state), {} as LateEntries);

describe('What was entered late', () => {
  it('waits a week for somebody else, from the day on which it was entered', () => {
    expect(after(entry('first day', 'rina', '2026-06-01')).expected).toEqual({
      step: 'CONFIRM_DAYS',
      turn: 'REGISTRAR',
      since: '2026-06-01',
      dueDays: ['2026-06-08'],
      notBy: ['rina'],
    });
  });

  it('waits for nobody where it was entered in time', () => {
    expect(after(entry('first day', undefined, '2026-01-06')).expected).toBeUndefined();
  });

  it('waits since the first of several entries, and of two who entered something each confirms what the other did', () => {
    const both = after(entry('first day', 'rina', '2026-06-01'), entry('last day', 'joko', '2026-06-03'));
    expect(both.expected).toMatchObject({ since: '2026-06-01' });
    expect(both.expected?.notBy).toBeUndefined();
    expect(confirmedByOther(both, BY_A_CLERK, 'joko').expected).toMatchObject({ notBy: ['joko'] });
    expect(confirmedByOther(both, BY_A_CLERK, 'sari').expected).toBeUndefined();
  });

  it('waits no more once it is gone, and a later entry waits anew', () => {
    const gone = withoutEntries(after(entry('last day', 'rina', '2026-06-01')), BY_A_CLERK, () => true);
    expect(gone.expected).toBeUndefined();
    expect(entry('last day', 'rina', '2026-07-01')(gone).expected).toMatchObject({ since: '2026-07-01' });
  });
});

describe('What one person asked for', () => {
  it('waits a week for a second one', () => {
    const asked = { participantId: 'p', requesterId: 'rina', effectiveOn: localDate('2026-06-01') };
    expect(askedFor(BY_A_CLERK, asked)).toEqual({
      participantId: 'p',
      expected: {
        step: 'CONFIRM_DAYS',
        turn: 'REGISTRAR',
        since: '2026-06-01',
        dueDays: ['2026-06-08'],
        notBy: ['rina'],
      },
    });
  });
});
