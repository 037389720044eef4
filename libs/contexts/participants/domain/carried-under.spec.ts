import { describe, expect, it } from '@jest/globals';
import { localDate, period } from '#kernel';
import { logOf } from '#testing/decisions';
import { agreementInMonth, requireUnpaidFrom, stillThere, thoseUnder } from './carried-under.js';
import { contributions } from './contributions.js';
import {
  AGREEMENT,
  SITI,
  VILLAGE,
  agreementSigned,
  contributionPaid,
  sitiDied,
  sitiRegistered,
  villageRegistered,
} from './participant.examples.js';
import { participants } from './participant.js';
import { sponsors } from './sponsor.js';

const registered = (agreementId?: string) =>
  sitiRegistered({ effectiveOn: localDate('2026-07-03'), ...(agreementId && { agreementId }) });
const village = { [sponsors.of(VILLAGE)]: [villageRegistered, agreementSigned] };
const of = { sponsorId: VILLAGE, agreementId: AGREEMENT };

describe('Who is under an agreement', () => {
  it('was registered under it, or was paid for under it', async () => {
    const [byRegistration, byPayment, neither] = [
      logOf({ [participants.of(SITI)]: [registered(AGREEMENT)] }),
      logOf({
        [participants.of(SITI)]: [registered()],
        [contributions.of(SITI)]: [
          contributionPaid('2026-11', 1, '2026-11-02', { agreementId: AGREEMENT, sponsorId: VILLAGE }),
        ],
      }),
      logOf({ [participants.of(SITI)]: [registered('another')] }),
    ];
    expect(await thoseUnder(byRegistration, AGREEMENT, [SITI, 'nobody'])).toEqual([SITI]);
    expect(await thoseUnder(byPayment, AGREEMENT, [SITI])).toEqual([SITI]);
    expect(await thoseUnder(neither, AGREEMENT, [SITI])).toEqual([]);
  });

  it('is there until they left', () => {
    const roster = { carried: [], left: [{ participantId: 'left', last: period('2026-10') }] };
    expect(stillThere(roster, ['left', SITI])).toEqual([SITI]);
  });
});

describe('A transfer', () => {
  const log = logOf({
    [participants.of(SITI)]: [registered()],
    [contributions.of(SITI)]: [contributionPaid('2026-11', 2, '2026-11-02')],
  });

  it('begins with the first month that is not paid', async () => {
    await requireUnpaidFrom(log, period('2027-01'), [SITI]);
    await expect(requireUnpaidFrom(log, period('2026-12'), [SITI])).rejects.toMatchObject({
      code: 'TRANSFERRED_MONTHS_PAID',
      details: { facts: { participantId: SITI } },
    });
  });

  it('is of the living', async () => {
    const dead = logOf({ [participants.of(SITI)]: [registered(), sitiDied('2026-10-01')] });
    await expect(requireUnpaidFrom(dead, period('2026-12'), [SITI])).rejects.toMatchObject({
      code: 'DECEASED',
    });
  });

  it('is to an agreement that is in force in its first month', async () => {
    const read = logOf(village);
    expect(await agreementInMonth(read, of, period('2026-01'))).toMatchObject({ agreementId: AGREEMENT });
    await expect(agreementInMonth(read, of, period('2027-01'))).rejects.toMatchObject({
      code: 'AGREEMENT_NOT_IN_FORCE',
    });
  });
});
