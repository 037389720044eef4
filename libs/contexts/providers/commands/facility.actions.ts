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
import { QUALITY_OUTCOMES } from '../domain/facility.events.js';
import { type FacilityState, facilities, known } from '../domain/facility.js';
import { lastDayOf } from '../domain/agreement.js';
import { STOP_REASONS, WHAT_BECOMES_OF_PATIENTS } from '../domain/plkk-terms.js';
import { AmendPlkkAgreement } from './amend-plkk-agreement.js';
import { CheckPlkkQuality } from './check-plkk-quality.js';
import { EndPlkkAgreement } from './end-plkk-agreement.js';
import { ExtendPlkkAgreement } from './extend-plkk-agreement.js';
import { FacilitiesController } from './facilities.controller.js';
import { AgreementsController } from './facility-agreements.controller.js';
import { FacilityProposalsController } from './facility-proposals.controller.js';
import { LiftPlkkSuspension } from './lift-plkk-suspension.js';
import { SignPlkkAgreement } from './sign-plkk-agreement.js';
import { RefusePlkkProposal, SignPlkkProposal } from './sign-plkk-proposal.js';
import { SuspendPlkkAgreement } from './suspend-plkk-agreement.js';

const { reference, account } = ANYBODY;

/** A stop of an agreement: patients are treated on until the day after. */
const stop = (lastDay: LocalDate) => ({
  reference,
  reason: STOP_REASONS[0],
  patients: WHAT_BECOMES_OF_PATIENTS[0],
  careUntil: addDays(lastDay, 1),
});

/** One attempt for each agreement. */
const ofAgreements = (
  { id: facilityId, state }: Acting<FacilityState>,
  attemptOf: (of: { readonly facilityId: string; readonly agreementId: string }) => Attempt,
): readonly Attempt[] =>
  attemptEach(
    known(state).agreements.map(({ agreementId }) => agreementId),
    facilityId,
    (agreementId) => attemptOf({ facilityId, agreementId }),
  );

/** One attempt for each agreement or addendum that waits for its second signature. */
const ofProposals = (
  { id: facilityId, state }: Acting<FacilityState>,
  attemptOf: (of: { readonly facilityId: string; readonly proposalId: string }) => Attempt,
): readonly Attempt[] =>
  attemptEach(
    (known(state).proposals ?? []).map(({ proposalId }) => proposalId),
    facilityId,
    (proposalId) => attemptOf({ facilityId, proposalId }),
  );

/** The day after the last of all agreements. */
function freeFrom(state: FacilityState, today: LocalDate): LocalDate {
  const ends = known(state).agreements.map((one) => addDays(lastDayOf(one), 1));
  return [today, ...ends].sort().at(-1) ?? today;
}

/** A day on which an agreement would end that was prolonged. */
function endOf(state: FacilityState, agreementId: string, today: LocalDate): LocalDate {
  const agreement = known(state).agreements.find((one) => one.agreementId === agreementId);
  return addYears(agreement ? lastDayOf(agreement) : today, 1);
}

/** What an addendum can still say: after the agreement only where the facility is paid, from a day of it. */
function addendumOf(state: FacilityState, agreementId: string, today: LocalDate) {
  const agreement = known(state).agreements.find((one) => one.agreementId === agreementId);
  const lastDay = agreement ? lastDayOf(agreement) : today;
  const isOver = agreement?.ended !== undefined || lastDay < today;
  return { from: lastDay < today ? lastDay : today, account, terms: isOver ? {} : { beds: 1 } };
}

/** Everything that can be done with a facility and its agreements. What is open of it, the commands say. */
export const facilityActions = actionsOn(facilities, 'facilityId', { known }, [
  action('sign-plkk-agreement', FacilitiesController, 'sign', ({ id: facilityId, state, today }) => {
    const validFrom = freeFrom(state, today);
    const body = { reference, validFrom, validUntil: addYears(validFrom, 1) };
    return [sentAs(body, attempt(SignPlkkAgreement, { facilityId, agreementId: facilityId, ...body }))];
  }),
  action(
    'sign-plkk-proposal',
    FacilityProposalsController,
    'sign',
    (of) => ofProposals(of, (one) => attempt(SignPlkkProposal, one, one.proposalId)),
    'proposalId',
  ),
  action(
    'refuse-plkk-proposal',
    FacilityProposalsController,
    'refuse',
    (of) =>
      ofProposals(of, (one) =>
        attempt(RefusePlkkProposal, { ...one, reason: NO_SIGNATURE_REASONS[0] }, one.proposalId),
      ),
    'proposalId',
  ),
  action(
    'extend-plkk-agreement',
    FacilitiesController,
    'extend',
    (of) =>
      ofAgreements(of, (one) => {
        const validUntil = endOf(of.state, one.agreementId, of.today);
        return attempt(ExtendPlkkAgreement, { ...one, reference, validUntil }, one.agreementId);
      }),
    'agreementId',
  ),
  action(
    'amend-plkk-agreement',
    AgreementsController,
    'amend',
    (of) =>
      ofAgreements(of, (one) => {
        const { terms, ...said } = addendumOf(of.state, one.agreementId, of.today);
        const input = { ...one, reference, ...said, terms };
        const body = { ...one, reference, ...said, ...terms };
        return sentAs(body, attempt(AmendPlkkAgreement, input, one.agreementId));
      }),
    'agreementId',
  ),
  action(
    'check-plkk-quality',
    AgreementsController,
    'check',
    (of) =>
      ofAgreements(of, (one) => {
        const said = { reference, checkedOn: of.today, outcome: QUALITY_OUTCOMES[0] };
        const nextCheckBy = addDays(of.today, 30);
        return attempt(CheckPlkkQuality, { ...one, ...said, nextCheckBy }, one.agreementId);
      }),
    'agreementId',
  ),
  action(
    'suspend-plkk-agreement',
    AgreementsController,
    'suspend',
    (of) =>
      ofAgreements(of, (one) => {
        const [from, until] = [of.today, addDays(of.today, 1)];
        return attempt(SuspendPlkkAgreement, { ...one, ...stop(from), from, until }, one.agreementId);
      }),
    'agreementId',
  ),
  action(
    'lift-plkk-suspension',
    AgreementsController,
    'lift',
    (of) =>
      ofAgreements(of, (one) =>
        attempt(LiftPlkkSuspension, { ...one, reference, from: of.today }, one.agreementId),
      ),
    'agreementId',
  ),
  action(
    'end-plkk-agreement',
    AgreementsController,
    'end',
    (of) =>
      ofAgreements(of, (one) =>
        attempt(EndPlkkAgreement, { ...one, ...stop(of.today), lastDay: of.today }, one.agreementId),
      ),
    'agreementId',
  ),
]);
