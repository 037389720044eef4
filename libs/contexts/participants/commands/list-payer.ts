import { FirstLines, type Listening, LINES_TOGETHER, byLine } from '#csv-files';
import { WrongExpectedVersionError, type EventStore } from '#event-store';
import { type CommandContext, Rejection, type Rupiah, addPeriods, derivedId } from '#kernel';
import { type ContributionYears, contributionYears } from '../domain/contribution-years.js';
import { contributions } from '../domain/contributions.js';
import type { ContributionEvent } from '../domain/contribution.events.js';
import { paidUnderOthersIf } from '../domain/one-person.js';
import { participantInSight } from '../domain/participant-facts.js';
import { type ParticipantState, participants } from '../domain/participant.js';
import { Allocation, type PaymentReport, type PaymentTerms } from '../domain/payment-list.js';
import type { LineRemark, PaymentLine } from '../domain/payment-list.events.js';
import { paymentLineRefusals } from '../domain/payment-list-refusals.js';
import { recordContribution } from '../domain/record-contribution.js';
import type { SponsorKind } from '../domain/sponsor.events.js';
import { monthlyDueOf } from '../domain/monthly-due.js';
import type { RosterState } from '../domain/roster.js';
import type { SponsorAgreement, SponsorState } from '../domain/sponsor.js';
import type { RosterPlaces } from './roster-places.js';

/** On which terms a list pays; a dry run may not know yet how much. */
export interface ListTerms extends Omit<PaymentTerms, 'amountIdr'> {
  readonly amountIdr?: Rupiah;
  readonly payer: SponsorKind;
}

/** Under which agreement a list pays, and for whom it may. */
export interface ListAgreement {
  readonly sponsor: SponsorState;
  readonly agreement: SponsorAgreement;
  /** Who left it. */
  readonly roster: RosterState;
  /** Only where it counts its members: who joins by the list needs a place first. */
  readonly places?: RosterPlaces;
}

/** What one line asks for. */
interface Decided {
  readonly dueIdr: Rupiah;
  readonly events: readonly ContributionEvent[];
  /** Of the stream that it was decided on. */
  readonly revision: bigint | null;
  /** This list has paid for it before. */
  readonly isRecorded: boolean;
  /** All ids of the member. */
  readonly ids: readonly string[];
}

/** What was paid for a member before a line is decided on. */
interface PaidBefore {
  readonly state: ContributionYears;
  readonly revision: bigint | null;
  /** Whether it was read from the first event on, and not only from the last closing on. */
  readonly isWhole: boolean;
  /** This list has paid for it before. */
  readonly recorded?: Decided;
}

const ATTEMPTS = 5;

/**
 * Gives one sum out, line after line in the order of the list, and records the contributions, each with a command id that follows
 * from the list and the participant. What is due for a number of lines is asked at the same time, and so is recorded what
 * can be paid of them.
 */
export class ListPayer {
  private readonly firstLines = new FirstLines();
  private readonly rejected: LineRemark[];
  private readonly allocation: Allocation;
  /** Who joined the agreement by this list. */
  private readonly joined = new Set<string>();

  /** @param unread lines that cannot be read */
  constructor(
    private readonly store: EventStore,
    private readonly terms: ListTerms,
    private readonly under: ListAgreement,
    /** Its `commandId` is the id of the list. */
    private readonly context: CommandContext,
    unread: readonly LineRemark[],
  ) {
    this.rejected = [...unread];
    this.allocation = new Allocation(terms.amountIdr);
  }

  /**
   * @param record records what a line comes to, unless this is a dry run
   * @throws what the log throws, or the reason of `listener`; then no further line is begun
   */
  async payAll(
    lines: readonly PaymentLine[],
    { onProgress, listener, isDryRun }: Listening & { readonly isDryRun: boolean },
  ): Promise<PaymentReport> {
    const unread = this.rejected.length;
    const rows = lines.length + unread;
    onProgress?.({ done: unread, of: rows });
    for (let from = 0; from < lines.length; from += LINES_TOGETHER) {
      listener?.throwIfAborted();
      const some = lines.slice(from, from + LINES_TOGETHER);
      const decided = await Promise.all(some.map((line) => this.decide(line)));
      const allocated = some.flatMap((line, index) => this.allocate(line, decided[index]));
      const payable = await this.withPlaces(allocated);
      if (!isDryRun) await Promise.all(payable.map(([line, one]) => this.record(line, one)));
      onProgress?.({ done: unread + from + some.length, of: rows });
    }
    const { givenIdr: paidIdr, leftIdr: remainderIdr } = this.allocation;
    const rejected = this.rejected.sort(byLine);
    return { rows, paid: rows - rejected.length, paidIdr, remainderIdr, rejected };
  }

  /** What is due for a line; undefined where the rules refuse it. */
  private async decide(line: PaymentLine): Promise<Decided | undefined> {
    const first = this.firstLines.noted(line.participantId, line.line);
    if (first !== undefined) {
      this.refuse(line, new Rejection(paymentLineRefusals.TWICE_IN_LIST({ first })));
      return undefined;
    }
    return this.orRefused(line, () => this.dueFor(line));
  }

  private async dueFor(line: PaymentLine): Promise<Decided> {
    const { participantId } = line;
    const context = this.contextOf(participantId);
    const [participant, before] = await Promise.all([
      this.store.state(participants, participantId),
      this.paidBefore(participantId, context.commandId),
    ]);
    if (before.recorded) return before.recorded;
    try {
      return await this.decideOn(line, participant, before);
    } catch (error) {
      // What is refused now may have been paid by this list before the years were closed.
      const recorded =
        error instanceof Rejection && !before.isWhole
          ? (await this.paidBefore(participantId, context.commandId, { of: contributions.of })).recorded
          : undefined;
      if (recorded) return recorded;
      throw error;
    }
  }

  /** @throws Rejection where the rules refuse the line */
  private async decideOn(
    { participantId, amountIdr }: PaymentLine,
    participant: ParticipantState,
    { state, revision }: Pick<PaidBefore, 'state' | 'revision'>,
  ): Promise<Decided> {
    const context = this.contextOf(participantId);
    await participantInSight(this.store, participantId, context.actor);
    const { amountIdr: _sum, ...terms } = this.terms;
    const input = { participantId, ...terms, ...(amountIdr !== undefined && { amountIdr }) };
    const { others = [] } = await paidUnderOthersIf(this.store, participant);
    const { sponsor, roster } = this.under;
    const facts = { participant, sponsor, roster, ...(others.length > 0 && { others }) };
    const events = recordContribution(input, state, context, facts);
    const paid = events.find((event) => event.type === 'ContributionPaid');
    if (!paid) throw new Error('A contribution without a payment');
    const ids = [participantId, ...others.map(({ record }) => record.participantId)];
    return { dueIdr: paid.data.amountIdr, events, revision, isRecorded: false, ids };
  }

  /**
   * The contributions of a participant, and what this list paid for them if it did.
   * @param read how far back: as far as the fold needs it, unless told
   */
  private async paidBefore(
    participantId: string,
    commandId: string,
    read: Pick<typeof contributionYears, 'of' | 'summary'> = contributionYears,
  ): Promise<PaidBefore> {
    let state = contributionYears.initial;
    let first: bigint | null = null;
    let revision: bigint | null = null;
    let recordedIdr: Rupiah | undefined;
    for await (const batch of this.store.readToFold<ContributionEvent>(read, participantId)) {
      for (const event of batch) {
        state = contributionYears.evolve(state, event);
        first ??= event.revision;
        revision = event.revision;
        if (event.metadata.commandId === commandId && event.type === 'ContributionPaid') {
          recordedIdr = event.data.amountIdr;
        }
      }
    }
    const recorded =
      recordedIdr === undefined
        ? undefined
        : { dueIdr: recordedIdr, events: [], revision, isRecorded: true, ids: [participantId] };
    return { state, revision, isWhole: first === null || first === 0n, ...(recorded && { recorded }) };
  }

  private allocate(line: PaymentLine, decided: Decided | undefined): (readonly [PaymentLine, Decided])[] {
    if (!decided) return [];
    if (decided.isRecorded) {
      this.allocation.keep(decided.dueIdr);
      return [];
    }
    try {
      this.allocation.give(decided.dueIdr);
      return [[line, decided]];
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      this.refuse(line, error);
      return [];
    }
  }

  /** Who is not carried under the agreement yet takes a place of it, in the order of the list; whom it has none for is not paid for. */
  private async withPlaces(
    payable: readonly (readonly [PaymentLine, Decided])[],
  ): Promise<readonly (readonly [PaymentLine, Decided])[]> {
    const { places, agreement } = this.under;
    const { period, months } = this.terms;
    const until = addPeriods(period, months - 1);
    const joining = places ? payable.filter(([, { ids }]) => !places.has(ids, until)) : [];
    if (!places || joining.length === 0) return payable;
    const wanted = await Promise.all(
      joining.map(([{ participantId }]) => monthlyDueOf(this.store, participantId, period, agreement)),
    );
    const refused = await places.takeAll(wanted);
    for (const { participantId } of wanted) if (!refused.has(participantId)) this.joined.add(participantId);
    return payable.filter(([line, { dueIdr }]) => {
      const rejection = refused.get(line.participantId);
      if (!rejection) return true;
      this.allocation.takeBack(dueIdr);
      this.refuse(line, rejection);
      return false;
    });
  }

  /**
   * Where somebody else paid for the member meanwhile, what is due is asked again: it may be nothing. The line is told so, and the place
   * that was taken for it is free again.
   */
  private async record(line: PaymentLine, decided: Decided): Promise<void> {
    const streamId = contributions.of(line.participantId);
    const context = this.contextOf(line.participantId);
    let now: Decided | undefined = decided;
    for (let attempt = 1; now && !now.isRecorded; attempt++) {
      try {
        await this.store.append(streamId, now.events, now.revision, context);
        break;
      } catch (error) {
        if (!(error instanceof WrongExpectedVersionError) || attempt === ATTEMPTS) throw error;
        now = await this.orRefused(line, () => this.dueFor(line));
      }
    }
    if (now?.dueIdr === decided.dueIdr) return;
    this.allocation.takeBack(decided.dueIdr);
    if (now) this.allocation.keep(now.dueIdr);
    else if (this.joined.has(line.participantId)) await this.under.places?.giveBack(line.participantId);
  }

  private async orRefused<Result>(
    line: PaymentLine,
    work: () => Promise<Result>,
  ): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      this.refuse(line, error);
      return undefined;
    }
  }

  /** The list names whom it is about by the id that the file was read with: whoever corrects it finds them by it. */
  private refuse({ line, participantId }: PaymentLine, { code, detail }: Rejection): void {
    const isKnown = code !== 'PARTICIPANT_NOT_FOUND';
    this.rejected.push({ line, code, detail, ...(isKnown && { participantId }) });
  }

  private contextOf(participantId: string): CommandContext {
    return { ...this.context, commandId: derivedId(this.context.commandId, participantId, 'contribution') };
  }
}
