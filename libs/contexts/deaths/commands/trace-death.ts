import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { accidentFacts } from '#contexts/accidents/facts';
import { participantStream, reportedDeath } from '#contexts/participants/facts';
import type { Reading } from '#kernel';
import { Decisions, StreamCommand } from '#runtime';
import { deaths } from '../domain/death.js';
import { type TraceDeathInput, type TraceFacts, traceDeath } from '../domain/trace-death.js';

export class TraceDeath extends StreamCommand<TraceDeathInput> {
  readonly commandName = 'TraceDeath';
}

@CommandHandler(TraceDeath)
export class TraceDeathHandler implements ICommandHandler<TraceDeath> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: TraceDeath) {
    const { participantId } = command.input;
    return this.decisions.make(command, deaths, participantId, traceDeath, traceFacts, {
      formerStream: { stream: participantStream, id: participantId },
    });
  }
}

/** @throws Rejection `ACCIDENT_NOT_FOUND`, `PARTICIPANT_NOT_FOUND` */
async function traceFacts(_state: unknown, read: Reading, input: TraceDeathInput): Promise<TraceFacts> {
  const { participantId, occurredOn, outcome, conclusion } = await accidentFacts(read, input.accidentId);
  const accident = {
    participantId,
    occurredOn,
    fatal: outcome === 'DEATH',
    notWorkAccident: conclusion === 'NOT_WORK_ACCIDENT',
  };
  return { ...(await reportedDeath(read, input.participantId)), accident };
}
