import type { Context } from '#runtime';
import { projects } from './projects/context.js';
import { accidents } from './accidents/context.js';
import { audits } from './audits/context.js';
import { billing } from './billing/context.js';
import { candidates } from './candidates/context.js';
import { claims } from './claims/context.js';
import { complaints } from './complaints/context.js';
import { deadlines } from './deadlines/context.js';
import { deaths } from './deaths/context.js';
import { detection } from './detection/context.js';
import { dues } from './dues/context.js';
import { employers } from './employers/context.js';
import { quality } from './quality/context.js';
import { papers } from './papers/context.js';
import { notices } from './notices/context.js';
import { participants } from './participants/context.js';
import { payouts } from './payouts/context.js';
import { providers } from './providers/context.js';
import { reviews } from './reviews/context.js';
import { scholarships } from './scholarships/context.js';
import { staff } from './staff/context.js';

export { type OpenPayment, PaymentsUnknown, needsHealth, openPaymentsOf } from './open-payments.js';

/**
 * Every context, ground floor first. A context may ask facts of those before it; what happens in one reaches those before
 * it only as the command of a process. The dependency rules follow from this list.
 */
export const CONTEXTS: readonly Context[] = [
  staff,
  employers,
  projects,
  providers,
  participants,
  candidates,
  dues,
  accidents,
  deaths,
  papers,
  claims,
  billing,
  scholarships,
  payouts,
  notices,
  reviews,
  complaints,
  quality,
  detection,
  deadlines,
  audits,
];

/** Every kind of stream, so that old events of each become present ones. */
export const STREAMS = CONTEXTS.flatMap(({ streams }) => streams);
