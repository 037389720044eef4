import { describe, expect, it } from '@jest/globals';
import { officerIdOf, officers } from '#contexts/staff/domain/officer';
import { contributions } from '#contexts/participants/domain/contributions';
import { contributionPaid, sitiRegistered } from '#contexts/participants/domain/participant.examples';
import { participants } from '#contexts/participants/domain/participant';
import { type DomainEvent, localDate } from '#kernel';
import { logOf, testContext } from '#testing/decisions';
import { CLAIM, JKK_SUBMITTED, PARTICIPANT } from '../domain/claim.examples.js';
import { claims } from '../domain/claim.js';
import { mayDecide } from './may-act.js';

const by = (id: string, event: DomainEvent) => ({ ...event, metadata: { actor: { id } } });

/** The accident was on 20 August 2026: its victim was registered long before, and a payment was taken that day. */
const log = logOf({
  [claims.of(CLAIM)]: [
    JKK_SUBMITTED,
    {
      type: 'InterestDeclared',
      data: { claimId: CLAIM, declarerId: 'niece', effectiveOn: localDate('2026-11-21') },
    },
  ],
  [officers.of(officerIdOf('cahya'))]: [
    {
      type: 'OfficerListed',
      data: {
        officerId: officerIdOf('cahya'),
        workerId: 'cahya',
        office: 'Bandung',
        roles: ['supervisor'],
        level: 2,
        listerId: 'head',
        effectiveOn: localDate('2026-01-05'),
      },
    },
    {
      type: 'AuthorityDelegated',
      data: {
        officerId: officerIdOf('cahya'),
        workerId: 'cahya',
        delegationId: 'd0000000-0000-5000-8000-000000000001',
        office: 'Bekasi',
        from: localDate('2026-11-16'),
        until: localDate('2026-11-20'),
        delegatorId: 'head',
        effectiveOn: localDate('2026-11-13'),
      },
    },
  ],
  [participants.of(PARTICIPANT)]: [
    by('rina', sitiRegistered({ participantId: PARTICIPANT, effectiveOn: localDate('2025-01-02') })),
  ],
  [contributions.of(PARTICIPANT)]: [
    by('budi', contributionPaid('2026-08', 1, '2026-08-20', { participantId: PARTICIPANT })),
  ],
});

const decides = (id: string, office = 'Bekasi', today = '2026-11-20') =>
  mayDecide(
    undefined,
    log,
    { claimId: CLAIM },
    testContext({ today: localDate(today), actor: { id, roles: ['supervisor'], office, authority: 2 } }),
  );

describe('A claim is decided', () => {
  it('by somebody of its office who has nothing to do with it', async () => {
    await expect(decides('ani')).resolves.toBeUndefined();
    await expect(decides('rina')).resolves.toBeUndefined();
  });

  it('by somebody of another office as long as that has delegated it to them', async () => {
    await expect(decides('cahya', 'Bandung')).resolves.toBeUndefined();
    for (const day of ['2026-11-15', '2026-11-21']) {
      await expect(decides('cahya', 'Bandung', day)).rejects.toMatchObject({
        refusal: { code: 'NOT_OF_YOUR_OFFICE' },
      });
    }
  });

  it.each([
    ['whoever took a payment near to the event', 'budi', 'Bekasi', 'REGISTRAR_CANNOT_DECIDE'],
    ['whoever has an interest', 'niece', 'Bekasi', 'INTEREST_DECLARED'],
    ['another office', 'ani', 'Bandung', 'NOT_OF_YOUR_OFFICE'],
  ])('not by %s', async (_who, id, office, code) => {
    await expect(decides(id, office)).rejects.toMatchObject({ refusal: { code } });
  });
});
