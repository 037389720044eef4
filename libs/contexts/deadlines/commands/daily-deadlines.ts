import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandResult, EventStore, OneStream } from '#event-store';
import { type LocalDate, derivedId } from '#kernel';
import { DailyRound, type LastRound, RoundsConfig, bySystem } from '#runtime';
import { ALL, beginLook, deadlineLooks, endLook } from '../domain/deadline-look.js';
import { DueDeadlines } from '../domain/due-deadlines.js';
import { PassDeadline } from './pass-deadline.js';

/** Looks once a day for steps that were not taken in their time: what nobody does leaves no trace by itself. */
@Injectable()
export class DailyDeadlines extends DailyRound {
  static readonly handlers = [PassDeadline.handler];

  readonly name = 'deadlines';
  readonly hour: number;

  constructor(
    { deadlinesHour }: RoundsConfig,
    private readonly commands: CommandBus,
    private readonly store: EventStore,
    private readonly due: DueDeadlines,
  ) {
    super();
    this.hour = deadlinesHour;
  }

  async last(): Promise<LastRound | undefined> {
    const { day, isEnded } = await this.store.state(deadlineLooks, ALL);
    return day && { day, isEnded };
  }

  /** What was passed before an interruption is not due any more: the look goes on by itself. */
  async take(day: LocalDate, listener: AbortSignal): Promise<void> {
    const lookId = derivedId('deadline-look', day);
    const context = bySystem('round:deadlines', lookId, day);
    const record = await OneStream.read(this.store, deadlineLooks, ALL);
    const step = record.stepsOf(lookId, context);
    await step('begin', beginLook, { day });
    const after = (await this.store.lastPosition()) ?? undefined;
    let passed = 0;
    for await (const one of this.due.before(day, after)) {
      listener.throwIfAborted();
      const commandId = derivedId(lookId, one.deadlineId);
      const result = await this.commands.execute<PassCommand, CommandResult>(
        new PassDeadline(one, { context: { ...context, commandId } }),
      );
      passed += result.events.length;
    }
    await step('end', endLook, { day, passed });
  }
}

type PassCommand = InstanceType<typeof PassDeadline>;
