import {
  type LocalDate,
  NO_PAYMENT_CORRECTION_REASONS,
  PAYMENT_REVERSAL_REASONS,
  addDays,
  rupiah,
} from '#kernel';
import {
  ANYBODY,
  type Acting,
  action,
  actionsOn,
  attempt,
  attemptEach,
  sentAs,
  unusedNumber,
} from '#runtime';
import { ENDING_REASONS } from '../domain/project.events.js';
import { type ProjectState, known, projects } from '../domain/project.js';
import { AmendProject, EndProject, ExtendProject } from './change-project.js';
import { ConfirmProjectEntries, PayProject } from './pay-project.js';
import { ProjectCorrectionsController } from './project-corrections.controller.js';
import { ProjectsController } from './projects.controller.js';
import {
  ConfirmProjectCorrection,
  RefundProject,
  RefuseProjectCorrection,
  ReverseProjectPayment,
} from './reverse-project-payment.js';

const { reference: bankReference } = ANYBODY;

const asked = ({ state }: Acting<ProjectState>): readonly string[] =>
  (known(state).asked ?? []).map(({ correctionId }) => correctionId);

/** A number that no contract and no addendum has, and a day on which what it adds may be due. */
const addendum = (state: ProjectState, dueOn: LocalDate) => ({
  reference: unusedNumber(known(state).references),
  dueOn,
});

/** A day on which it may end, as far as one is over. */
const lastDayOf = (state: ProjectState, today: LocalDate): LocalDate => {
  const { endsOn } = known(state);
  return endsOn <= today ? addDays(endsOn, -1) : today;
};

/** Everything that can be done with a project. Who works on it is told of its workers. */
export const projectActions = actionsOn(projects, 'projectId', { known }, [
  action('amend-project', ProjectsController, 'amend', ({ id: projectId, state, today }) => {
    // Another one, which is within what a request may say.
    const { baseIdr: before } = known(state);
    const baseIdr = rupiah(before > 1 ? before - 1 : before + 1);
    return [attempt(AmendProject, { projectId, ...addendum(state, today), baseIdr })];
  }),
  action('extend-project', ProjectsController, 'extend', ({ id: projectId, state, today }) => {
    const endsOn = addDays(known(state).endsOn, 1);
    return [attempt(ExtendProject, { projectId, ...addendum(state, today), endsOn })];
  }),
  action('pay-project', ProjectsController, 'pay', ({ id: projectId, state, today: paidOn }) => {
    const used = known(state).payments.map((one) => one.bankReference);
    const body = { amountIdr: rupiah(1), bankReference: unusedNumber(used), paidOn };
    return [sentAs(body, attempt(PayProject, { projectId, paymentId: projectId, ...body }))];
  }),
  action('end-project', ProjectsController, 'end', ({ id: projectId, state, today }) => {
    const said = { reason: ENDING_REASONS[0], reference: bankReference, lastDay: lastDayOf(state, today) };
    return [attempt(EndProject, { projectId, ...said })];
  }),
  action('confirm-project-entries', ProjectsController, 'confirm', ({ id: projectId }) => [
    attempt(ConfirmProjectEntries, { projectId }),
  ]),
  action(
    'reverse-project-payment',
    ProjectCorrectionsController,
    'reverse',
    ({ id: projectId, state }) =>
      attemptEach(
        known(state).payments.map(({ paymentId }) => paymentId),
        projectId,
        (paymentId) => {
          const body = { reason: PAYMENT_REVERSAL_REASONS[0], bankReference };
          const input = { projectId, correctionId: projectId, paymentId, ...body };
          return sentAs(body, attempt(ReverseProjectPayment, input, paymentId));
        },
      ),
    'paymentId',
  ),
  action('refund-project', ProjectCorrectionsController, 'refund', ({ id: projectId }) => {
    const body = { amountIdr: rupiah(1), bankReference };
    return [sentAs(body, attempt(RefundProject, { projectId, correctionId: projectId, ...body }))];
  }),
  action(
    'confirm-project-correction',
    ProjectCorrectionsController,
    'confirm',
    (of) =>
      attemptEach(asked(of), of.id, (correctionId) =>
        attempt(ConfirmProjectCorrection, { projectId: of.id, correctionId }, correctionId),
      ),
    'correctionId',
  ),
  action(
    'refuse-project-correction',
    ProjectCorrectionsController,
    'refuse',
    (of) =>
      attemptEach(asked(of), of.id, (correctionId) => {
        const said = { correctionId, reason: NO_PAYMENT_CORRECTION_REASONS[0] };
        return attempt(RefuseProjectCorrection, { projectId: of.id, ...said }, correctionId);
      }),
    'correctionId',
  ),
]);
