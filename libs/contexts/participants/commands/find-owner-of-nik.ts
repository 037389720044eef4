import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore } from '#event-store';
import { ParticipantIds } from '#runtime';
import type { Correctable } from '../domain/correctable.js';
import { memberIdAt } from '../domain/membership-facts.js';
import { NikPassedOver, alongTheChain, holderAt, placeOf } from '../domain/nik-chain.js';

/** Whose a NIK is, or whose it would be. */
export interface OwnerOfNik {
  readonly participantId: string;
  /** Under which id the NIK is looked up, where it is not the participant's own. */
  readonly nikId?: string;
}

/**
 * Asks the log whose a NIK is that may have been corrected, or at which place of its chain somebody would be registered; of somebody
 * with several ids that under which they are a member with the employer, if they are.
 */
export class FindOwnerOfNik extends Command<OwnerOfNik> {
  constructor(
    readonly nik: string,
    readonly employerId?: string,
  ) {
    super();
  }
}

@CommandHandler(FindOwnerOfNik)
export class FindOwnerOfNikHandler implements ICommandHandler<FindOwnerOfNik> {
  constructor(
    private readonly store: EventStore,
    private readonly ids: ParticipantIds,
  ) {}

  execute({ nik, employerId }: FindOwnerOfNik): Promise<OwnerOfNik> {
    return alongTheChain(
      (generation) => this.ids.of(nik, generation),
      async (id, generation) => {
        const place = await placeOf(this.store, id);
        const holder = holderAt(place);
        if (!holder && place.state.situation !== 'UNKNOWN') throw new NikPassedOver();
        const participantId = holder ? await this.idOf(holder, employerId) : id;
        // Said of whoever was registered there as well: a command that is sent again is the same command.
        return { participantId, ...(generation > 0 && participantId === id && { nikId: this.ids.of(nik) }) };
      },
    );
  }

  private idOf(holder: Correctable, employerId: string | undefined): Promise<string> | string {
    return employerId === undefined ? holder.participantId : memberIdAt(this.store, holder, employerId);
  }
}
