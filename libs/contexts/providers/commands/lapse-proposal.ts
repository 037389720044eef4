import { command } from '#runtime';
import { facilities } from '../domain/facility.js';
import { lapsePlkkProposal } from '../domain/lapse-proposal.js';

/** Only the process lapsed-proposals sends it. */
export const LapsePlkkProposal = command('LapsePlkkProposal', facilities, 'facilityId', lapsePlkkProposal);
