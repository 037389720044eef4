import { type LocalDate, NO_SIGNATURE_REASONS, addDays, addYears } from '#kernel';
import {
  ANYBODY,
  type Acting,
  type Attempt,
  action,
  actionsOn,
  attempt,
  attemptEach,
  sentAs,
} from '#runtime';
import { BASES, EARLY_END_REASONS } from '../domain/sponsor.events.js';
import { type SponsorState, knownSponsor, sponsors } from '../domain/sponsor.js';
import { EndSponsorAgreement, ExtendSponsorAgreement } from './change-sponsor-agreement.js';
import { ConfirmAgreement, SignSponsorAgreement } from './sign-sponsor-agreement.js';
import { RefuseSponsorProposal, SignSponsorProposal } from './sign-sponsor-proposal.js';
import { SponsorProposalsController } from './sponsor-proposals.controller.js';
import { SponsorsController } from './sponsors.controller.js';

const { reference } = ANYBODY;

/** One attempt for each agreement, with its last day. */
function ofAgreements(
  { id: sponsorId, state, today }: Acting<SponsorState>,
  attemptOf: (of: { readonly sponsorId: string; readonly agreementId: string }, until: LocalDate) => Attempt,
): readonly Attempt[] {
  const { agreements } = knownSponsor(state);
  const ids = agreements.map(({ agreementId }) => agreementId);
  return attemptEach(ids, sponsorId, (agreementId) => {
    const known = agreements.find((one) => one.agreementId === agreementId);
    return attemptOf({ sponsorId, agreementId }, known?.validUntil ?? today);
  });
}

/** One attempt for each agreement or addendum that waits for its second signature. */
const ofProposals = (
  { id: sponsorId, state }: Acting<SponsorState>,
  attemptOf: (of: { readonly sponsorId: string; readonly proposalId: string }) => Attempt,
): readonly Attempt[] =>
  attemptEach(
    (knownSponsor(state).proposals ?? []).map(({ proposalId }) => proposalId),
    sponsorId,
    (proposalId) => attemptOf({ sponsorId, proposalId }),
  );

/** What can be done with a sponsor and its agreements; who is moved or leaves is said of its members. */
export const sponsorActions = actionsOn(sponsors, 'sponsorId', { known: knownSponsor }, [
  action('sign-sponsor-agreement', SponsorsController, 'sign', ({ id: sponsorId, today: validFrom }) => {
    const said = { basis: BASES[0], reference, governmentPaid: false, validFrom };
    const body = { ...said, validUntil: addYears(validFrom, 1) };
    return [sentAs(body, attempt(SignSponsorAgreement, { sponsorId, agreementId: sponsorId, ...body }))];
  }),
  action(
    'sign-sponsor-proposal',
    SponsorProposalsController,
    'sign',
    (of) => ofProposals(of, (one) => attempt(SignSponsorProposal, one, one.proposalId)),
    'proposalId',
  ),
  action(
    'refuse-sponsor-proposal',
    SponsorProposalsController,
    'refuse',
    (of) =>
      ofProposals(of, (one) =>
        attempt(RefuseSponsorProposal, { ...one, reason: NO_SIGNATURE_REASONS[0] }, one.proposalId),
      ),
    'proposalId',
  ),
  action(
    'confirm-sponsor-agreement',
    SponsorsController,
    'confirm',
    (of) => ofAgreements(of, (one) => attempt(ConfirmAgreement, one, one.agreementId)),
    'agreementId',
  ),
  action(
    'extend-sponsor-agreement',
    SponsorsController,
    'extend',
    (of) =>
      ofAgreements(of, (one, until) => {
        const validUntil = addDays(until, 1);
        return attempt(ExtendSponsorAgreement, { ...one, reference, validUntil }, one.agreementId);
      }),
    'agreementId',
  ),
  action(
    'end-sponsor-agreement',
    SponsorsController,
    'end',
    (of) =>
      ofAgreements(of, (one) => {
        const said = { reason: EARLY_END_REASONS[0], reference, lastDay: of.today };
        return attempt(EndSponsorAgreement, { ...one, ...said }, one.agreementId);
      }),
    'agreementId',
  ),
]);
