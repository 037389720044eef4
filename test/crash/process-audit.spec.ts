import { describe, expect, it } from '@jest/globals';
import { derivedId } from '#kernel';
import type { RawEvent } from '../compatibility/upgrade/raw-log.js';
import { processFaults } from './process-audit.js';

/** It pays what was approved, one command for each payee. */
const paying = {
  name: 'paying',
  version: 1,
  categories: ['claim'],
  on: {
    ClaimApproved: ({ data }: { readonly data: { readonly payees: readonly string[] } }) =>
      data.payees.map((key) => ({ key })),
  },
};

const event = (stream: string, revision: number, type: string, id: string, more: object = {}): RawEvent => ({
  stream,
  revision,
  type,
  id,
  position: revision,
  commandId: id,
  data: {},
  ...more,
});

const APPROVED = event('claim-1', 0, 'ClaimApproved', 'approval', { data: { payees: ['A', 'B'] } });
const idOf = (key: string) => derivedId('paying', 'approval', key);
const ordered = (key: string, revision = 0) =>
  event(`payout-${key}`, revision, 'PayoutOrdered', `${key}${revision}`, { commandId: idOf(key) });
const done = (...keys: readonly string[]) => new Set(keys.map(idOf));

describe('What a process has done', () => {
  it('is right where everything that follows was done once', () => {
    const log = [APPROVED, ordered('A'), ordered('B')];
    expect(processFaults([paying], log, done('A', 'B'))).toEqual({ forgotten: [], repeated: [] });
  });

  it('is wrong where something that follows was forgotten', () => {
    expect(processFaults([paying], [APPROVED, ordered('A')], done('A')).forgotten).toEqual([
      'paying after ClaimApproved of claim-1: B',
    ]);
  });

  it('is wrong where a command was recorded twice', () => {
    const between = event('payout-A', 1, 'PayoutInstructed', 'instruction');
    const log = [APPROVED, ordered('A'), between, ordered('A', 2), ordered('B')];
    expect(processFaults([paying], log, done('A', 'B')).repeated).toEqual([`${idOf('A')} payout-A`]);
  });
});
