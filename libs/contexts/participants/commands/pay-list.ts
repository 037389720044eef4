import { createHash } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  LINES_TOGETHER,
  type LinesProgress,
  asCsv,
  byLine,
  isLineFault,
  readCsvFile,
  refuseFaultyFile,
  takeLines,
} from '#csv-files';
import { type CommandResult, EventStore, OneStream } from '#event-store';
import {
  type CommandContext,
  type Period,
  Rejection,
  type Rupiah,
  ZERO_RUPIAH,
  derivedId,
  pagesOf,
} from '#kernel';
import { Decisions, type Issue, ParticipantIds, StreamCommand } from '#runtime';
import { holderOfNik } from '../domain/nik-chain.js';
import type { LineRemark, PaymentLine } from '../domain/payment-list.events.js';
import {
  type CompleteListInput,
  LINES_A_PAGE,
  type PaymentReport,
  type PaymentTerms,
  completeList,
  handInLines,
  linesAgain,
  paymentListIdOf,
  paymentLists,
  remarkLines,
  remarkPagesOf,
  reportAgain,
  startList,
} from '../domain/payment-list.js';
import { paymentListRefusals } from '../domain/payment-list-refusals.js';
import { lastMonthBefore, removeMembers, rosters } from '../domain/roster.js';
import type { RemovalReason } from '../domain/roster.events.js';
import {
  type SponsorAgreement,
  type SponsorState,
  agreementInForce,
  countsMembers,
  knownAgreement,
  sponsors,
} from '../domain/sponsor.js';
import { goesOnAs } from '../domain/one-person.js';
import { RemoveMembers, removalFacts } from './carry-members.js';
import { ListPayer } from './list-payer.js';
import { NAMED_PEOPLE } from './naming-layout.js';
import { RosterPlaces } from './roster-places.js';

/** Whom a list names: a file of a sponsor, or an earlier list again, under the same agreement unless another is named. */
export type SentList =
  | { readonly file: Buffer; readonly sponsorId: string; readonly agreementId: string }
  | {
      readonly againOf: string;
      readonly agreementId?: string;
      readonly joiners: readonly string[];
      readonly leavers: readonly string[];
      /** Why who leaves is carried no more; left out where they are only not paid for this time. */
      readonly leavingReason?: RemovalReason;
    };

/** What a list is paid on; a dry run may leave out how much came in. */
export type AskedTerms = Omit<PaymentTerms, 'amountIdr' | 'sponsorId' | 'agreementId'> & {
  readonly amountIdr?: Rupiah;
};

/** What came of a list; of a dry run, what would: nothing of it is recorded. */
export interface ListOutcome extends PaymentReport, CommandResult {
  readonly listId: string;
  readonly dryRun: boolean;
}

export class PayList extends Command<ListOutcome> {
  constructor(
    readonly sent: SentList,
    readonly terms: AskedTerms,
    readonly isDryRun: boolean,
    readonly context: CommandContext,
    readonly onProgress: (progress: LinesProgress) => void = () => {},
    /** The list is left when it aborts; what was recorded stays, and is gone on with. */
    readonly listener: AbortSignal = new AbortController().signal,
  ) {
    super();
  }
}

interface ReadLines {
  readonly lines: readonly PaymentLine[];
  /** Those that cannot be read. */
  readonly rejected: readonly LineRemark[];
}

/** What was sent, read. */
interface ReadList extends ReadLines {
  readonly sponsorId: string;
  readonly agreementId: string;
  readonly againOfListId?: string;
  readonly digest: string;
}

/** Which list is paid, on which terms, and under which agreement. */
interface PaidUnder {
  readonly listId: string;
  readonly terms: AskedTerms & Pick<ReadList, 'sponsorId' | 'agreementId' | 'againOfListId'>;
  readonly sponsor: SponsorState;
  readonly agreement: SponsorAgreement;
}

/**
 * Pays the contributions of many with one sum of their sponsor. First the lines are handed in as a whole, then the sum is given out.
 * Whatever interrupts it, sending it again finishes it; once it is finished it answers with its first report.
 */
@CommandHandler(PayList)
export class PayListHandler implements ICommandHandler<PayList> {
  constructor(
    private readonly store: EventStore,
    private readonly ids: ParticipantIds,
    private readonly decisions: Decisions,
  ) {}

  /**
   * @throws Rejection when the list cannot be read at all, its terms are impossible, no agreement is in force, or its sum was taken back
   * @throws the reason of `listener` when it aborts
   */
  async execute(command: PayList): Promise<ListOutcome> {
    const { sent, terms: asked, isDryRun, context, listener } = command;
    const asRead = await this.read(sent, listener);
    const { digest: fileDigest, lines, rejected, ...whose } = asRead;
    const sponsor = await this.store.state(sponsors, whose.sponsorId);
    const agreement = agreementInForce(sponsor, whose.agreementId, asked.paidOn);
    const terms = { ...whose, ...asked };
    const amountIdr = isDryRun ? (asked.amountIdr ?? ZERO_RUPIAH) : received(asked);
    const listId = paymentListIdOf(fileDigest, { ...terms, amountIdr });
    const begin = { listId, fileDigest, ...terms, amountIdr, rows: lines.length + rejected.length };
    startList(begin, paymentLists.initial, context);
    const under = { listId, terms, sponsor, agreement };
    if (isDryRun) return this.dryRun(listId, await this.payAll({ lines, rejected }, under, command));
    const leaving = { context: { ...context, commandId: derivedId(listId, 'leavers') } };
    await this.removeLeavers(sent, asRead, asked.period, leaving);
    const record = await OneStream.read(this.store, paymentLists, listId);
    const step = record.stepsOf(listId, context);
    await step('start', startList, begin);
    for (const [page, part] of pagesOf({ lines, rejected }, LINES_A_PAGE).entries()) {
      listener.throwIfAborted();
      await step(`lines-${page}`, handInLines, { listId, page, ...part });
    }
    const list = record.state;
    if (list.situation === 'UNKNOWN') throw new Error('A list that was not started');
    if (list.situation === 'COMPLETED') return this.complete(listId, reportAgain(list), context);
    const report = await this.payAll({ lines: list.lines, rejected: list.unread }, under, command);
    for (const [page, remarks] of remarkPagesOf(report).entries()) {
      await step(`remarks-${page}`, remarkLines, { listId, page, ...remarks });
    }
    return this.complete(listId, report, context);
  }

  /** Gives the sum of a list out among its lines; of a dry run, what that would come to. */
  private async payAll(
    { lines, rejected }: ReadLines,
    { listId, terms, sponsor, agreement }: PaidUnder,
    { isDryRun, context, onProgress, listener }: PayList,
  ): Promise<PaymentReport> {
    const { againOfListId: _again, ...paidOn } = terms;
    const { sponsorId, agreementId, period: from } = terms;
    const ofThisList = { ...context, commandId: listId };
    const roster = await this.store.state(rosters, agreementId);
    const placeTerms = { sponsorId, way: 'PAYMENT', from, agreement } as const;
    const places = countsMembers(agreement)
      ? await RosterPlaces.of(this.store, placeTerms, ofThisList, isDryRun)
      : undefined;
    const { sponsorKind: payer } = agreement;
    const under = { sponsor, agreement, roster, ...(places && { places }) };
    const payerOf = new ListPayer(this.store, { ...paidOn, payer }, under, ofThisList, rejected);
    return payerOf.payAll(lines, { onProgress, listener, isDryRun });
  }

  private async read(sent: SentList, listener: AbortSignal): Promise<ReadList> {
    if ('againOf' in sent) {
      const { againOf, joiners, leavers } = sent;
      const state = await this.store.state(paymentLists, againOf);
      const again = linesAgain({ state, joiners, leavers });
      const { sponsorId, ...before } = again;
      const lines = await this.asTheyGoOn(again.lines);
      const { agreementId = before.agreementId } = sent;
      const said = [againOf, ...joiners.toSorted(), 'without', ...leavers.toSorted()].join('/');
      return { digest: digestOf(said), sponsorId, agreementId, againOfListId: againOf, lines, rejected: [] };
    }
    const { sponsorId, agreementId } = sent;
    const csv = await asCsv(sent.file);
    const file = readCsvFile(csv, NAMED_PEOPLE);
    await refuseFaultyFile(file);
    const lines: PaymentLine[] = [];
    const rejected = await takeLines(
      file.lines(),
      async ({ line, row }) => {
        if (isLineFault(row)) return row;
        const { nik, participantId = '', ...paid } = row;
        lines.push({ line, participantId: nik ? await this.ownerOf(nik) : participantId, ...paid });
        return undefined;
      },
      { done: 0, of: file.rows },
      { listener, atOnce: LINES_TOGETHER },
    );
    return { digest: digestOf(csv), sponsorId, agreementId, lines: lines.sort(byLine), rejected };
  }

  /** Who was merged into another participant since is paid for under the id under which they go on. */
  private async asTheyGoOn(lines: readonly PaymentLine[]): Promise<readonly PaymentLine[]> {
    const found: PaymentLine[] = [];
    for (const some of pagesOf({ lines }, LINES_TOGETHER)) {
      const ids = some.lines.map(({ participantId }) => goesOnAs(this.store, participantId));
      const goneOn = await Promise.all(ids);
      found.push(
        ...some.lines.map((line, place) => ({ ...line, participantId: goneOn[place] ?? line.participantId })),
      );
    }
    return found;
  }

  /** Who leaves the list leaves the agreement, where it is said why. */
  private async removeLeavers(
    sent: SentList,
    { sponsorId }: ReadList,
    period: Period,
    issue: Issue,
  ): Promise<void> {
    if (!('againOf' in sent) || sent.leavingReason === undefined || sent.leavers.length === 0) return;
    const list = await this.store.state(paymentLists, sent.againOf);
    if (list.situation !== 'COMPLETED') return;
    const { agreementId } = list.terms;
    const agreement = knownAgreement(await this.store.state(sponsors, sponsorId), agreementId);
    const input = {
      sponsorId,
      agreementId,
      participantIds: sent.leavers,
      last: lastMonthBefore(period, agreement),
      reason: sent.leavingReason,
    };
    const command = new RemoveMembers(input, issue);
    await this.decisions.make(command, rosters, agreementId, removeMembers, removalFacts, {
      contentInId: true,
    });
  }

  /** Whose the NIK is; where it is nobody's, an id that no participant has. */
  private async ownerOf(nik: string): Promise<string> {
    const holder = await holderOfNik(this.store, (generation) => this.ids.of(nik, generation));
    return holder?.participantId ?? this.ids.of(nik);
  }

  /** Ends a list, or finds its end: the answer is the same, whenever and however often it is sent. */
  private async complete(
    listId: string,
    report: PaymentReport,
    context: CommandContext,
  ): Promise<ListOutcome> {
    const { rejected: _remarked, ...totals } = report;
    const issue = { context: { ...context, commandId: derivedId(listId, 'complete') } };
    const command = new CompleteList({ listId, ...totals }, issue);
    const result = await this.decisions.make(command, paymentLists, listId, completeList, undefined, {
      contentInId: true,
    });
    return { ...result, dryRun: false, listId, ...report };
  }

  /** What would come of a list: the id that it would have, and nothing recorded. */
  private async dryRun(listId: string, report: PaymentReport): Promise<ListOutcome> {
    const position = (await this.store.lastPosition()) ?? 0n;
    const nothing = { revision: null, position, events: [], repeated: false };
    return { streamId: paymentLists.of(listId), ...nothing, dryRun: true, listId, ...report };
  }
}

/** @throws Rejection `AMOUNT_MISSING` */
function received({ amountIdr }: AskedTerms): Rupiah {
  if (amountIdr === undefined) throw new Rejection(paymentListRefusals.AMOUNT_MISSING());
  return amountIdr;
}

class CompleteList extends StreamCommand<CompleteListInput> {
  readonly commandName = 'CompleteList';
}

const digestOf = (sent: Buffer | string) => createHash('sha256').update(sent).digest('hex');
