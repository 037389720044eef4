import { asked, shape } from '#http';
import { ACCIDENT_KINDS, NOTIFIERS, PLACE_KINDS } from '../domain/accident.events.js';
import { NOTICE_FAULTS, RELAPSE_GROUNDS } from '../domain/corrections.events.js';

export class CorrectNoticeBody extends shape({
  kind: asked.code(ACCIDENT_KINDS, { optional: true }),
  placeKind: asked.code(PLACE_KINDS, { optional: true }),
  occurredAt: asked.clockTime({ optional: true, description: 'Local time in Jakarta' }),
}) {}

export class WithdrawNoticeBody extends shape({
  fault: asked.code(NOTICE_FAULTS, { description: 'What was wrong with it' }),
}) {}

export class CorrectCareBody extends shape({
  facilityId: asked.uuid(),
  invoiceNumber: asked.paperNumber({ max: 60, description: 'Of the invoice that is recorded' }),
  invoiceIdr: asked.rupiah({ min: 1, description: 'What it says', example: 7_500_000 }),
}) {}

export class ReportRelapseBody extends shape({
  ground: asked.code(RELAPSE_GROUNDS),
  reportedBy: asked.code(NOTIFIERS),
  causeStatedOn: asked.day({ description: 'Day on which a doctor stated that it comes from the accident' }),
}) {}
