import { isClaimRevoked } from '#contexts/claims/facts';
import type { Reading } from '#kernel';
import type { EntitlingEvent } from '../domain/entitling-event.js';
import type { ScholarshipState } from '../domain/scholarship.js';

/** Whether the event still stands from which a scholarship follows. */
export const entitlingEvent = async (state: ScholarshipState, read: Reading): Promise<EntitlingEvent> =>
  state.situation === 'UNKNOWN' ? {} : { isRevoked: await isClaimRevoked(read, state) };
