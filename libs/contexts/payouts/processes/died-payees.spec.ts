import { describe, expect, it } from '@jest/globals';
import { type Caused, type DomainEvent, instant } from '#kernel';
import { PARTICIPANT_ID as participantId, PAYOUT_ID as payoutId } from '../domain/payout.examples.js';
import { diedPayees } from './died-payees.js';
import { wantedHeirs } from './wanted-heirs.js';

const following = (on: object, type: string, data: object) =>
  (on as Record<string, (event: Caused<DomainEvent>) => readonly object[]>)[type]?.({
    id: 'event-id',
    recordedAt: instant('2026-11-20T04:00:00Z'),
    type,
    data: { ...data },
  });

const all = { command: 'NotePayeesDeath', input: { participantId } };
const one = { command: 'NotePayeeDeath', input: { payoutId } };

describe('The processes of those who die before they are paid', () => {
  it.each([
    ['a death is reported', 'DeathReported', { participantId }, [all]],
    ['one waits for a second person', 'DeathReported', { participantId, backDatedBy: 'ani' }, []],
    ['that person confirms it', 'BackDatedDeathConfirmed', { participantId }, [all]],
    ['it is taken back', 'DeathRevoked', { participantId }, [all]],
    ['an heir takes a claim over', 'ClaimTakenOver', { participantId, claimId: 'claim-id' }, [all]],
    ['a participant is to be paid', 'PayoutOrdered', { payoutId, payee: 'PARTICIPANT' }, [one]],
    ['an heir is to be paid', 'PayoutOrdered', { payoutId, payee: 'HEIR' }, [one]],
    ['a facility is to be paid', 'PayoutOrdered', { payoutId, payee: 'PLKK', facilityId: 'plkk' }, []],
    ['money comes back', 'PayoutReturned', { payoutId }, [one]],
    ['it comes back after it had arrived', 'SettledPayoutReturned', { payoutId }, [one]],
  ])('look for what is still to be paid when %s', (_when, type, data, commands) => {
    expect(following(diedPayees.on, type, data)).toMatchObject(commands);
  });

  it('have heirs looked for of the claim, and no more once the participant lives', () => {
    const input = { claimId: 'claim-id' };
    expect(following(wantedHeirs.on, 'PayeeDied', input)).toMatchObject([{ command: 'WantHeirs', input }]);
    expect(following(wantedHeirs.on, 'PayeeLives', input)).toMatchObject([
      { command: 'WantHeirsNoMore', input },
    ]);
  });
});
