/** Where a claim stands for those who work on it; from the order on, the bank decides. */
export const CLAIM_STATUSES = [
  'INCOMPLETE',
  'COMPLETE',
  'HELD',
  'WAITING',
  'CALCULATED',
  'APPROVED',
  'DENIED',
  'WITHDRAWN',
  'CANCELLED',
  'PAYMENT_ORDERED',
  'PAYMENT_RETURNED',
  'PAID',
  'PAYMENT_CANCELLED',
] as const;

export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** A decision needs nobody's attention any more. */
export const CLOSED_STATUSES: readonly ClaimStatus[] = [
  'DENIED',
  'WITHDRAWN',
  'CANCELLED',
  'PAID',
  'PAYMENT_CANCELLED',
];

/**
 * Nobody is late with these: the service clock stands still while a claim waits for arrears (convention Q-1), or for somebody outside
 * of the office.
 */
export const NEVER_OVERDUE: readonly ClaimStatus[] = [...CLOSED_STATUSES, 'HELD', 'WAITING'];
