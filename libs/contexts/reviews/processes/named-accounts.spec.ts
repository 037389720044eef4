import { describe, expect, it } from '@jest/globals';
import { type Caused, ERASED, instant, localDate } from '#kernel';
import { CAUSE, CLAIM, SITI } from '../domain/review.examples.js';
import { namedAccounts } from './named-accounts.js';

const recorded = { id: CAUSE, recordedAt: instant('2026-11-20T02:00:00Z') };
const account = { bank: 'BRI', number: '0000001', holder: 'Rahmat Hidayat' };

type TakenOver = Parameters<NonNullable<typeof namedAccounts.on.ClaimTakenOver>>[0];

const takenOver = (person: TakenOver['data']['person']): Caused<TakenOver> => ({
  ...recorded,
  type: 'ClaimTakenOver',
  data: {
    claimId: CLAIM,
    participantId: SITI,
    takerId: 'registrar-1',
    claimant: 'HEIR',
    effectiveOn: localDate('2026-11-20'),
    person,
  },
});

describe('the process named-accounts', () => {
  it('notes the account of whoever claims', () => {
    expect(namedAccounts.on.ClaimTakenOver?.(takenOver({ claimantName: 'Rahmat Hidayat', account }))).toEqual(
      [{ key: SITI, command: 'NoteAccount', input: { participantId: SITI, account } }],
    );
  });

  it('notes nothing of somebody who was erased', () => {
    expect(namedAccounts.on.ClaimTakenOver?.(takenOver(ERASED))).toEqual([]);
  });
});
