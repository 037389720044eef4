import { describe, expect, it } from '@jest/globals';
import {
  type Confirmation,
  type DomainEvent,
  type Expecting,
  type Fold,
  type LateEntries,
  type LocalDate,
  confirmedByOther,
  enteredLate,
  fold,
  localDate,
  stepsOfRequests,
  stream,
  withoutEntries,
} from './index.js';

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
  type Asking =
    | DomainEvent<
        'Asked',
        { correctionId: string; participantId: string; requesterId: string; effectiveOn: LocalDate }
      >
    | DomainEvent<'Refused', { correctionId: string; effectiveOn: LocalDate }>;
  const things = stream<object, Asking>('thing', { initial: {}, evolve: (state) => state });
  const requests = stepsOfRequests<Asking>(things, 'request', BY_A_CLERK, {
    asked: ['Asked'],
    decided: ['Refused'],
  });
  const of = (correctionId: string, requesterId: string): Asking => ({
    type: 'Asked',
    data: { correctionId, participantId: 'p', requesterId, effectiveOn: localDate('2026-06-01') },
  });
  const refused: Asking = {
    type: 'Refused',
    data: { correctionId: 'one', effectiveOn: localDate('2026-06-02') },
  };
  const after = (...events: readonly Asking[]) =>
    fold(requests.ofEach as unknown as Fold<Record<string, Expecting>, Asking>, events);

  it('waits a week for a second one, each by itself, until somebody decides on it', () => {
    const waiting = {
      participantId: 'p',
      expected: {
        step: 'CONFIRM_DAYS',
        turn: 'REGISTRAR',
        since: '2026-06-01',
        dueDays: ['2026-06-08'],
      },
    };
    const both = after(of('one', 'rina'), of('two', 'joko'));
    expect(both).toEqual({
      one: { ...waiting, expected: { ...waiting.expected, notBy: ['rina'] } },
      two: { ...waiting, expected: { ...waiting.expected, notBy: ['joko'] } },
    });
    expect(after(of('one', 'rina'), of('two', 'joko'), refused)).toEqual({
      one: { participantId: 'p' },
      two: both['two'],
    });
  });
});
