import { describe, expect, it } from '@jest/globals';
import { derivedId, localDate, rupiah } from '#kernel';
import { Decisions } from '#runtime';
import { testContext } from '#testing/decisions';
import { MemoryLog } from '#testing/memory';
import type { ReceivableRecorded } from '../domain/receivable.events.js';
import { receivableIdOf, receivables } from '../domain/receivable.js';
import { REVIEW, SITI, listed, opened } from '../domain/review.examples.js';
import { reviews } from '../domain/review.js';
import { SettleReceivable } from './receivables.js';

const receivableId = receivableIdOf({ reviewId: REVIEW, kind: 'PAID_TOO_MUCH' });
const id = (step: string) => testContext({ commandId: derivedId(SITI, step) });
const recorded: ReceivableRecorded = {
  type: 'ReceivableRecorded',
  data: {
    receivableId,
    participantId: SITI,
    reviewId: REVIEW,
    benefit: listed.data.benefit,
    kind: 'PAID_TOO_MUCH',
    amountIdr: rupiah(750_000),
    finderId: 'adjudicator-1',
    effectiveOn: localDate('2026-11-20'),
  },
};

/** Calculated on 1 September, and found on 20 November to have been too much. */
async function found() {
  const log = new MemoryLog([receivables, reviews]);
  const calculated = { ...listed, data: { ...listed.data, effectiveOn: localDate('2026-09-01') } };
  await log.append(reviews.of(SITI), [calculated, opened], null, id('reviewed'));
  await log.append(receivables.of(receivableId), [recorded], null, id('found'));
  const decisions = new Decisions(log.store, { idSecret: Buffer.alloc(32, 7) });
  return (paidOn: string) =>
    new SettleReceivable.handler(decisions).execute(
      new SettleReceivable(
        { receivableId, bankReference: 'BRI/9', paidOn: localDate(paidOn) },
        { context: id(paidOn) },
      ),
    );
}

describe('Money that was sent back before anybody found it to be owed', () => {
  it('settles it from the day on which the benefit was calculated, as its reviews know it', async () => {
    const settle = await found();
    await expect(settle('2026-08-31')).rejects.toMatchObject({ code: 'PAID_OUTSIDE_RECEIVABLE' });
    expect((await settle('2026-09-01')).events).toEqual(['ReceivableSettled']);
  });
});
