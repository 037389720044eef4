import { takeReferences } from '#contexts/payouts/facts';
import { command } from '#runtime';
import {
  type RecordReceivableInput,
  endReceivable,
  owed,
  receivables,
  recordReceivable,
  refuseWaiver,
  settleReceivable,
  waiveReceivable,
} from '../domain/receivable.js';
import { benefitDays } from '../domain/review.js';
import { mayGiveUp, maySettle } from './who-acts.js';

/** Only the process receivables sends it. */
export const RecordReceivable = command('RecordReceivable', receivables, 'receivableId', recordReceivable, {
  facts: async (_state, read, { beforeId }: RecordReceivableInput) =>
    beforeId === undefined ? {} : { before: await read.state(receivables, beforeId) },
});

/** Only the process receivables sends it. */
export const EndReceivable = command('EndReceivable', receivables, 'receivableId', endReceivable);

/** Refuses `BANK_REFERENCE_USED` beside what the decision refuses. */
export const SettleReceivable = command('SettleReceivable', owed, 'receivableId', settleReceivable, {
  first: takeReferences,
  permit: maySettle,
  facts: async ({ found }, read) =>
    found ? { benefitSince: (await read.state(benefitDays, found.participantId))[found.benefit.id] } : {},
});

export const WaiveReceivable = command('WaiveReceivable', owed, 'receivableId', waiveReceivable, {
  permit: mayGiveUp,
});

export const RefuseWaiver = command('RefuseWaiver', owed, 'receivableId', refuseWaiver, {
  permit: mayGiveUp,
});
