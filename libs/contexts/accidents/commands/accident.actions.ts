import { type LocalDate, rupiah } from '#kernel';
import { CARE_BEARERS, CONCLUSIONS } from '#law';
import {
  ANYBODY,
  type Acting,
  type Triable,
  action,
  actionsOn,
  attempt,
  notSaid,
  unusedNumber,
} from '#runtime';
import { ACCIDENT_KINDS, EVIDENCE_KINDS } from '../domain/accident.events.js';
import { MEDICAL_CONDITIONS, type MedicalCondition } from '../domain/statement.events.js';
import { accidents, facilitiesOf, knownAccident } from '../domain/accident.js';
import type { AccidentState } from '../domain/accident-state.js';
import { AccidentsController } from './accidents.controller.js';
import { ConcludeAccident } from './conclude-accident.js';
import { ConfirmNotice } from './confirm-notice.js';
import { CorrectCare, CorrectNotice, ReportRelapse, WithdrawNotice } from './corrections.js';
import { CorrectionsController } from './corrections.controller.js';
import { NOTICE_FAULTS, RELAPSE_GROUNDS } from '../domain/corrections.events.js';
import { AUTHORITIES } from '../domain/determination.events.js';
import { DeterminationsController } from './determinations.controller.js';
import { GuaranteesController } from './guarantees.controller.js';
import { inSight } from './in-sight.js';
import { IssueDetermination, NameCareBearer } from './determinations.js';
import { IssueDoctorStatement } from './issue-doctor-statement.js';
import { IssueGuaranteeLetter } from './issue-guarantee-letter.js';
import { IssuePlkkReferral } from './issue-plkk-referral.js';
import { NameOtherPayer } from './name-other-payer.js';
import { IssueProvisionalGuarantee, RefuseProvisionalGuarantee } from './provisional-guarantee.js';
import { ReceiveEvidence } from './receive-evidence.js';
import { RecordCare } from './record-care.js';
import { ReportStageOne } from './report-stage-one.js';
import { ReportStageTwo } from './report-stage-two.js';
import { WithdrawFatalOutcome } from './withdraw-fatal-outcome.js';

/**
 * The facilities that a letter or an invoice may be about: the one that is thought of, else those of the accident; a facility is told of no
 * other one.
 */
function facilities({ said: { facilityId }, actor, state }: Acting<AccidentState>): readonly string[] {
  const thought = facilityId ?? actor.facilityId;
  const known = thought === undefined ? facilitiesOf(state) : [thought];
  return [...new Set(known.filter((id) => id !== undefined))];
}

/** A command about a facility, tried for each that it may be about. */
function ofFacilities<Input extends object>(
  command: Triable<Input>,
  of: Acting<AccidentState>,
  inputOf: (facilityId: string) => Input,
) {
  const known = facilities(of);
  return known.length > 0
    ? known.map((facilityId) => attempt(command, inputOf(facilityId), facilityId))
    : [notSaid('facilityId')];
}

/** What a doctor may state, with what each condition asks for. */
function findingsOf(condition: MedicalCondition, today: LocalDate) {
  const isPartial = condition === 'PARTIAL_ANATOMIC' || condition === 'PARTIAL_FUNCTIONAL';
  return {
    condition,
    diagnosis: ANYBODY.words,
    dominantHand: 'RIGHT' as const,
    injuries: isPartial ? [{ item: 'IBU_JARI_TANGAN', side: 'RIGHT' as const }] : [],
    ...(condition === 'DEAD' && { diedOn: today }),
  };
}

/** An accident of which notice was given once, also where it was taken back: then nothing of it is open. */
const notified = (state: AccidentState) =>
  state.situation === 'NOTICE_WITHDRAWN' ? state : knownAccident(state);

const dayOf = (state: AccidentState): LocalDate => notified(state).occurredOn;

/** Everything that can be done with an accident of which notice was given. What is open of it, the commands say. */
export const accidentActions = actionsOn(accidents, 'accidentId', { known: notified, permit: inSight }, [
  action('confirm-notice', AccidentsController, 'confirmNotice', ({ id: accidentId }) => [
    attempt(ConfirmNotice, { accidentId }),
  ]),
  action(
    'report-stage-one',
    AccidentsController,
    'reportStageOne',
    ({ id: accidentId }) => [
      attempt(
        ReportStageOne,
        { accidentId, reportedBy: 'PARTICIPANT', effect: 'INJURY', evidence: [] },
        'INJURY',
      ),
      attempt(ReportStageOne, { accidentId, reportedBy: 'FAMILY', effect: 'DEATH', evidence: [] }, 'DEATH'),
    ],
    'effect',
  ),
  action(
    'receive-evidence',
    AccidentsController,
    'receiveEvidence',
    ({ id: accidentId }) =>
      EVIDENCE_KINDS.map((kind) => attempt(ReceiveEvidence, { accidentId, evidence: [kind] }, kind)),
    'evidence',
  ),
  action(
    'issue-plkk-referral',
    AccidentsController,
    'issueReferral',
    (of) => ofFacilities(IssuePlkkReferral, of, (facilityId) => ({ accidentId: of.id, facilityId })),
    'facilityId',
  ),
  action(
    'issue-guarantee-letter',
    AccidentsController,
    'issueGuarantee',
    (of) => ofFacilities(IssueGuaranteeLetter, of, (facilityId) => ({ accidentId: of.id, facilityId })),
    'facilityId',
  ),
  action(
    'issue-provisional-guarantee',
    GuaranteesController,
    'issue',
    (of) => ofFacilities(IssueProvisionalGuarantee, of, (facilityId) => ({ accidentId: of.id, facilityId })),
    'facilityId',
  ),
  action(
    'refuse-provisional-guarantee',
    GuaranteesController,
    'refuse',
    (of) =>
      ofFacilities(RefuseProvisionalGuarantee, of, (facilityId) => ({
        accidentId: of.id,
        facilityId,
        reason: 'NO_COVER' as const,
      })),
    'facilityId',
  ),
  action(
    'record-care',
    AccidentsController,
    'recordCare',
    (of) =>
      ofFacilities(RecordCare, of, (facilityId) => ({
        accidentId: of.id,
        facilityId,
        admittedOn: dayOf(of.state),
        dischargedOn: dayOf(of.state),
        invoiceNumber: newNumber(of.state),
        invoiceIdr: rupiah(1),
        apart: true,
        health: { procedures: ANYBODY.words },
      })),
    'facilityId',
  ),
  action(
    'issue-doctor-statement',
    AccidentsController,
    'issueStatement',
    ({ id: accidentId, today }) =>
      MEDICAL_CONDITIONS.map((condition) =>
        attempt(
          IssueDoctorStatement,
          { accidentId, doctorKind: 'TREATING', statedOn: today, health: findingsOf(condition, today) },
          condition,
        ),
      ),
    'health.condition',
  ),
  action('name-other-payer', AccidentsController, 'nameOtherPayer', ({ id: accidentId }) => [
    attempt(NameOtherPayer, {
      accidentId,
      payer: 'JASA_RAHARJA',
      status: 'ASKED',
      reference: ANYBODY.reference,
    }),
  ]),
  action('withdraw-fatal-outcome', AccidentsController, 'withdrawFatalOutcome', ({ id: accidentId }) => [
    attempt(WithdrawFatalOutcome, { accidentId }),
  ]),
  action(
    'conclude-accident',
    AccidentsController,
    'conclude',
    ({ id: accidentId }) =>
      CONCLUSIONS.map((conclusion) =>
        attempt(ConcludeAccident, { accidentId, conclusion, reason: ANYBODY.words }, conclusion),
      ),
    'conclusion',
  ),
  action(
    'correct-notice',
    CorrectionsController,
    'correctNotice',
    ({ id: accidentId, state }) => {
      const { kind } = notified(state);
      return ACCIDENT_KINDS.filter((one) => one !== kind).map((one) =>
        attempt(
          CorrectNotice,
          { accidentId, kind: one, ...(one === 'COMMUTE' && { placeKind: 'TRAFFIC' as const }) },
          one,
        ),
      );
    },
    'kind',
  ),
  action(
    'withdraw-notice',
    CorrectionsController,
    'withdrawNotice',
    ({ id: accidentId }) =>
      NOTICE_FAULTS.map((fault) => attempt(WithdrawNotice, { accidentId, fault }, fault)),
    'fault',
  ),
  action(
    'correct-care',
    CorrectionsController,
    'correctCare',
    (of) => {
      const care = 'care' in of.state ? of.state.care : [];
      return care.map(({ facilityId, invoiceNumber, invoiceIdr }) =>
        attempt(
          CorrectCare,
          { accidentId: of.id, facilityId, invoiceNumber, invoiceIdr: otherThan(invoiceIdr) },
          facilityId,
        ),
      );
    },
    'facilityId',
  ),
  action(
    'report-relapse',
    CorrectionsController,
    'reportRelapse',
    ({ id: accidentId, today }) =>
      RELAPSE_GROUNDS.map((ground) =>
        attempt(
          ReportRelapse,
          { accidentId, ground, reportedBy: 'PARTICIPANT', causeStatedOn: today },
          ground,
        ),
      ),
    'ground',
  ),
  action(
    'issue-determination',
    DeterminationsController,
    'determine',
    ({ id: accidentId }) =>
      AUTHORITIES.map((by) =>
        attempt(
          IssueDetermination,
          {
            accidentId,
            by,
            conclusion: 'WORK_ACCIDENT' as const,
            number: ANYBODY.reference,
            reason: ANYBODY.words,
          },
          by,
        ),
      ),
    'by',
  ),
  action(
    'name-care-bearer',
    DeterminationsController,
    'nameBearer',
    ({ id: accidentId }) =>
      CARE_BEARERS.map((bearer) => attempt(NameCareBearer, { accidentId, bearer }, bearer)),
    'bearer',
  ),
  action('report-stage-two', AccidentsController, 'reportStageTwo', ({ id: accidentId }) => [
    attempt(ReportStageTwo, { accidentId, reportedBy: 'PARTICIPANT', transport: [] }),
  ]),
]);

/** Another sum than one that is recorded. */
const otherThan = (amountIdr: number) => rupiah(amountIdr > 1 ? amountIdr - 1 : 2);

/** A number that no invoice of the accident has. */
const newNumber = (state: AccidentState): string =>
  unusedNumber('care' in state ? state.care.map(({ invoiceNumber }) => invoiceNumber) : []);
