import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventStore, OneStream } from '#event-store';
import { type LocalDate, addDays, derivedId } from '#kernel';
import { DailyRound, type LastRound, RoundsConfig, bySystem } from '#runtime';
import { ALL, beginLook, detectionLooks, endLook } from '../domain/detection-look.js';
import { ExtendFinding, OpenFinding } from './finding-commands.js';
import { LookForFindings, LookForFindingsHandler } from './look-for-findings.js';

/** Asks once a day every rule of detection: patterns show in what many have recorded, not in what one records. */
@Injectable()
export class DailyDetection extends DailyRound {
  static readonly handlers = [LookForFindingsHandler, OpenFinding.handler, ExtendFinding.handler];

  readonly name = 'detection';
  readonly hour: number;

  constructor(
    { detectionHour }: RoundsConfig,
    private readonly commands: CommandBus,
    private readonly store: EventStore,
  ) {
    super();
    this.hour = detectionHour;
  }

  async last(): Promise<LastRound | undefined> {
    const { day, isEnded } = await this.store.state(detectionLooks, ALL);
    return day && { day, isEnded };
  }

  /** What was opened before an interruption is opened once: the look goes on by itself. */
  async take(day: LocalDate, listener: AbortSignal): Promise<void> {
    const lookId = derivedId('detection-look', day);
    const context = bySystem('round:detection', lookId, day);
    const record = await OneStream.read(this.store, detectionLooks, ALL);
    const step = record.stepsOf(lookId, context);
    await step('begin', beginLook, { day });
    // The day of the round has hardly begun: what it brings is looked at the next night.
    const whole = addDays(day, -1);
    const { opened } = await this.commands.execute(new LookForFindings(whole, context, () => {}, listener));
    await step('end', endLook, { day, opened });
  }
}
