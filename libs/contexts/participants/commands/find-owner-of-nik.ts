import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore } from '#event-store';
import { ParticipantIds } from '#runtime';
import { NikPassedOver, alongTheChain, holderAt, placeOf } from '../domain/nik-chain.js';

/** Whose a NIK is, or whose it would be. */
export interface OwnerOfNik {
  readonly participantId: string;
  /** Under which id the NIK is looked up, where it is not the participant's own. */
  readonly nikId?: string;
}

/** Asks the log whose a NIK is that may have been corrected, or at which place of its chain somebody would be registered. */
export class FindOwnerOfNik extends Command<OwnerOfNik> {
  constructor(readonly nik: string) {
    super();
  }
}

@CommandHandler(FindOwnerOfNik)
export class FindOwnerOfNikHandler implements ICommandHandler<FindOwnerOfNik> {
  constructor(
    private readonly store: EventStore,
    private readonly ids: ParticipantIds,
  ) {}

  execute({ nik }: FindOwnerOfNik): Promise<OwnerOfNik> {
    return alongTheChain(
      (generation) => this.ids.of(nik, generation),
      async (id, generation) => {
        const place = await placeOf(this.store, id);
        const holder = holderAt(place);
        if (holder) return { participantId: holder.participantId };
        if (place.state.situation !== 'UNKNOWN') throw new NikPassedOver();
        return { participantId: id, ...(generation > 0 && { nikId: this.ids.of(nik) }) };
      },
    );
  }
}
