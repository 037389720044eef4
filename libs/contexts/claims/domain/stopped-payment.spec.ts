import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type EventOf, fold, localDate } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';
import { WAIT_REASONS, type WaitReason } from './left-to-people.events.js';
import { stopSteps, stopsAfterApproval, stopsOfPayment, stopsPayment } from './stopped-payment.js';

const of = { claimId: 'claim-id', participantId: 'p' };
const [NOV_20, DEC_1, UNTIL] = [localDate('2026-11-20'), localDate('2026-12-01'), localDate('2027-11-20')];

const begun = (reason: WaitReason): EventOf<ClaimEvent, 'WaitBegun'> => ({
  type: 'WaitBegun',
  data: { ...of, askerId: 'ani', reason, until: UNTIL, effectiveOn: NOV_20 },
});

const over: readonly ClaimEvent[] = [
  {
    type: 'WaitEnded',
    data: {
      ...of,
      enderId: 'ani',
      reason: 'COURT',
      how: 'JUDGED',
      payBy: DEC_1,
      effectiveOn: DEC_1,
    },
  },
  { type: 'ClaimWithdrawn', data: { ...of, withdrawnBy: 'ani', effectiveOn: DEC_1 } } as never,
];

const FOLDER = join(import.meta.dirname, '../../../../test/compatibility/streams');

/** Every claim that waited, as an earlier release recorded it. */
const RECORDED = readdirSync(FOLDER)
  .filter((file) => /^claim\.\d+\.json$/.test(file))
  .map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as { events: readonly ClaimEvent[] })
  .filter(({ events }) => events.some(({ type }) => type === 'WaitBegun'));

describe('What is paid of a claim that waits', () => {
  it('is nothing in a dispute of heirs, and while a court or somebody’s identity is asked; for others it goes on', () => {
    const stopped = WAIT_REASONS.filter((reason) => fold(stopsOfPayment, [begun(reason)]).open);
    expect(stopped).toEqual(['COURT', 'HEIR_DISPUTE', 'IDENTITY']);
    expect(fold(stopsOfPayment, [begun('COURT')])).toEqual({
      open: { reason: 'COURT', until: UNTIL },
      times: [{ from: NOV_20 }],
    });
  });

  it.each(over)('goes on by $type, and the days between count for no delay', (end) => {
    expect(fold(stopsOfPayment, [begun('COURT'), end])).toEqual({ times: [{ from: NOV_20, to: DEC_1 }] });
    const twice = [begun('COURT'), end, begun('IDENTITY')];
    expect(fold(stopsOfPayment, twice)).toMatchObject({
      open: { reason: 'IDENTITY' },
      times: [{ to: DEC_1 }, { from: NOV_20 }],
    });
  });

  it('counts for what was approved before it was over, and no more for what is approved afterwards', () => {
    const approved = (type: 'InterimApproved' | 'ClaimApproved', id: string, payBy = DEC_1) =>
      ({ type, id, data: { ...of, payBy } }) as never as ClaimEvent;
    const [stopped, goesOn] = [begun('COURT'), over[0]!];
    const history = [
      approved('InterimApproved', 'month'),
      stopped,
      goesOn,
      approved('ClaimApproved', 'last', UNTIL),
    ];
    const claim = fold(stopsOfPayment, history);
    expect(stopsAfterApproval(claim, { eventId: 'month' })).toEqual([{ from: NOV_20, to: DEC_1 }]);
    expect(stopsAfterApproval(claim, { eventId: 'last' })).toEqual([]);
    // What is paid in place of another is in time until the same day.
    expect(stopsAfterApproval(claim, { eventId: 'redirected', payBy: DEC_1 })).toHaveLength(1);
    expect(stopsAfterApproval(claim, { eventId: 'redirected', payBy: UNTIL })).toEqual([]);
    const open = fold(stopsOfPayment, [stopped, approved('InterimApproved', 'month')]);
    expect(stopsAfterApproval(open, { eventId: 'month' })).toEqual([{ from: NOV_20 }]);
  });

  it('holds the steps of its payments, and is none of its own', () => {
    expect(fold(stopSteps, [begun('IDENTITY')])).toEqual({ holds: true });
    expect(fold(stopSteps, [begun('IDENTITY'), over[0]!])).toEqual({});
    expect(fold(stopSteps, [begun('TREATMENT')])).toEqual({});
  });

  it('is stopped exactly while the claim waits so, whatever an earlier release recorded', () => {
    let waits = 0;
    for (const { events } of RECORDED) {
      for (const end of events.keys()) {
        const history = events.slice(0, end + 1);
        const claim = fold(claims, history);
        const isStopped =
          ('stop' in claim && claim.stop !== undefined) ||
          (claim.situation === 'WAITING' && stopsPayment(claim.awaited.reason));
        expect(fold(stopsOfPayment, history).open !== undefined).toBe(isStopped);
        waits += isStopped ? 1 : 0;
      }
    }
    expect(waits).toBeGreaterThan(0);
  });
});
