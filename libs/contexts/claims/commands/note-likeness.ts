import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { deathCertificate, idsOfPerson } from '#contexts/participants/facts';
import { EventStore } from '#event-store';
import { phoneKey } from '#kernel';
import { Decisions, ParticipantIds, StreamCommand } from '#runtime';
import { LEAST_SIGNS, type NoteLikenessInput, likenesses, noteLikeness } from '../domain/likeness.js';

/** Only the process likenesses sends it. */
export class NoteLikeness extends StreamCommand<NoteLikenessInput> {
  readonly commandName = 'NoteLikeness';

  static get handler() {
    return NoteLikenessHandler;
  }
}

/** What is named is left here: what is recorded knows only its id. */
@CommandHandler(NoteLikeness)
export class NoteLikenessHandler implements ICommandHandler<NoteLikeness> {
  constructor(
    private readonly decisions: Decisions,
    private readonly ids: ParticipantIds,
    private readonly store: EventStore,
  ) {}

  async execute(command: NoteLikeness) {
    const { claimId, participantId, of } = command.input;
    const parts = await this.partsOf(command.input);
    const isTold = parts.join('').length >= LEAST_SIGNS;
    // Where nothing is told, or it was erased, there is nothing to compare: of the claim itself nothing is recorded then.
    const likenessId = this.ids.ofLikeness(of, ...(isTold ? parts : [claimId]));
    return this.decisions.make(
      command,
      likenesses,
      likenessId,
      (_input, state, context, personIds: readonly string[]) =>
        isTold ? noteLikeness({ likenessId, of, claimId, participantId }, state, context, personIds) : [],
      (_state, read) => idsOfPerson(read, participantId),
    );
  }

  private async partsOf(input: NoteLikenessInput): Promise<readonly string[]> {
    if (input.of === 'ACCOUNT') return [input.account.bank, input.account.number];
    if (input.of === 'CONTACT')
      return [input.contact.includes('@') ? input.contact : phoneKey(input.contact)];
    return [(await deathCertificate(this.store, input.participantId)) ?? ''];
  }
}
