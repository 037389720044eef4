import { PageOf, actionsAt, shape, shown } from '#http';
import { ROLES, TURNS } from '#kernel';
import { CALENDAR_MISSING } from '#law';
import { DEADLINE_SUBJECTS } from '../../domain/deadline.events.js';

/** Which office has delegated its authority, and by what. */
export class StepDelegation extends shape({
  delegationId: shown.uuid(),
  office: shown.text(),
}) {}

/** A step that waits for somebody. */
export class WaitingStep extends shape({
  deadlineId: shown.uuid(),
  kind: shown.code(DEADLINE_SUBJECTS),
  subjectId: shown.uuid({ description: 'The claim, accident, payment …' }),
  actions: actionsAt('/claims/0b4f…'),
  takenBy: shown.text({
    each: true,
    example: 'end-wait',
    description:
      'Which of its actions do it; where somebody outside is waited for, which take what they bring, ask again, or end the wait',
  }),
  slot: shown.text({
    example: 'claim',
    description: 'Which of its steps, where several may wait at the same time',
  }),
  within: shown.uuid({
    nullable: true,
    description:
      'Whose part it is, where it is one of several: the accident of an invoice, the participant of a review',
  }),
  step: shown.text({ example: 'CALCULATE_BENEFIT' }),
  ownerId: shown.text({ nullable: true, description: 'Who has taken it, or was given it; null: nobody' }),
  ownerAway: shown.yesNo({ description: 'They are away today, or have left' }),
  standInId: shown.text({ nullable: true, description: 'Who stands in for them today' }),
  delegation: shown.nested(() => StepDelegation, {
    nullable: true,
    description: 'By which delegation of its office you may decide it; null where you are of that office',
  }),
  turn: shown.code(TURNS, { description: 'Whose turn it is; from CLAIMANT on, those outside the office' }),
  roles: shown.code(ROLES, {
    each: true,
    description: 'Who of the office takes it; none where it waits for others',
  }),
  office: shown.text({ nullable: true, description: 'Where it was taken in; null where no office is known' }),
  participantId: shown.uuid({ nullable: true }),
  otherId: shown.uuid({ nullable: true, description: 'Who may be the same person, of two participants' }),
  since: shown.day(),
  waitingDays: shown.number({ description: 'Days since then' }),
  dueOn: shown.day({ nullable: true, description: 'The last day; null where nothing says until when' }),
  dueAt: shown.instant({
    nullable: true,
    description: 'Where the limit is in hours: until when on that day',
  }),
  calendar: shown.code([CALENDAR_MISSING], {
    nullable: true,
    description: 'Where days off of the year of `dueOn` are not decreed yet: it may turn out later',
  }),
  workingDaysLeft: shown.number({
    nullable: true,
    description: 'Until `dueOn`, that day too; null without one, 0 once it is late',
  }),
  late: shown.yesNo(),
  daysLate: shown.number(),
  amountIdr: shown.rupiah({ nullable: true, description: 'What it comes to, as far as it was calculated' }),
  costPerDayIdr: shown.rupiah({
    description:
      'What each further day costs once it is late: 1 % of what persons are to be paid in cash (PP 44/2015 Art. 37, 40); 0 while the payment stands still',
  }),
  costIdr: shown.rupiah({
    description: 'What the delay has cost until today, without days on which the payment stood still',
  }),
}) {}

export class WaitingStepPage extends PageOf(WaitingStep) {}

/** A step that you have brought to its end. */
export class DoneStep extends shape({
  deadlineId: shown.uuid(),
  kind: shown.code(DEADLINE_SUBJECTS),
  subjectId: shown.uuid({ description: 'The claim, accident, payment …' }),
  actions: actionsAt('/claims/0b4f…'),
  slot: shown.text({ example: 'claim' }),
  within: shown.uuid({ nullable: true, description: 'Whose part it is, where it is one of several' }),
  step: shown.text({ example: 'CALCULATE_BENEFIT' }),
  turn: shown.code(TURNS, { description: 'Whose turn it was' }),
  office: shown.text({ nullable: true, description: 'Where it was taken in; null where no office is known' }),
  inPlaceOf: shown.text({
    nullable: true,
    description: 'Whose it was, where a colleague had it: you have done it in their place',
  }),
  since: shown.day({ description: 'Since when it had waited' }),
  doneOn: shown.day(),
  doneAt: shown.instant(),
}) {}

export class DoneStepPage extends PageOf(DoneStep) {}

/** How much of a kind of step waits. */
export class WorkCount extends shape({
  turn: shown.code(TURNS),
  step: shown.text(),
  count: shown.number(),
  late: shown.number({ description: 'Of these, those whose last day has passed' }),
  doneToday: shown.number({ description: 'How many of the kind you have done today' }),
}) {}

/** What is late by whose turn it is. */
export class OverdueTotal extends shape({
  turn: shown.code(TURNS),
  ours: shown.yesNo({ description: 'Whether somebody of the office takes it' }),
  count: shown.number(),
  oldestDueOn: shown.day(),
  amountIdr: shown.rupiah(),
  costPerDayIdr: shown.rupiah(),
  costIdr: shown.rupiah(),
}) {}

/** The queue of one person in four numbers. */
export class WorkTotals extends shape({
  mine: shown.number({ description: 'Yours, and of those for whom you stand in' }),
  unowned: shown.number({ description: 'Nobody’s who is there and may do it' }),
  ofColleagues: shown.number({ description: 'What colleagues have taken; you may do it all the same' }),
  waitsForOthers: shown.number({ description: 'What waits for those outside the office' }),
  doneToday: shown.number({ description: 'What you have done today' }),
}) {}

/** Somebody of the office, and what they have to do. */
export class WorkerLoad extends shape({
  workerId: shown.text({ description: 'Subject of their token' }),
  office: shown.text(),
  roles: shown.code(ROLES, { each: true }),
  away: shown.yesNo({ description: 'Today' }),
  standInId: shown.text({ nullable: true, description: 'Who stands in today' }),
  open: shown.number({ description: 'Steps that they have taken or were given' }),
  dueSoon: shown.number({ description: 'Of these, those whose last day is within two days' }),
  late: shown.number({ description: 'Of these, those whose last day has passed' }),
}) {}
