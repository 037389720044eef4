import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { participantFacts } from '#contexts/participants/facts';
import { Decisions, StreamCommand } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type NotifyAccidentInput, notifyAccident } from '../domain/notify-accident.js';

export class NotifyAccident extends StreamCommand<NotifyAccidentInput> {
  readonly commandName = 'NotifyAccident';
}

@CommandHandler(NotifyAccident)
export class NotifyAccidentHandler implements ICommandHandler<NotifyAccident> {
  constructor(private readonly decisions: Decisions) {}

  /** @throws Rejection `PARTICIPANT_NOT_FOUND` beside those of the decision */
  execute(command: NotifyAccident) {
    return this.decisions.make(
      command,
      accidents,
      command.input.accidentId,
      notifyAccident,
      (_state, read, { participantId }) => participantFacts(read, participantId),
    );
  }
}
