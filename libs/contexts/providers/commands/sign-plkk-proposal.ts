import { command } from '#runtime';
import { facilities } from '../domain/facility.js';
import { refusePlkkProposal, signPlkkProposal } from '../domain/sign-plkk-proposal.js';

export const SignPlkkProposal = command('SignPlkkProposal', facilities, 'facilityId', signPlkkProposal);

export const RefusePlkkProposal = command('RefusePlkkProposal', facilities, 'facilityId', refusePlkkProposal);
