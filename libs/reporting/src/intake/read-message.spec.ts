import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { told } from '../reporting.examples.js';
import { messageOf } from './message.js';
import { readMessage } from './read-message.js';

describe('A message', () => {
  it.each([
    ['dues.dues-reversed.v1', 'paidOn'],
    ['dues.dues-refunded.v1', 'refundedOn'],
    ['employers.employer-reopened.v1', 'reopenedOn'],
    ['employers.late-entries-confirmed.v1', 'confirmedOn'],
  ])('%s without %s breaks its contract, and is not passed over', (type, field) => {
    const data = { employerId: randomUUID(), amountIdr: 60_000 };
    expect(readMessage(messageOf(told(`lindung.${type}`, data, { at: 1 }), 'feed'))).toEqual({
      reason: 'BREAKS_CONTRACT',
      detail: `Field ${field} is not there`,
    });
  });
});
