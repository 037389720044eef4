import { command } from '#runtime';
import { endSponsorAgreement, extendSponsorAgreement } from '../domain/change-sponsor-agreement.js';
import { sponsors } from '../domain/sponsor.js';

export const ExtendSponsorAgreement = command(
  'ExtendSponsorAgreement',
  sponsors,
  'sponsorId',
  extendSponsorAgreement,
);

export const EndSponsorAgreement = command('EndSponsorAgreement', sponsors, 'sponsorId', endSponsorAgreement);
