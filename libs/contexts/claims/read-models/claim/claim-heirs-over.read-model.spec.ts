import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, event } from '#kernel';
import { on, readModelSpec } from '#testing';
import {
  CLAIM,
  COMPLETED,
  JKK_SUBMITTED,
  PARTICIPANT,
  TAKEN_OVER,
  WIDOW,
} from '../../domain/claim.examples.js';
import { APPROVED, CALCULATED, STREAM, today } from './claim.examples.js';
import { claimReadModel } from './claim.read-model.js';

const folded = readModelSpec(claimReadModel);
const said = (type: string, data: object): DomainEvent =>
  event(type, { claimId: CLAIM, participantId: PARTICIPANT, effectiveOn: today, ...data });

const disagree = said('DisputeReported', {
  reporterId: 'counter',
  until: '2027-12-01',
  person: { words: 'A son says that he was left out', evidence: 'map 9' },
});
const otherwise = said('DisputeEnded', { enderId: 'counter', how: 'JUDGED', outcome: 'OTHERWISE' });
const takenOver = (claimant: 'PARTICIPANT' | 'HEIR') =>
  said('ClaimTakenOver', { claimant, takerId: 'counter', person: WIDOW });

const rowsOf = ({ rows }: ReturnType<typeof folded>) => [...rows.claims.values()];

describe('the claim read model, once the participant lives after all', () => {
  const disputed = () =>
    folded(on(STREAM, JKK_SUBMITTED, COMPLETED, TAKEN_OVER, CALCULATED, APPROVED, disagree));

  it.each([
    ['nobody looks for heirs any more', said('HeirsWantedNoMore', {})],
    ['the participant takes the claim back', takenOver('PARTICIPANT')],
  ])('shows no open dispute, and nobody who is waited for, where %s', (_how, lives) => {
    expect(rowsOf(disputed().and(on(STREAM, lives)))).toMatchObject([
      { heirs: [], heirsAreWanted: false, disputes: [{ how: null, outcome: null, endedOn: today }] },
    ]);
    expect(rowsOf(disputed().and(on(STREAM, otherwise, lives)))).toMatchObject([
      { heirsAreWanted: false, disputes: [{ how: 'JUDGED', outcome: 'OTHERWISE' }] },
    ]);
  });

  it('shows it still where another heir takes the claim over', () => {
    expect(rowsOf(disputed().and(on(STREAM, takenOver('HEIR'))))).toMatchObject([
      { disputes: [{ endedOn: null }] },
    ]);
  });
});
