import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventStore, OneStream } from '#event-store';
import {
  type CommandContext,
  type LocalDate,
  type Period,
  addDays,
  addPeriods,
  derivedId,
  firstDayOf,
  lastDayOf,
  periodOf,
} from '#kernel';
import { DailyRound, type LastRound, RoundsConfig, bySystem } from '#runtime';
import { DecisionsOfMonth } from '../domain/decisions-of-month.js';
import { drawSample, reviewerOfficeOf, sampleIdOf, subjectOf } from '../domain/draw.js';
import { isTooHigh } from '../domain/error-rate.js';
import {
  ALL,
  type SamplingState,
  drawnFrom,
  endSampling,
  recordDraw,
  recordSeed,
  samplings,
  unfinishedBefore,
} from '../domain/sampling.js';
import type { SamplingEvent } from '../domain/sample.events.js';
import { SampleDecision } from './samples.js';

/** 256 bits. */
const SEED_BYTES = 32;

/**
 * Once a month: records the seed of the month that has begun, before anything is decided in it, and draws the sample of the month that
 * has ended, by the seed that was recorded before it.
 */
@Injectable()
export class MonthlySampling extends DailyRound {
  static readonly handlers = [SampleDecision.handler];

  readonly name = 'sampling';
  readonly hour: number;

  constructor(
    { samplingHour }: RoundsConfig,
    private readonly commands: CommandBus,
    private readonly store: EventStore,
    private readonly decisions: DecisionsOfMonth,
  ) {
    super();
    this.hour = samplingHour;
  }

  /** Whatever a month asks for is done with its first round: until its last day nothing is owed. */
  async last(): Promise<LastRound | undefined> {
    const state = await this.store.state(samplings, ALL);
    const month = newestOf(state);
    if (month === undefined) return undefined;
    const isDone = unfinishedBefore(month, state).length === 0;
    return { day: isDone ? lastDayOf(month) : addDays(firstDayOf(month), -1), isEnded: true };
  }

  /** What was recorded before an interruption stays: the draw follows from what was recorded first. */
  async take(day: LocalDate, listener: AbortSignal): Promise<void> {
    const month = periodOf(day);
    const workId = derivedId('sampling', month);
    const context = bySystem('round:sampling', workId, day);
    const record = await OneStream.read(this.store, samplings, ALL);
    const step = record.stepsOf(workId, context);
    await step('seed', recordSeed, { month, seed: randomBytes(SEED_BYTES).toString('hex') });
    for (const drawn of unfinishedBefore(month, record.state)) {
      const ofMonth = record.stepsOf(derivedId('sampling', month, drawn), context);
      await this.draw(drawn, { record, step: ofMonth, context, listener });
      await ofMonth('end', endSampling, { month: drawn });
    }
  }

  private async draw(month: Period, { record, step, context, listener }: Under): Promise<void> {
    const { seed, drawn: known } = record.state[month] ?? { seed: '' };
    const until = known ? BigInt(known.positionId) : await this.store.lastPosition();
    if (until === null) throw new Error('A log that has a seed has a last position');
    const subjects = drawnFrom(known);
    const found = await this.decisions.of(month, until);
    const decisions = found.filter((one) => subjects.includes(subjectOf(one)));
    const before = await this.decisions.reviewed(addPeriods(month, -1), until);
    const isDoubled = known?.isDoubled ?? isTooHigh(before);
    const sample = drawSample(decisions, { seed, isDoubled });
    const counts = { decisions: decisions.length, drawn: sample.length };
    await step('draw', recordDraw, { month, positionId: String(until), ...counts, before });
    const offices = decisions.map(({ office }) => office);
    for (const { decision, stratum } of sample) {
      listener.throwIfAborted();
      const sampleId = sampleIdOf(month, decision.decisionId);
      const reviewerOffice = reviewerOfficeOf(decision.office, offices);
      const asked = { sampleId, month, decision, stratum, ...(reviewerOffice && { reviewerOffice }) };
      const commandId = derivedId(context.commandId, sampleId);
      await this.commands.execute(new SampleDecision(asked, { context: { ...context, commandId } }));
    }
  }
}

/** What a draw works with. */
interface Under {
  readonly record: { readonly state: SamplingState };
  readonly step: ReturnType<OneStream<SamplingState, SamplingEvent>['stepsOf']>;
  readonly context: CommandContext;
  readonly listener: AbortSignal;
}

const newestOf = (state: SamplingState): Period | undefined => (Object.keys(state) as Period[]).sort().at(-1);
