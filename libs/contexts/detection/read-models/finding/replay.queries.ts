import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { ProblemError, asked, problems, shape, shown } from '#http';
import type { LocalDate } from '#kernel';
import { ReadModels, ReadQuery } from '#runtime';
import { DETECTION_RULES, type RuleId } from '../../domain/finding.events.js';
import type { FactsOfLog } from '../../domain/facts-of-log.js';
import { FINDING_SITUATIONS } from '../../domain/finding.js';
import { type ReplayedCase, replay } from '../../domain/replay.js';
import { reasonOf } from '../../domain/rules/words.js';
import { THRESHOLDS } from '../../domain/thresholds.js';
import { StoredFacts } from '../evidence/stored-facts.js';
import { FindingMeasure, FindingSubjectItem, FindingWords } from './finding.answers.js';

export class ThresholdBody extends shape({
  name: asked.code(THRESHOLDS, { description: 'Of a table in terms.ts' }),
  value: asked.integer({ min: 1, max: 100_000 }),
}) {}

/** Other thresholds, and the rule that is to be tried with them. */
export class ReplayRuleBody extends shape({
  rule: asked.code(DETECTION_RULES),
  thresholds: asked.nested(() => ThresholdBody, { each: true, minItems: 1, maxItems: 60 }),
}) {}

export class ReplayedCaseItem extends shape({
  findingId: shown.uuid({ description: 'As it is known once it is found' }),
  foundOn: shown.day({ description: 'The first day on which a look would have found it' }),
  reason: shown.nested(() => FindingWords),
  subjects: shown.nested(() => FindingSubjectItem, { each: true }),
  measures: shown.nested(() => FindingMeasure, { each: true }),
  state: shown.code(FINDING_SITUATIONS, {
    nullable: true,
    description: 'What has become of it; null where no look has found it',
  }),
}) {}

/** What other thresholds would find. */
export class ReplayAnswer extends shape({
  rule: shown.code(DETECTION_RULES),
  now: shown.number({ description: 'Cases by the thresholds that hold' }),
  tried: shown.number({ description: 'Cases by the others' }),
  opened: shown.number({ description: 'Cases that only the others find' }),
  gone: shown.number({ description: 'Cases that the others do not find' }),
  goneConfirmed: shown.number({ description: 'Of these so many were confirmed' }),
  opens: shown.nested(() => ReplayedCaseItem, { each: true, description: 'The first thousand' }),
  goes: shown.nested(() => ReplayedCaseItem, { each: true, description: 'The first thousand' }),
}) {}

interface Replaying extends ReplayRuleBody {
  readonly today: LocalDate;
  /** Aborted once whoever asked has gone. */
  readonly listener: AbortSignal;
}

export class ReplayRule extends ReadQuery<Replaying, ReplayAnswer> {}

/** So many are told of; all are counted. */
const TOLD = 1000;

/**
 * Asks the evidence what a rule would find by other thresholds. It records nothing. It asks for hundreds of nights, so it ends when nobody
 * waits for it any more, and a process does one at a time.
 */
@QueryHandler(ReplayRule)
export class ReplayRuleHandler implements IQueryHandler<ReplayRule> {
  private readonly facts: FactsOfLog;
  private isBusy = false;

  constructor(readModels: ReadModels) {
    this.facts = new StoredFacts(readModels);
  }

  /** @throws ProblemError ANOTHER_IS_TRIED */
  async execute({ asked: question }: ReplayRule): Promise<ReplayAnswer> {
    if (this.isBusy) throw new ProblemError(problems.ANOTHER_IS_TRIED());
    this.isBusy = true;
    try {
      return await this.replayed(question);
    } finally {
      this.isBusy = false;
    }
  }

  private async replayed({ today, ...question }: ReplayRule['asked']): Promise<ReplayAnswer> {
    const { rule } = question;
    const { now, tried, opens, goes } = await replay(this.facts, { ...question, day: today });
    const item = itemOf(rule);
    return {
      rule,
      now,
      tried,
      opened: opens.length,
      gone: goes.length,
      goneConfirmed: goes.filter(({ situation }) => situation === 'CONFIRMED').length,
      opens: opens.slice(0, TOLD).map(item),
      goes: goes.slice(0, TOLD).map(item),
    };
  }
}

const itemOf =
  (rule: RuleId) =>
  ({ situation, ...one }: ReplayedCase): ReplayedCaseItem => ({
    ...one,
    reason: reasonOf({ rule, measures: one.measures }),
    state: situation ?? null,
  });
