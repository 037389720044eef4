import { shape, shown } from '#http';
import { DETERMINATION_GROUNDS, WAIT_ENDS, WAIT_REASONS } from '../../domain/left-to-people.events.js';

/** For whom a claim waits. */
export class WaitingItem extends shape({
  reason: shown.code(WAIT_REASONS),
  since: shown.day({ description: 'Since when the service clock stands still' }),
  until: shown.day({ description: 'Until when an answer is awaited' }),
  askerId: shown.text(),
  question: shown.text({ nullable: true, description: 'Null when the person was erased' }),
}) {}

/** What a claim waited for before. */
export class WaitItem extends shape({
  reason: shown.code(WAIT_REASONS),
  how: shown.code(WAIT_ENDS),
  since: shown.day(),
  endedOn: shown.day(),
  enderId: shown.text(),
  question: shown.text({ nullable: true }),
  answer: shown.text({ nullable: true }),
  evidence: shown.text({ nullable: true }),
}) {}

/** What a person said is due, in place of the calculation. */
export class DeterminationItem extends shape({
  ground: shown.code(DETERMINATION_GROUNDS),
  insteadOf: shown.text({ description: 'What the law was found to say' }),
  determinedOn: shown.day(),
  reason: shown.text({ nullable: true, description: 'Null when the person was erased' }),
  evidence: shown.text({ nullable: true, description: 'Null when the person was erased' }),
}) {}

/** What is paid for a time of incapacity before the end of the treatment. */
export class InterimItem extends shape({
  unableFrom: shown.day({
    nullable: true,
    description: 'Null once it was erased, and where health data is not shown',
  }),
  unableUntil: shown.day({ nullable: true }),
  totalIdr: shown.rupiah(),
  assessorId: shown.text(),
  calculatedOn: shown.day(),
  standing: shown.code(['CALCULATED', 'APPROVED', 'NOT_APPROVED']),
  deciderId: shown.text({ nullable: true }),
  decidedOn: shown.day({ nullable: true }),
  paidIdr: shown.rupiah({ description: 'What of it has arrived, less what came back since' }),
}) {}
