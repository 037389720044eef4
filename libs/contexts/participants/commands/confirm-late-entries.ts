import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type LinesProgress,
  LINES_TOGETHER,
  asCsv,
  byLine,
  isLineFault,
  readCsvFile,
  refuseFaultyFile,
  takeLines,
} from '#csv-files';
import { EventStore } from '#event-store';
import { type CommandContext, Rejection, derivedId } from '#kernel';
import type { Issue } from '#runtime';
import { membershipIdOf } from '../domain/membership.js';
import type { LineRemark } from '../domain/payment-list.events.js';
import { finishedList, paymentLists } from '../domain/payment-list.js';
import { ConfirmContributions, ConfirmRegistration } from './confirm-back-dated.js';
import { FindOwnerOfNik } from './find-owner-of-nik.js';
import { ConfirmMembership } from './leave-employer.js';
import { NAMED_PEOPLE } from './naming-layout.js';

/** Whose late entries are confirmed: of everybody in a file that names them, or on a list of payments. */
export type LateEntries =
  | { readonly of: 'REGISTRATIONS'; readonly file: Buffer }
  | { readonly of: 'MEMBERSHIPS'; readonly file: Buffer; readonly employerId: string }
  | { readonly of: 'PAYMENTS'; readonly listId: string };

/** What came of it. */
export interface ConfirmedEntries {
  readonly rows: number;
  /** People of whom something was confirmed. */
  readonly confirmed: number;
  /** Lines that could not be read, or that somebody else has to confirm. */
  readonly rejected: readonly LineRemark[];
  /** Position of the last thing written, for `?after=`. */
  readonly position: string;
}

export class ConfirmLateEntries extends Command<ConfirmedEntries> {
  constructor(
    readonly entries: LateEntries,
    readonly context: CommandContext,
    readonly onProgress: (progress: LinesProgress) => void = () => {},
    /** No further line is begun when it aborts; what was confirmed stays. */
    readonly listener: AbortSignal = new AbortController().signal,
  ) {
    super();
  }
}

/** A line that names somebody. */
interface Named {
  readonly line: number;
  readonly participantId: string;
}

interface People {
  readonly named: readonly Named[];
  readonly unread: readonly LineRemark[];
}

/**
 * Confirms at once what others entered late of many: a second person has looked at the file, and not at each of its rows. Of whom nothing
 * waits nothing is said; sent again it finishes what was interrupted.
 */
@CommandHandler(ConfirmLateEntries)
export class ConfirmLateEntriesHandler implements ICommandHandler<ConfirmLateEntries> {
  constructor(
    private readonly commands: CommandBus,
    private readonly store: EventStore,
  ) {}

  /**
   * @throws Rejection when the file cannot be read at all, `LIST_NOT_FOUND`, `LIST_NOT_FINISHED`
   * @throws the reason of `listener` when it aborts
   */
  async execute({ entries, context, onProgress, listener }: ConfirmLateEntries): Promise<ConfirmedEntries> {
    const { named, unread } = await this.peopleOf(entries, listener);
    const rows = named.length + unread.length;
    let confirmed = 0;
    const refused = await takeLines(
      named,
      async ({ participantId }) => {
        try {
          if (await this.confirm(entries, participantId, context)) confirmed++;
          return undefined;
        } catch (error) {
          if (error instanceof Rejection) return { code: error.code, detail: error.detail, participantId };
          throw error;
        }
      },
      { done: unread.length, of: rows },
      { onProgress, listener, atOnce: LINES_TOGETHER },
    );
    const position = String((await this.store.lastPosition()) ?? 0n);
    return { rows, confirmed, rejected: [...unread, ...refused].sort(byLine), position };
  }

  /** @returns whether something waited */
  private async confirm(
    entries: LateEntries,
    participantId: string,
    context: CommandContext,
  ): Promise<boolean> {
    const issueOf = (step: string): Issue => ({
      context: { ...context, commandId: derivedId(context.commandId, participantId, step) },
    });
    const steps =
      entries.of === 'MEMBERSHIPS'
        ? [
            new ConfirmMembership(
              { membershipId: membershipIdOf(participantId, entries.employerId) },
              issueOf('membership'),
            ),
          ]
        : [
            ...(entries.of === 'REGISTRATIONS'
              ? [new ConfirmRegistration({ participantId }, issueOf('registration'))]
              : []),
            new ConfirmContributions({ participantId }, issueOf('contributions')),
          ];
    let hasConfirmed = false;
    for (const step of steps) {
      try {
        await this.commands.execute(step);
        hasConfirmed = true;
      } catch (error) {
        if (!(error instanceof Rejection) || error.code !== 'NOTHING_BACK_DATED') throw error;
      }
    }
    return hasConfirmed;
  }

  private async peopleOf(entries: LateEntries, listener: AbortSignal): Promise<People> {
    if (entries.of === 'PAYMENTS') {
      const list = finishedList(await this.store.state(paymentLists, entries.listId));
      return { named: list.lines, unread: [] };
    }
    const file = readCsvFile(await asCsv(entries.file), NAMED_PEOPLE);
    await refuseFaultyFile(file);
    const employerId = entries.of === 'MEMBERSHIPS' ? entries.employerId : undefined;
    const named: Named[] = [];
    const unread = await takeLines(
      file.lines(),
      async ({ line, row }) => {
        if (isLineFault(row)) return row;
        const { nik, participantId = '' } = row;
        const owner = nik
          ? await this.commands.execute(new FindOwnerOfNik(nik, employerId))
          : { participantId };
        named.push({ line, participantId: owner.participantId });
        return undefined;
      },
      { done: 0, of: file.rows },
      { listener, atOnce: LINES_TOGETHER },
    );
    return { named, unread };
  }
}
