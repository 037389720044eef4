import { describe, expect, it } from '@jest/globals';
import { derivedId, localDate, period, rupiah } from '#kernel';
import { Decisions } from '#runtime';
import { contextBy, testContext } from '#testing/decisions';
import { MemoryLog } from '#testing/memory';
import { contributions } from '../domain/contributions.js';
import type { ReversalOfList } from '../domain/money-of-list.js';
import { AGREEMENT, SITI, VILLAGE, contributionPaid } from '../domain/participant.examples.js';
import type { PaymentListEvent } from '../domain/payment-list.events.js';
import { paymentLists } from '../domain/payment-list.js';
import { reverseOfMember } from '../domain/reverse-list.js';
import {
  ConfirmListCorrection,
  ConfirmListCorrectionHandler,
  FinishListReversal,
  FinishListReversalHandler,
} from './reverse-list.js';

const LIST = '33333333-3333-4333-8333-333333333333';
const today = localDate('2026-11-20');
const asked = (correctionId: string): ReversalOfList => ({
  kind: 'REVERSAL',
  correctionId,
  reason: 'BOUNCED',
  bankReference: 'R-1',
  requesterId: 'finance-1',
});
const requested = (correctionId: string): PaymentListEvent => ({
  type: 'PaymentListReversalRequested',
  data: { ...asked(correctionId), reason: 'BOUNCED', listId: LIST, effectiveOn: today },
});

const HISTORY: readonly PaymentListEvent[] = [
  {
    type: 'PaymentListStarted',
    data: {
      listId: LIST,
      sponsorId: VILLAGE,
      agreementId: AGREEMENT,
      fileDigest: 'digest',
      rows: 1,
      period: period('2026-11'),
      months: 1,
      paidOn: localDate('2026-11-02'),
      receipt: 'SP2D-1',
      amountIdr: rupiah(16_800),
      effectiveOn: today,
    },
  },
  {
    type: 'PaymentLinesHandedIn',
    data: {
      listId: LIST,
      page: 0,
      lines: [{ line: 2, participantId: SITI }],
      rejected: [],
      effectiveOn: today,
    },
  },
  {
    type: 'PaymentListCompleted',
    data: {
      listId: LIST,
      rows: 1,
      paid: 1,
      paidIdr: rupiah(16_800),
      remainderIdr: rupiah(0),
      effectiveOn: today,
    },
  },
  requested('left'),
  {
    type: 'PaymentListCorrectionRefused',
    data: {
      listId: LIST,
      correctionId: 'left',
      deciderId: 'finance-1',
      reason: 'ASKED_BY_MISTAKE',
      effectiveOn: today,
    },
  },
  requested('again'),
];

describe('A list that is taken back', () => {
  it('counts whoever was taken back with it by an attempt that was left on its way', async () => {
    const log = new MemoryLog([contributions, paymentLists]);
    await log.append(paymentLists.of(LIST), HISTORY, null, testContext());
    const paid = contributionPaid('2026-11', 1, '2026-11-02', { amountIdr: rupiah(16_800) });
    const byList = testContext({ commandId: derivedId(LIST, SITI, 'contribution') });
    await log.append(contributions.of(SITI), [paid], null, byList);
    const supervisor = {
      ...contextBy('supervisor-2', 'supervisor'),
      commandId: derivedId(LIST, 'confirmation'),
    };
    const half = reverseOfMember(
      LIST,
      { asked: asked('left'), confirmerId: supervisor.actor.id, effectiveOn: today },
      paid.data,
    );
    await log.append(contributions.of(SITI), half, 0n, testContext({ commandId: LIST }));

    const decisions = new Decisions(log.store, { idSecret: Buffer.alloc(32, 7) });
    const handler = new ConfirmListCorrectionHandler(decisions, log.store);
    const confirmation = { listId: LIST, correctionId: 'again' };
    await handler.execute(new ConfirmListCorrection(confirmation, { context: supervisor }));
    const last = (await log.since(0n)).at(-1);
    expect([last?.type, last?.data]).toEqual([
      'PaymentListReversed',
      expect.objectContaining({ correctionId: 'again', reversed: 1, reversedIdr: 16_800 }),
    ]);
  });

  it('comes to its end by the process, where whoever confirmed it was interrupted', async () => {
    const log = new MemoryLog([contributions, paymentLists]);
    const begun: PaymentListEvent = {
      type: 'PaymentListReversalBegun',
      data: { listId: LIST, correctionId: 'again', confirmerId: 'supervisor-2', effectiveOn: today },
    };
    await log.append(paymentLists.of(LIST), [...HISTORY, begun], null, testContext());
    const paid = contributionPaid('2026-11', 1, '2026-11-02', { amountIdr: rupiah(16_800) });
    const byList = testContext({ commandId: derivedId(LIST, SITI, 'contribution') });
    await log.append(contributions.of(SITI), [paid], null, byList);
    const handler = new FinishListReversalHandler(
      new Decisions(log.store, { idSecret: Buffer.alloc(32, 7) }),
      log.store,
    );
    const command = () =>
      new FinishListReversal(
        { listId: LIST },
        { context: testContext({ commandId: derivedId(LIST, 'finish') }) },
      );
    await handler.execute(command());
    expect((await log.since(0n)).slice(-2)).toMatchObject([
      { type: 'ContributionReversed', data: { confirmerId: 'supervisor-2' } },
      {
        type: 'PaymentListReversed',
        data: { confirmerId: 'supervisor-2', reversed: 1, reversedIdr: 16_800 },
      },
    ]);
    expect((await handler.execute(command())).repeated).toBe(true);
  });
});
