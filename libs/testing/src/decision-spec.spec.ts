import { describe, expect, it } from '@jest/globals';
import { type Fold, type DomainEvent, Rejection, event, instant } from '#kernel';
import { decisionSpec, given, testContext, testRefusal } from './decisions.js';

type DoorEvent = DomainEvent<'DoorOpened', { by: string }> | DomainEvent<'DoorClosed'>;

const door: Fold<'open' | 'closed', DoorEvent> = {
  initial: 'closed',
  evolve: (_state, { type }) => (type === 'DoorOpened' ? 'open' : 'closed'),
};

function open(by: string, state: 'open' | 'closed'): DoorEvent[] {
  if (by === '') throw new Rejection(testRefusal('NOBODY_AT_THE_DOOR', 'Somebody has to open it'));
  return state === 'open' ? [] : [event('DoorOpened', { by })];
}

describe('a decision spec', () => {
  const afterwards = given(door, [event('DoorOpened', { by: 'a' }), event('DoorClosed', {})]);

  it('compares what was decided after a history', () => {
    afterwards.when((state) => open('b', state)).thenRecorded([event('DoorOpened', { by: 'b' })]);
    decisionSpec(door)([event('DoorOpened', { by: 'a' })])
      .when((state) => open('b', state))
      .thenNothing();
  });

  it('fails when another event was decided', () => {
    const decision = afterwards.when((state) => open('b', state));
    expect(() => decision.thenRecorded([event('DoorOpened', { by: 'c' })])).toThrow('toStrictEqual');
    expect(() => decision.thenNothing()).toThrow('toStrictEqual');
  });

  it('fails on a missing or another rejection, and tells which', () => {
    const refused = afterwards.when((state) => open('', state));
    expect(refused.thenRejected('NOBODY_AT_THE_DOOR').detail).toBe('Somebody has to open it');
    expect(() => refused.thenRejected('DOOR_LOCKED')).toThrow('NOBODY_AT_THE_DOOR');
    expect(() => refused.thenNothing()).toThrow('NOBODY_AT_THE_DOOR');
    expect(() => afterwards.when((state) => open('b', state)).thenRejected('DOOR_LOCKED')).toThrow(
      'DoorOpened',
    );
  });

  it('does not take any other error for a rejection', () => {
    const broken = () => {
      throw new TypeError('a fault');
    };
    expect(() => afterwards.when(broken)).toThrow(TypeError);
  });
});

describe('a test context', () => {
  it('is the same each time, and today is the day in Jakarta of when the command was issued', () => {
    expect(testContext()).toEqual(testContext());
    expect(testContext({ issuedAt: instant('2026-12-31T18:00:00Z') }).today).toBe('2027-01-01');
  });
});
