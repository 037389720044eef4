import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, localDate } from '#kernel';
import { logOf } from '#testing/decisions';
import { contributions } from './contributions.js';
import { EMPLOYER, MEMBERSHIP, workerJoined } from './membership.examples.js';
import { employments, memberships } from './membership.js';
import { TWIN, mergedInto, mergerAsked, tookOver, twinRegistered } from './merger.examples.js';
import { SITI, contributionPaid, sitiRegistered } from './participant.examples.js';
import { participants } from './participant.js';
import { takersAround } from './takers.js';

const EVENT = localDate('2026-09-01');

/** As the log has it: with whose token it was recorded. */
const by = <Event extends DomainEvent>(id: string, event: Event): Event => ({
  ...event,
  metadata: { actor: { id } },
});

const siti = (effectiveOn: string) => sitiRegistered({ effectiveOn: localDate(effectiveOn) });

const around = (streams: Parameters<typeof logOf>[0]) => takersAround(logOf(streams), SITI, EVENT, 90);

describe('Who took somebody in near to an event', () => {
  it('is whoever registered them, up to the last of the days, and nobody before', async () => {
    const registered = (day: string) => around({ [participants.of(SITI)]: [by('rina', siti(day))] });
    expect(await registered('2026-06-03')).toEqual(['rina']);
    expect(await registered('2026-11-30')).toEqual(['rina']);
    expect(await registered('2026-06-02')).toEqual([]);
    expect(await registered('2026-12-01')).toEqual([]);
  });

  it('is whoever took a payment, by the day of the payment', async () => {
    const paid = (day: string) =>
      around({
        [participants.of(SITI)]: [by('rina', siti('2025-01-01'))],
        [contributions.of(SITI)]: [by('budi', contributionPaid('2026-08', 1, day))],
      });
    expect(await paid('2026-08-03')).toEqual(['budi']);
    expect(await paid('2026-01-03')).toEqual([]);
  });

  it('is whoever reported them as a worker', async () => {
    const effectiveOn = localDate('2026-08-03');
    const listed = { participantId: SITI, membershipId: MEMBERSHIP, employerId: EMPLOYER, effectiveOn };
    const streams = {
      [participants.of(SITI)]: [by('rina', siti('2025-01-01'))],
      [employments.of(SITI)]: [{ type: 'EmploymentListed', data: listed }],
      [memberships.of(MEMBERSHIP)]: [by('tono', workerJoined('2026-08-03'))],
    };
    expect(await around(streams)).toEqual(['tono']);
  });

  it('is told once, under any of the ids of the person', async () => {
    const streams = {
      [participants.of(SITI)]: [by('rina', siti('2026-08-03')), tookOver],
      [participants.of(TWIN)]: [
        by('budi', twinRegistered({ effectiveOn: localDate('2026-08-04') })),
        mergerAsked,
        mergedInto,
      ],
      [contributions.of(TWIN)]: [by('rina', contributionPaid('2026-08', 1, '2026-08-03'))],
    };
    expect(await around(streams)).toEqual(['rina', 'budi']);
  });
});
