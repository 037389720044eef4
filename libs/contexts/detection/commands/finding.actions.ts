import { ANYBODY, action, actionsOn, attempt } from '#runtime';
import { CONSEQUENCES, EXPLANATIONS, INQUIRIES } from '../domain/finding.events.js';
import { findings, knownFinding } from '../domain/finding.js';
import { ConfirmFinding, ExplainFinding, NoteFinding, TakeUpFinding } from './finding-commands.js';
import { FindingsController } from './findings.controller.js';

const { reference } = ANYBODY;

/** Everything that can be done with a finding. What is open of it, the commands say. */
export const findingActions = actionsOn(findings, 'findingId', { known: knownFinding }, [
  action('take-up-finding', FindingsController, 'takeUp', ({ id: findingId }) => [
    attempt(TakeUpFinding, { findingId }),
  ]),
  action(
    'note-finding',
    FindingsController,
    'note',
    ({ id: findingId }) =>
      INQUIRIES.map((inquiry) => attempt(NoteFinding, { findingId, inquiry, reference }, inquiry)),
    'inquiry',
  ),
  action(
    'explain-finding',
    FindingsController,
    'explain',
    ({ id: findingId }) =>
      EXPLANATIONS.map((because) => attempt(ExplainFinding, { findingId, because, reference }, because)),
    'because',
  ),
  action(
    'confirm-finding',
    FindingsController,
    'confirm',
    ({ id: findingId }) =>
      CONSEQUENCES.map((consequence) =>
        attempt(ConfirmFinding, { findingId, consequence, reference }, consequence),
      ),
    'consequence',
  ),
]);
