import { action, actionsOn, attempt } from '#runtime';
import { CONTACT_WAYS, DECLINING_REASONS } from '../domain/candidate.events.js';
import { candidates, knownCandidate } from '../domain/candidate.js';
import { CandidatesController } from './candidates.controller.js';
import { ContactCandidate, DeclineCandidate } from './candidates.js';

/** What can be done with somebody who was found; once registered they are no candidate any more. */
export const candidateActions = actionsOn(candidates, 'participantId', { known: knownCandidate }, [
  action(
    'contact-candidate',
    CandidatesController,
    'contact',
    ({ id: participantId, today: contactedOn }) =>
      CONTACT_WAYS.map((way) => attempt(ContactCandidate, { participantId, way, contactedOn }, way)),
    'way',
  ),
  action(
    'decline-candidate',
    CandidatesController,
    'decline',
    ({ id: participantId }) =>
      DECLINING_REASONS.map((reason) => attempt(DeclineCandidate, { participantId, reason }, reason)),
    'reason',
  ),
]);
