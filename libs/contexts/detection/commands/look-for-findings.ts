import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandResult, EventStore } from '#event-store';
import { type CommandContext, type LocalDate, Rejection, derivedId } from '#kernel';
import { FactsOfLog, type KnownCase } from '../domain/facts-of-log.js';
import { findingIdOf, waitingClaims } from '../domain/finding.js';
import { idsAskedFor, withClaims } from '../domain/rules/concerned.js';
import type { Asked, Hit, Rule } from '../domain/rules/index.js';
import { RULES } from '../domain/rules/index.js';
import { termsOn } from '../domain/terms.js';
import { ExtendFinding, OpenFinding } from './finding-commands.js';

/** How many rules have been asked. */
interface LookProgress {
  readonly done: number;
  readonly of: number;
}

export interface FindingsReport {
  /** Cases that the rules found, those that are known too. */
  readonly found: number;
  /** Findings that are new, those too that the same look had opened before it was interrupted. */
  readonly opened: number;
  /** Position of the last thing written, for `?after=`; absent where nothing was. */
  readonly position?: string;
}

/** Asks every rule of everything that is recorded by now; the daily look and whoever does not want to wait for it send it. */
export class LookForFindings extends Command<FindingsReport> {
  constructor(
    /** The day on which windows end. */
    readonly day: LocalDate,
    /** The id of its command is that of the look. */
    readonly context: CommandContext,
    readonly onProgress: (progress: LookProgress) => void,
    /** No further group is looked at when it aborts; what was opened stays. */
    readonly listener: AbortSignal,
  ) {
    super();
  }
}

interface Look extends Asked {
  /** What stood in the log by then is known. */
  readonly after?: bigint;
  readonly context: CommandContext;
  readonly listener: AbortSignal;
}

/** So many cases are compared at a time with what is known. */
export const CASES_AT_ONCE = 200;

/** Asks every rule of everything that is recorded by now, and opens a finding for each new case. */
@CommandHandler(LookForFindings)
export class LookForFindingsHandler implements ICommandHandler<LookForFindings> {
  constructor(
    private readonly commands: CommandBus,
    private readonly store: EventStore,
    private readonly facts: FactsOfLog,
  ) {}

  /** @throws the reason of `listener` when it aborts */
  async execute({ day, context, onProgress, listener }: LookForFindings): Promise<FindingsReport> {
    const after = (await this.store.lastPosition()) ?? undefined;
    const terms = termsOn(day);
    const segments = await this.facts.segments({ day, terms, after });
    const look: Look = { day, terms, segments, after, context, listener };
    let found = 0;
    let opened = await this.facts.openedIn(context.commandId, { after });
    let position: bigint | undefined;
    for (const [place, rule] of RULES.entries()) {
      onProgress({ done: place, of: RULES.length });
      for await (const hits of this.hitsOf(rule, look)) {
        found += hits.length;
        for await (const [result, isNew] of this.recorded(rule, hits, look)) {
          if (isNew) opened++;
          position = result.position;
        }
      }
    }
    return { found, opened, ...(position !== undefined && { position: String(position) }) };
  }

  /** The cases of a rule, some at a time. */
  private async *hitsOf(rule: Rule, look: Look): AsyncGenerator<readonly Hit[]> {
    let hits: Hit[] = [];
    for await (const group of this.facts.groupsFor(rule, look)) {
      look.listener.throwIfAborted();
      hits.push(...rule.find(group, look));
      if (hits.length < CASES_AT_ONCE) continue;
      yield hits;
      hits = [];
    }
    if (hits.length > 0) yield hits;
  }

  /** What is new of these cases, and whether it is the case itself. Of what is known and concerns no further claim nothing is sent. */
  private async *recorded(
    rule: Rule,
    hits: readonly Hit[],
    look: Look,
  ): AsyncGenerator<readonly [CommandResult, isNew: boolean]> {
    const { claimsOf = 'PERSON' } = rule;
    const claims = await this.facts.claimsOf(claimsOf, idsAskedFor(rule, hits), look);
    const known = await this.facts.known(
      hits.map(({ key }) => findingIdOf(rule.id, key)),
      look,
    );
    for (const hit of hits.map((one) => withClaims(one, rule, claims))) {
      const one = known.get(findingIdOf(rule.id, hit.key));
      const result = one ? await this.extend(rule, hit, one, look) : await this.open(rule, hit, look);
      if (result && result.events.length > 0 && !result.repeated) yield [result, one === undefined];
    }
  }

  private async open(rule: Rule, hit: Hit, look: Look): Promise<CommandResult | undefined> {
    const { context, terms } = look;
    const commandId = derivedId(context.commandId, findingIdOf(rule.id, hit.key));
    const found = { ...hit, rule: rule.id, termsOf: terms.from, lookId: context.commandId };
    const command = new OpenFinding(found, { context: { ...context, commandId } });
    return this.commands.execute<typeof command, CommandResult>(command).catch(nothingIfItWasOpened);
  }

  /** Claims that a case did not concern before: the same finding says so. */
  private async extend(
    rule: Rule,
    hit: Hit,
    { situation, claimIds: waiting }: KnownCase,
    { context }: Look,
  ): Promise<CommandResult | undefined> {
    const claimIds = waitingClaims(rule.id, hit.subjects).filter((id) => !waiting.includes(id));
    if (situation === 'EXPLAINED' || claimIds.length === 0) return undefined;
    const findingId = findingIdOf(rule.id, hit.key);
    const commandId = derivedId(context.commandId, findingId, ...claimIds);
    const command = new ExtendFinding({ findingId, claimIds }, { context: { ...context, commandId } });
    return this.commands.execute<typeof command, CommandResult>(command);
  }
}

/** A look that is sent again may find more of a case than it did: what it opened then stands. */
function nothingIfItWasOpened(error: unknown): undefined {
  if (error instanceof Rejection && error.code === 'COMMAND_ID_REUSED') return undefined;
  throw error;
}
