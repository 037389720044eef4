import { command } from '#runtime';
import { duesHistory } from '../domain/dues-history.js';
import {
  confirmDuesCorrection,
  refuseDuesCorrection,
  requestDuesRefund,
  requestDuesReversal,
} from '../domain/reverse-payment.js';

export const RequestDuesReversal = command(
  'RequestDuesReversal',
  duesHistory,
  'employerId',
  requestDuesReversal,
);

export const RequestDuesRefund = command('RequestDuesRefund', duesHistory, 'employerId', requestDuesRefund);

export const ConfirmDuesCorrection = command(
  'ConfirmDuesCorrection',
  duesHistory,
  'employerId',
  confirmDuesCorrection,
);

export const RefuseDuesCorrection = command(
  'RefuseDuesCorrection',
  duesHistory,
  'employerId',
  refuseDuesCorrection,
);
