import { describe, expect, it } from '@jest/globals';
import { derivedId, localDate, period, rupiah } from '#kernel';
import { Decisions } from '#runtime';
import { testContext } from '#testing/decisions';
import { MemoryLog } from '#testing/memory';
import { contributions } from '../domain/contributions.js';
import { deathDayCorrected, deathRevoked } from '../domain/correction.examples.js';
import {
  AGREEMENT,
  SITI,
  VILLAGE,
  agreementSigned,
  contributionPaid,
  sitiDied,
  sitiRegistered,
  villageRegistered,
} from '../domain/participant.examples.js';
import { participants } from '../domain/participant.js';
import type { RosterEvent } from '../domain/roster.events.js';
import { rosters } from '../domain/roster.js';
import { sponsors } from '../domain/sponsor.js';
import type { SponsorEvent } from '../domain/sponsor.events.js';
import { FreePlaces, FreePlacesHandler, RestorePlaces, RestorePlacesHandler } from './free-places.js';

const ANOTHER = '9f3c1d2e-5a57-5d2c-8a3c-5d6c0f6a7c62';
const id = (step: string) => testContext({ commandId: derivedId(SITI, step) });
const limited = { ...agreementSigned, data: { ...agreementSigned.data, quota: 1 } } as SponsorEvent;
const member = (participantId: string): RosterEvent => ({
  type: 'SponsorMembersAdded',
  data: {
    sponsorId: VILLAGE,
    agreementId: AGREEMENT,
    payer: 'VILLAGE',
    way: 'PAYMENT',
    from: period('2026-09'),
    members: [{ participantId, monthlyIdr: rupiah(16_800) }],
    effectiveOn: localDate('2026-09-02'),
  },
});

async function died(sponsorPays: boolean) {
  const log = new MemoryLog([contributions, participants, rosters, sponsors]);
  await log.append(sponsors.of(VILLAGE), [villageRegistered, limited], null, id('sponsor'));
  const registered = sitiRegistered({ effectiveOn: localDate('2026-09-02') });
  await log.append(participants.of(SITI), [registered, sitiDied('2026-10-10')], null, id('siti'));
  const by = sponsorPays ? { payer: 'VILLAGE' as const, sponsorId: VILLAGE, agreementId: AGREEMENT } : {};
  const paid = contributionPaid('2026-09', 1, '2026-09-02', by);
  await log.append(contributions.of(SITI), [paid], null, id('paid'));
  if (sponsorPays) await log.append(rosters.of(AGREEMENT), [member(SITI)], null, id('place'));
  return log;
}

const decisionsOn = (log: MemoryLog) => new Decisions(log.store, { idSecret: Buffer.alloc(32, 7) });
const free = (log: MemoryLog) =>
  new FreePlacesHandler(decisionsOn(log), log.store).execute(
    new FreePlaces({ participantId: SITI }, { context: id('free') }),
  );
const restore = (log: MemoryLog) =>
  new RestorePlacesHandler(decisionsOn(log), log.store).execute(
    new RestorePlaces({ participantId: SITI }, { context: id('restore') }),
  );

describe('The place of somebody who died', () => {
  it('is free from the month after the death on, once', async () => {
    const log = await died(true);
    await free(log);
    await free(log);
    expect(await log.store.state(rosters, AGREEMENT)).toEqual({
      carried: [],
      left: [{ participantId: SITI, last: '2026-10' }],
    });
    const removals = (await log.since(0n)).filter(({ type }) => type === 'SponsorMembersRemoved');
    expect(removals).toMatchObject([{ data: { participantIds: [SITI], reason: 'DIED', last: '2026-10' } }]);
  });

  it('is none of somebody who paid alone', async () => {
    const log = await died(false);
    expect((await free(log)).events).toEqual([]);
  });

  it('is theirs again where they live after all, unless somebody else has it', async () => {
    const log = await died(true);
    await free(log);
    await log.append(participants.of(SITI), [deathRevoked], 1n, id('revoked'));
    await restore(log);
    expect(await log.store.state(rosters, AGREEMENT)).toMatchObject({
      carried: [{ participantId: SITI, from: '2026-11' }],
      left: [],
    });
    const taken = await died(true);
    await free(taken);
    await taken.append(participants.of(SITI), [deathRevoked], 1n, id('revoked'));
    await taken.append(rosters.of(AGREEMENT), [member(ANOTHER)], 1n, id('another'));
    await expect(restore(taken)).rejects.toMatchObject({ code: 'QUOTA_USED_UP' });
  });

  it('is theirs again also where another month of death was recorded meanwhile', async () => {
    const log = await died(true);
    await free(log);
    await log.append(participants.of(SITI), [deathDayCorrected, deathRevoked], 1n, id('revoked'));
    await restore(log);
    expect(await log.store.state(rosters, AGREEMENT)).toMatchObject({
      carried: [{ participantId: SITI, from: '2026-11' }],
      left: [],
    });
  });
});
