import { command } from '#runtime';
import { sponsors } from '../domain/sponsor.js';
import { confirmAgreement, signSponsorAgreement } from '../domain/sign-sponsor-agreement.js';

export const SignSponsorAgreement = command(
  'SignSponsorAgreement',
  sponsors,
  'sponsorId',
  signSponsorAgreement,
);

export const ConfirmAgreement = command('ConfirmAgreement', sponsors, 'sponsorId', confirmAgreement);
