import { ANYBODY, action, actionsOn, attempt } from '#runtime';
import { CLOSING_REASONS, COMPLAINT_ANSWERS, MEDIATION_RESULTS } from '../domain/complaint.events.js';
import { complaints, knownComplaint } from '../domain/complaint.js';
import {
  AnswerComplaint,
  BeginMediation,
  CloseComplaint,
  EndMediation,
  EscalateComplaint,
} from './complaint-commands.js';
import { ComplaintsController } from './complaints.controller.js';

const { words, reference: minutes } = ANYBODY;

/** Everything that can be done with a complaint. What is open of it, the commands say. */
export const complaintActions = actionsOn(complaints, 'complaintId', { known: knownComplaint }, [
  action(
    'answer-complaint',
    ComplaintsController,
    'answer',
    ({ id: complaintId }) =>
      COMPLAINT_ANSWERS.map((answer) => attempt(AnswerComplaint, { complaintId, answer, words }, answer)),
    'answer',
  ),
  action('escalate-complaint', ComplaintsController, 'escalate', ({ id: complaintId }) => [
    attempt(EscalateComplaint, { complaintId, words }),
  ]),
  action('begin-mediation', ComplaintsController, 'mediate', ({ id: complaintId }) => [
    attempt(BeginMediation, { complaintId }),
  ]),
  action(
    'end-mediation',
    ComplaintsController,
    'endMediation',
    ({ id: complaintId }) =>
      MEDIATION_RESULTS.map((result) =>
        attempt(EndMediation, { complaintId, result, words, minutes }, result),
      ),
    'result',
  ),
  action(
    'close-complaint',
    ComplaintsController,
    'close',
    ({ id: complaintId }) =>
      CLOSING_REASONS.map((reason) => attempt(CloseComplaint, { complaintId, reason }, reason)),
    'reason',
  ),
]);
