import {
  type Action,
  type Acting,
  type Attempt,
  ANYBODY,
  action,
  attempt,
  attemptEach,
  sentAs,
} from '#runtime';
import { HEIR_RELATIONS } from '../domain/participant.events.js';
import { type ParticipantState, recordOf } from '../domain/participant.js';
import { CorrectChild, CorrectHeir, RemoveChild, RemoveHeir, ReorderChildren } from './correct-family.js';
import { correcting } from './correcting.actions.js';
import { FamilyCorrectionsController } from './family-corrections.controller.js';
import { ParticipantsController } from './participants.controller.js';
import { RegisterChild } from './register-child.js';
import { RegisterHeir } from './register-heir.js';

const { name } = ANYBODY;

/** A request to correct something of somebody. */
type Correcting = ReturnType<typeof correcting>;

/** One attempt for each child. */
const ofChildren = (
  { id, state }: Acting<ParticipantState>,
  attemptOf: (of: Correcting & { readonly childId: string }) => Attempt,
): readonly Attempt[] =>
  attemptEach(
    recordOf(state).children.map(({ childId }) => childId),
    id,
    (childId) => attemptOf({ ...correcting({ id }), childId }),
  );

/** One attempt for each heir. */
const ofHeirs = (
  { id, state }: Acting<ParticipantState>,
  attemptOf: (of: Correcting & { readonly heirId: string }) => Attempt,
): readonly Attempt[] =>
  attemptEach(recordOf(state).heirIds, id, (heirId) => attemptOf({ ...correcting({ id }), heirId }));

/** What can be done about the children and heirs of a participant. */
export const familyActions: readonly Action<ParticipantState>[] = [
  action('register-child', ParticipantsController, 'registerChild', ({ id: participantId, today }) => {
    const body = { person: { name, birthDate: today } };
    return [sentAs(body, attempt(RegisterChild, { participantId, childId: participantId, ...body }))];
  }),
  action('register-heir', ParticipantsController, 'registerHeir', ({ id: participantId }) => {
    const body = { relation: HEIR_RELATIONS[0], person: { name } };
    return [sentAs(body, attempt(RegisterHeir, { participantId, heirId: participantId, ...body }))];
  }),
  action(
    'correct-child',
    FamilyCorrectionsController,
    'correctChild',
    (of) => ofChildren(of, (one) => attempt(CorrectChild, { ...one, person: { name } }, one.childId)),
    'childId',
  ),
  action(
    'remove-child',
    FamilyCorrectionsController,
    'removeChild',
    (of) => ofChildren(of, (one) => attempt(RemoveChild, one, one.childId)),
    'childId',
  ),
  action(
    'put-child-first',
    FamilyCorrectionsController,
    'reorderChildren',
    (of) => ofChildren(of, (one) => attempt(ReorderChildren, one, one.childId)),
    'childId',
  ),
  action(
    'correct-heir',
    FamilyCorrectionsController,
    'correctHeir',
    (of) => ofHeirs(of, (one) => attempt(CorrectHeir, { ...one, person: { name } }, one.heirId)),
    'heirId',
  ),
  action(
    'remove-heir',
    FamilyCorrectionsController,
    'removeHeir',
    (of) => ofHeirs(of, (one) => attempt(RemoveHeir, one, one.heirId)),
    'heirId',
  ),
];
