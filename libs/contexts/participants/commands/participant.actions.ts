import { type LocalDate, type Period, addPeriods, periodOf, periodsFrom, rupiah } from '#kernel';
import {
  type Action,
  type Acting,
  type Attempt,
  type Triable,
  ANYBODY,
  action,
  actionsOn,
  attempt,
  notSaidOf,
} from '#runtime';
import type { Pair } from '../domain/duplicate-pair.js';
import { REOPENING_REASONS } from '../domain/duplicate.events.js';
import { CHANNELS, PAYERS, SECTORS } from '../domain/participant.events.js';
import { participantInSight } from '../domain/participant-facts.js';
import { type ParticipantState, participants, recordOf } from '../domain/participant.js';
import { MAX_ARREARS_MONTHS, MAX_MONTHS_AHEAD } from '../domain/policies/contribution.policies.js';
import {
  ConfirmContributions,
  ConfirmDeath,
  ConfirmFamily,
  ConfirmRegistration,
} from './confirm-back-dated.js';
import { correctingActions } from './correcting.actions.js';
import { DuplicatesController } from './duplicates.controller.js';
import { DismissDuplicate, ReopenDuplicate } from './duplicates.js';
import { familyActions } from './family.actions.js';
import { MembershipsController } from './memberships.controller.js';
import { ParticipantsController } from './participants.controller.js';
import { RecordContribution } from './record-contribution.js';
import { RegisterSelfEmployment } from './register-self-employment.js';
import { ReportDeath } from './report-death.js';

const { reference, words } = ANYBODY;

/** What others entered of a participant long after the day from which it holds, and a second person confirms. */
const confirmations: readonly Action<ParticipantState>[] = [
  action('confirm-registration', ParticipantsController, 'confirmRegistration', ({ id: participantId }) => [
    attempt(ConfirmRegistration, { participantId }),
  ]),
  action('confirm-contributions', ParticipantsController, 'confirmContributions', ({ id: participantId }) => [
    attempt(ConfirmContributions, { participantId }),
  ]),
  action('confirm-death', ParticipantsController, 'confirmDeath', ({ id: participantId }) => [
    attempt(ConfirmDeath, { participantId }),
  ]),
  action('confirm-family', ParticipantsController, 'confirmFamily', ({ id: participantId }) => [
    attempt(ConfirmFamily, { participantId }),
  ]),
];

/** Months that may be paid; of somebody who died those up to that month. */
function monthsToPay({ state, today }: Acting<ParticipantState>): readonly Period[] {
  const record = recordOf(state);
  const isDead = record.situation === 'DECEASED';
  const from = addPeriods(periodOf(isDead ? record.diedOn : today), -MAX_ARREARS_MONTHS);
  return periodsFrom(from, MAX_ARREARS_MONTHS + 1 + (isDead ? 0 : MAX_MONTHS_AHEAD));
}

/** A payment of one month. One that is too long ago for anything else is of the arrears of a day of death. */
function payment({ id: participantId, state, today }: Acting<ParticipantState>, period: Period) {
  const record = recordOf(state);
  const isLongAgo = period < addPeriods(periodOf(today), -MAX_ARREARS_MONTHS);
  return {
    participantId,
    period,
    months: 1,
    payer: PAYERS[0],
    paidOn: today,
    receipt: reference,
    ...(isLongAgo && record.situation === 'DECEASED' && { settlesEventOn: record.diedOn }),
  };
}

/** Work of one's own, from today on. */
const ownWork = (registeredOn: LocalDate) => ({
  channel: CHANNELS[0],
  payer: PAYERS[0],
  sector: SECTORS[0],
  declaredIncomeIdr: rupiah(1_000_000),
  registeredOn,
  person: { occupation: words, workplace: words },
});

/** A phone that two have in common needs no paper. */
const TWO_PERSONS = { reasons: ['PHONE'], because: 'SHARED_PHONE' } as const;

/** With whom somebody may be one nobody knows before it is said; what refuses any pair is known. */
function ofPair<Input extends Pair>(
  command: Triable<Input>,
  { id: participantId, said: { otherId } }: Acting<ParticipantState>,
  inputOf: (pair: Pair) => Input,
): readonly Attempt[] {
  const withOther = (other: string) => attempt(command, inputOf({ participantId, otherId: other }), other);
  if (otherId !== undefined) return [withOther(otherId)];
  return [notSaidOf('otherId', withOther(participantId), 'DUPLICATE_OF_ITSELF')];
}

/** Everything that can be done with a participant: what holds of them, and what others entered late. */
export const participantActions = actionsOn(
  participants,
  'participantId',
  {
    known: recordOf,
    permit: async (state, read, _input, { actor }) =>
      participantInSight(read, recordOf(state).participantId, actor),
  },
  [
    ...confirmations,
    action(
      'record-contribution',
      ParticipantsController,
      'recordContribution',
      (of) => monthsToPay(of).map((period) => attempt(RecordContribution, payment(of, period), period)),
      'period',
    ),
    action('register-self-employment', MembershipsController, 'registerSelfEmployment', (of) => [
      attempt(RegisterSelfEmployment, { participantId: of.id, ...ownWork(of.today) }),
    ]),
    action('report-death', ParticipantsController, 'reportDeath', ({ id: participantId, today: diedOn }) => [
      attempt(ReportDeath, { participantId, diedOn, certificate: reference, health: { cause: words } }),
    ]),
    ...familyActions,
    ...correctingActions,
    action(
      'dismiss-duplicate',
      DuplicatesController,
      'dismiss',
      (of) => ofPair(DismissDuplicate, of, (pair) => ({ ...pair, ...TWO_PERSONS })),
      'otherId',
    ),
    action(
      'reopen-duplicate',
      DuplicatesController,
      'reopen',
      (of) => ofPair(ReopenDuplicate, of, (pair) => ({ ...pair, because: REOPENING_REASONS[0] })),
      'otherId',
    ),
  ],
);
