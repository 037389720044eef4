import { type LocalDate, type Period, periodOf, periodsFrom, rupiah } from '#kernel';
import { bpuBandFor } from '#law';
import {
  type Action,
  type Acting,
  type Attempt,
  ANYBODY,
  action,
  attempt,
  notSaidOf,
  sentAs,
} from '#runtime';
import { type ParticipantState, incomeBaseIn, recordOf } from '../domain/participant.js';
import { MAX_MONTHS_AHEAD } from '../domain/policies/contribution.policies.js';
import { ChangeIncomeBand } from './change-income-band.js';
import { CorrectDeathDay, RevokeDeath } from './correct-death.js';
import { CorrectNik } from './correct-nik.js';
import { ConfirmNikDifference, CorrectParticipant } from './correct-participant.js';
import { CorrectionsController } from './corrections.controller.js';
import { DeathCorrectionsController } from './death-corrections.controller.js';
import { MergeParticipants, SplitParticipant } from './merge-participants.js';
import { MergersController } from './mergers.controller.js';

const { name, reference } = ANYBODY;

/** A paper that shows whatever is corrected of a person. */
export const ANY_PAPER = { kind: 'DUKCAPIL_ANSWER', number: reference } as const;

/** A request to correct something of a person, by that paper. */
export const correcting = ({ id: participantId }: Pick<Acting<ParticipantState>, 'id'>) => ({
  participantId,
  correctionId: participantId,
  evidence: ANY_PAPER,
});

/** Nobody's: no province is 00. One for each participant, as nobody has that of another. */
function nobodysNik(participantId: string): string {
  const serial = (from: number) =>
    String(1 + (parseInt(participantId.slice(from, from + 4), 16) % 9_999)).padStart(4, '0');
  return `00${serial(0)}010100${serial(4)}`;
}

/** Months from which another income may hold: a year after the last that is paid, which may be a year ahead. */
const monthsOfBands = (today: LocalDate): readonly Period[] =>
  periodsFrom(periodOf(today), 2 * MAX_MONTHS_AHEAD + 1);

const [LOW, HIGH] = [rupiah(1_000_000), rupiah(10_000_000)];

/** An income whose contribution is another one than that of a month. */
const otherIncome = (state: ParticipantState, month: Period) =>
  bpuBandFor(LOW).base === incomeBaseIn(recordOf(state), month) ? HIGH : LOW;

/** A day on which somebody may have died, and not the one that is recorded. */
function otherDayOfDeath({ state, today }: Acting<ParticipantState>): LocalDate {
  const record = recordOf(state);
  return record.situation === 'DECEASED' && record.diedOn === today ? record.registeredOn : today;
}

/** Into whom nobody knows before it is said; what refuses any merger is known. */
function merger(of: Acting<ParticipantState>): Attempt {
  const { otherId } = of.said;
  const into = (survivorId: string) =>
    attempt(MergeParticipants, { ...correcting(of), survivorId }, survivorId);
  return otherId === undefined ? notSaidOf('otherId', into(of.id), 'MERGER_WITH_ITSELF') : into(otherId);
}

/** What can be corrected of a participant; most of it by asking a second person. */
export const correctingActions: readonly Action<ParticipantState>[] = [
  action('correct-participant', CorrectionsController, 'correct', (of) => [
    attempt(CorrectParticipant, { ...correcting(of), person: { name } }),
  ]),
  action('correct-nik', CorrectionsController, 'correctNik', (of) => {
    const nik = nobodysNik(of.id);
    const tried = attempt(CorrectNik, { ...correcting(of), nik, nikId: of.id });
    return [sentAs({ person: { nik }, evidence: ANY_PAPER }, tried)];
  }),
  action('confirm-nik-difference', CorrectionsController, 'confirmNikDifference', (of) => [
    attempt(ConfirmNikDifference, correcting(of)),
  ]),
  action(
    'change-income-band',
    CorrectionsController,
    'changeIncomeBand',
    (of) =>
      monthsOfBands(of.today).map((from) => {
        const declaredIncomeIdr = otherIncome(of.state, from);
        return attempt(ChangeIncomeBand, { ...correcting(of), from, declaredIncomeIdr }, from);
      }),
    'from',
  ),
  action('revoke-death', DeathCorrectionsController, 'revoke', (of) => [
    attempt(RevokeDeath, correcting(of)),
  ]),
  action('correct-death-day', DeathCorrectionsController, 'correctDay', (of) => [
    attempt(CorrectDeathDay, { ...correcting(of), diedOn: otherDayOfDeath(of) }),
  ]),
  action('merge-participant', MergersController, 'merge', (of) => [merger(of)], 'survivorId'),
  action('split-participant', MergersController, 'split', (of) => [
    attempt(SplitParticipant, correcting(of)),
  ]),
];
