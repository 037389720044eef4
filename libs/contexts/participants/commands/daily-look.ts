import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventStore, OneStream } from '#event-store';
import { type LocalDate, derivedId } from '#kernel';
import { DailyRound, type LastRound, RoundsConfig, bySystem } from '#runtime';
import { EVERYBODY, beginLook, duplicateLooks, endLook, goOnLooking } from '../domain/duplicate-look.js';
import { PersonsAlike } from '../domain/persons-alike.js';
import { LapseDuplicate, NoteDuplicate, SuspectDuplicate } from './duplicates.js';
import { noteSuspicions, noteWhoIsCompared } from './look-for-duplicates.js';

/** How far it got is recorded for so many years of birth at a time. */
const YEARS = 10;

/** Looks once a day at everybody for names that resemble each other: what nobody sees from one registration alone. */
@Injectable()
export class DailyLook extends DailyRound {
  static readonly handlers = [LapseDuplicate.handler, NoteDuplicate.handler, SuspectDuplicate.handler];

  readonly name = 'duplicates';
  readonly hour: number;

  constructor(
    { duplicatesHour }: RoundsConfig,
    private readonly commands: CommandBus,
    private readonly store: EventStore,
    private readonly alike: PersonsAlike,
  ) {
    super();
    this.hour = duplicatesHour;
  }

  async last(): Promise<LastRound | undefined> {
    const { day, isEnded } = await this.store.state(duplicateLooks, EVERYBODY);
    return day && { day, isEnded };
  }

  async take(day: LocalDate, listener: AbortSignal): Promise<void> {
    const lookId = derivedId('duplicate-look', day);
    const context = bySystem('round:duplicates', lookId);
    const record = await OneStream.read(this.store, duplicateLooks, EVERYBODY);
    const step = record.stepsOf(lookId, context);
    await step('begin', beginLook, { day });
    const { bornBefore: bornFrom } = record.state;
    let { suspected } = record.state;
    let decade = bornFrom;
    const after = (await this.store.lastPosition()) ?? undefined;
    for await (const { pairs, born } of this.alike.nearOnes({ bornFrom, after })) {
      listener.throwIfAborted();
      const next = born === undefined ? decade : born - (born % YEARS);
      if (next !== undefined && next > (decade ?? next)) {
        await step(`born-before-${next}`, goOnLooking, { day, bornBefore: next, suspected });
      }
      decade = next;
      suspected += (await noteSuspicions(this.commands, pairs, context)).length;
    }
    const known = (await this.store.lastPosition()) ?? undefined;
    await noteWhoIsCompared(this.commands, this.alike, { context, listener, after: known });
    await step('end', endLook, { day, suspected });
  }
}
