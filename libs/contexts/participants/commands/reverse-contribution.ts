import type { Reading } from '#kernel';
import { command } from '#runtime';
import { participants } from '../domain/participant.js';
import { paymentsOf } from '../domain/payments.js';
import { confirmReversal, refuseReversal, requestReversal } from '../domain/reverse-contribution.js';

const facts = async (_payments: unknown, read: Reading, { participantId }: { participantId: string }) => ({
  participant: await read.state(participants, participantId),
});

export const RequestReversal = command('RequestReversal', paymentsOf, 'participantId', requestReversal, {
  facts,
});

export const ConfirmReversal = command('ConfirmReversal', paymentsOf, 'participantId', confirmReversal, {
  facts,
});

export const RefuseReversal = command('RefuseReversal', paymentsOf, 'participantId', refuseReversal);
