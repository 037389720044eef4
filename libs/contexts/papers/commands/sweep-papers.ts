import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventStore, OneStream, readingOf } from '#event-store';
import { type CommandContext, type LocalDate, addDays, derivedId } from '#kernel';
import { PaperStore } from '#paper-store';
import { DailyRound, type LastRound, RoundsConfig, bySystem } from '#runtime';
import { DAYS_OF_GRACE } from '../domain/drop-paper.js';
import { ALL, beginSweep, endSweep, paperSweeps } from '../domain/paper-sweep.js';
import { handedIn, papers } from '../domain/paper.js';
import { UnnamedPapers } from '../domain/unnamed-papers.js';
import { DropPaper } from './drop-paper.js';

/** No upload takes so long, and nothing is left undecided for so long. */
const BROKEN_OFF_AFTER_MS = 24 * 3_600_000;

/** Deletes once a day the files that belong to nothing: of uploads that broke off, and of papers that nothing named in time. */
@Injectable()
export class SweepPapers extends DailyRound {
  static readonly handlers = [DropPaper.handler];

  readonly name = 'papers';
  readonly hour: number;

  constructor(
    { papersSweepHour }: RoundsConfig,
    private readonly commands: CommandBus,
    private readonly store: EventStore,
    private readonly files: PaperStore,
    private readonly unnamed: UnnamedPapers,
  ) {
    super();
    this.hour = papersSweepHour;
  }

  async last(): Promise<LastRound | undefined> {
    const { day, isEnded } = await this.store.state(paperSweeps, ALL);
    return day && { day, isEnded };
  }

  async take(day: LocalDate, listener: AbortSignal): Promise<void> {
    const sweepId = derivedId('paper-sweep', day);
    const context = bySystem('round:papers', sweepId);
    const record = await OneStream.read(this.store, paperSweeps, ALL);
    const step = record.stepsOf(sweepId, context);
    await step('begin', beginSweep, { day });
    const brokenOff = await this.sweepBrokenOff(listener);
    const unnamed = await this.sweepUnnamed(context, listener);
    await step('end', endSweep, { day, brokenOff, unnamed });
  }

  private async sweepBrokenOff(listener: AbortSignal): Promise<number> {
    let deleted = 0;
    for (let some = await this.leftOver(); some.length > 0; some = await this.leftOver()) {
      for (const { fileId, paperId } of some) {
        listener.throwIfAborted();
        const state = await readingOf(this.store).state(papers, paperId);
        // The log has it: only that it does was never noted.
        const isRecorded = state.situation === 'KEPT' && state.fileId === fileId;
        await (isRecorded ? this.files.recorded(fileId) : this.files.drop(fileId));
        if (!isRecorded) deleted += 1;
      }
    }
    return deleted;
  }

  private leftOver() {
    return this.files.leftOver(BROKEN_OFF_AFTER_MS);
  }

  private async sweepUnnamed(context: CommandContext, listener: AbortSignal): Promise<number> {
    const before = addDays(context.today, -DAYS_OF_GRACE);
    const after = (await this.store.lastPosition()) ?? undefined;
    let dropped = 0;
    for (const paperId of await this.unnamed.before(before, after)) {
      listener.throwIfAborted();
      if (await this.dropUnnamed(paperId, context)) dropped += 1;
    }
    return dropped;
  }

  /** Whether a paper is given up, and its file gone. */
  private async dropUnnamed(paperId: string, context: CommandContext): Promise<boolean> {
    const { fileId } = handedIn(await readingOf(this.store).state(papers, paperId));
    // Stopped from here on, the next sweep finds the file among those that broke off, and asks the log about it.
    await this.files.released(fileId);
    const commandId = derivedId('drop-paper', paperId);
    await this.commands.execute(new DropPaper({ paperId }, { context: { ...context, commandId } }));
    const { situation } = await readingOf(this.store).state(papers, paperId);
    const isDropped = situation === 'DROPPED';
    await (isDropped ? this.files.drop(fileId) : this.files.recorded(fileId));
    return isDropped;
  }
}
