import { shape, shown } from '../fields/shape.js';
import { PageOf } from '../paging/page.js';

const LINK = {
  eventId: shown.uuid(),
  stream: shown.text({ example: 'payout-6d1b6d0e-0c4b-4f0e-9a53-3f1f5d0a9b11' }),
  revision: shown.number({ description: 'Number in its stream, from 0' }),
  position: shown.position({ description: 'Place in the log' }),
  type: shown.text({ example: 'PayoutOrdered' }),
  recordedAt: shown.instant({ description: 'When the log recorded it' }),
};

/** An event that caused another, or followed from it. */
export class LinkedEventAnswer extends shape(LINK) {}

/** One place of a state that an event made otherwise. */
export class DifferenceAnswer extends shape({
  path: shown.text({ example: 'components.0.amountIdr' }),
  before: shown.json({ optional: true, nullable: true, description: 'Left out where nothing stood there' }),
  after: shown.json({
    optional: true,
    nullable: true,
    description: 'Left out where nothing stands there now',
  }),
}) {}

/** One event with everything that stands beside it. */
export class HistoryItem extends shape({
  ...LINK,
  actorId: shown.text({ description: 'Who did it: subject of the token' }),
  roles: shown.text({ each: true, example: 'supervisor' }),
  office: shown.text(),
  reason: shown.text({ nullable: true, description: 'Why, where whoever did it said so by a code' }),
  issuedAt: shown.instant({ description: 'When the command was accepted' }),
  effectiveOn: shown.day({ nullable: true, description: 'From which day on it counts' }),
  commandId: shown.uuid(),
  correlationId: shown.text({ description: 'Of the request that all of this followed from' }),
  cause: shown.nested(() => LinkedEventAnswer, {
    nullable: true,
    description: 'The event that it followed from; null where a person gave the command',
  }),
  consequences: shown.nested(() => LinkedEventAnswer, {
    each: true,
    description: 'What followed from it, in whichever stream',
  }),
  moreConsequences: shown.yesNo({ description: 'There are more than are listed' }),
  data: shown.json({ description: 'What it says; `SEALED` where that is personal' }),
  difference: shown.nested(() => DifferenceAnswer, {
    each: true,
    description: 'What it made otherwise in the state of its stream',
  }),
}) {}

export class HistoryPage extends PageOf(HistoryItem) {}

/** A copy of a read model as it was, for lists of the past. */
export class CopyItem extends shape({
  readModel: shown.text({ example: 'claim_v7' }),
  position: shown.position({ description: 'Up to which place in the log it knows' }),
  effectiveOn: shown.day({ nullable: true, description: 'On which day what it holds counts' }),
  percent: shown.number({ description: 'How much of it is there' }),
  usedAt: shown.instant({ description: 'When it was last asked, or last grew' }),
}) {}
