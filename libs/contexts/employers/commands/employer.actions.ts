import { addYears } from '#kernel';
import { EMPLOYER_SIZES, RISK_CLASSES } from '#law';
import { ANYBODY, type Acting, action, actionsOn, attempt, sentAs, unusedNumber } from '#runtime';
import { CLOSING_REASONS, RELIEF_INDUSTRIES } from '../domain/employer.events.js';
import { type EmployerState, employers, known } from '../domain/employer.js';
import { CloseEmployer, ConfirmEntries, ReopenEmployer } from './close-employer.js';
import { CorrectRiskClass, CorrectSize, RecordIndustry } from './correct-employer.js';
import { EmployersController } from './employers.controller.js';
import { NameAccount } from './name-account.js';
import { RecordDecree } from './record-decree.js';

const { reference, account } = ANYBODY;

/** An entry by a paper that holds from today on. */
const entry = ({ id: employerId, today: from }: Acting<EmployerState>) => ({ employerId, reference, from });

/** Everything that can be done with an employer. What is open of it, the commands say. */
export const employerActions = actionsOn(employers, 'employerId', { known }, [
  action(
    'correct-risk-class',
    EmployersController,
    'correctRiskClass',
    (of) =>
      RISK_CLASSES.map((riskClass) =>
        attempt(CorrectRiskClass, { ...entry(of), riskClass }, String(riskClass)),
      ),
    'riskClass',
  ),
  action(
    'correct-size',
    EmployersController,
    'correctSize',
    (of) => EMPLOYER_SIZES.map((size) => attempt(CorrectSize, { ...entry(of), size }, size)),
    'size',
  ),
  action(
    'record-industry',
    EmployersController,
    'recordIndustry',
    (of) =>
      RELIEF_INDUSTRIES.map((industry) => attempt(RecordIndustry, { ...entry(of), industry }, industry)),
    'industry',
  ),
  action('name-account', EmployersController, 'nameAccount', ({ id: employerId }) => [
    attempt(NameAccount, { employerId, account, reference }),
  ]),
  action('record-decree', EmployersController, 'recordDecree', ({ id: employerId, state, today }) => {
    const decree = {
      reference: unusedNumber((known(state).decrees ?? []).map((one) => one.reference)),
      decidedOn: today,
      validFrom: today,
      validUntil: addYears(today, 1),
    };
    return [sentAs(decree, attempt(RecordDecree, { employerId, decreeId: employerId, ...decree }))];
  }),
  action(
    'close-employer',
    EmployersController,
    'close',
    (of) =>
      CLOSING_REASONS.map((reason) =>
        sentAs(
          { reference, reason, lastDay: of.today },
          attempt(CloseEmployer, { ...entry(of), reason }, reason),
        ),
      ),
    'reason',
  ),
  action('reopen-employer', EmployersController, 'reopen', ({ id: employerId }) => [
    attempt(ReopenEmployer, { employerId, reference }),
  ]),
  action('confirm-entries', EmployersController, 'confirm', ({ id: employerId }) => [
    attempt(ConfirmEntries, { employerId }),
  ]),
]);
