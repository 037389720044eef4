import { PageOf, actionsAt, whatCanBeDone, shape, shown } from '#http';
import {
  CONSEQUENCES,
  DETECTION_RULES,
  EXPLANATIONS,
  FINDING_SUBJECTS,
  INQUIRIES,
  MEASURES,
} from '../../domain/finding.events.js';
import { FINDING_SITUATIONS } from '../../domain/finding.js';
import { RULE_STANDINGS } from '../../domain/rules/index.js';

const NULL = { nullable: true } as const;

/** The same in both languages. */
export class FindingWords extends shape({
  en: shown.text(),
  id: shown.text(),
}) {}

export class FindingSubjectItem extends shape({
  kind: shown.code(FINDING_SUBJECTS, { description: 'OFFICER: somebody of the office' }),
  id: shown.text({ description: 'Of an officer the subject of the token' }),
}) {}

export class FindingMeasure extends shape({
  of: shown.code(MEASURES),
  value: shown.json({ description: 'A number, or a day' }),
}) {}

/** An event that proves a finding. */
export class FindingProof extends shape({
  position: shown.position({ description: 'Its place in the log' }),
  eventId: shown.uuid({ description: 'Asked of by GET /history/events' }),
  stream: shown.text({ example: 'claim-6d1b6d0e-0c4b-4f0e-9a53-3f1f5d0a9b11' }),
  type: shown.text({ example: 'ClaimSubmitted' }),
  recordedAt: shown.instant(),
}) {}

/** What was done to find out. */
export class FindingNote extends shape({
  inquiry: shown.code(INQUIRIES),
  reference: shown.text(),
  on: shown.text(),
  by: shown.text(),
}) {}

/** One finding in a list. */
export class FindingSummary extends shape({
  findingId: shown.uuid(),
  rule: shown.code(DETECTION_RULES),
  title: shown.nested(() => FindingWords),
  reason: shown.nested(() => FindingWords, { description: 'Why it is one, in the numbers that were found' }),
  state: shown.code(FINDING_SITUATIONS),
  openedOn: shown.day(),
  lookBy: shown.day({ description: 'The last day on which somebody should have looked' }),
  closedOn: shown.day(NULL),
}) {}

export class FindingPage extends PageOf(FindingSummary) {}

/** One finding, with what proves it and what was done. */
export class FindingDetail extends shape(
  {
    revision: shown.revision(),
    actions: actionsAt('/findings/0b4f…'),
    whatCanBeDone,
    termsOf: shown.day({ description: 'Since when the thresholds hold by which it was found' }),
    subjects: shown.nested(() => FindingSubjectItem, { each: true }),
    measures: shown.nested(() => FindingMeasure, { each: true }),
    proof: shown.position({ each: true, description: 'Places in the log of the events that prove it' }),
    events: shown.nested(() => FindingProof, { each: true, description: 'These events, the oldest first' }),
    takerId: shown.text(NULL),
    claimIds: shown.uuid({
      each: true,
      description:
        'Claims that are not approved before it is explained, or somebody says of them why they go on',
    }),
    notes: shown.nested(() => FindingNote, { each: true }),
    closerId: shown.text(NULL),
    because: shown.code(EXPLANATIONS, { ...NULL, description: 'Why there is nothing to it' }),
    consequence: shown.code(CONSEQUENCES, { ...NULL, description: 'What follows of it' }),
    reference: shown.text({ ...NULL, description: 'The paper that shows it' }),
  },
  FindingSummary,
) {}

/** How often a finding was explained by one reason. */
export class ExplanationCount extends shape({
  because: shown.code(EXPLANATIONS),
  count: shown.number(),
}) {}

/** A rule, and what came of it. */
export class RuleItem extends shape({
  rule: shown.code(DETECTION_RULES),
  title: shown.nested(() => FindingWords),
  standing: shown.code(RULE_STANDINGS, {
    description: 'PARTLY: a part of it waits; WAITING: what it asks for is not recorded yet',
  }),
  waitsFor: shown.nested(() => FindingWords, { nullable: true, description: 'What is missing' }),
  hits: shown.number(),
  open: shown.number({ description: 'Nobody has closed them' }),
  confirmed: shown.number(),
  explained: shown.number(),
  explanations: shown.nested(() => ExplanationCount, { each: true }),
  medianDaysToClose: shown.number({ nullable: true }),
  toBeReviewed: shown.yesNo({ description: 'Of more than 50 hits fewer than a tenth were confirmed' }),
}) {}
