import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandResult, EventStore } from '#event-store';
import { type CommandContext, type LocalDate, Rejection, derivedId } from '#kernel';
import { FactsOfLog } from '../domain/facts-of-log.js';
import { findingIdOf } from '../domain/finding.js';
import type { Asked, Rule } from '../domain/rules/index.js';
import { RULES } from '../domain/rules/index.js';
import { termsOn } from '../domain/terms.js';
import { OpenFinding } from './finding-commands.js';

/** How many rules have been asked. */
interface LookProgress {
  readonly done: number;
  readonly of: number;
}

export interface FindingsReport {
  /** Cases that the rules found, those that are known too. */
  readonly found: number;
  /** Findings that are new. */
  readonly opened: number;
  /** Position of the last thing written, for `?after=`; absent where nothing was. */
  readonly position?: string;
}

export class LookForFindings extends Command<FindingsReport> {
  constructor(
    /** The day on which windows end. */
    readonly day: LocalDate,
    readonly context: CommandContext,
    readonly onProgress: (progress: LookProgress) => void,
    /** No further group is looked at when it aborts; what was opened stays. */
    readonly listener: AbortSignal,
  ) {
    super();
  }
}

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
    const asked = { day, terms, segments: await this.facts.segments({ day, terms, after }) };
    let [found, opened] = [0, 0];
    let position: bigint | undefined;
    for (const [place, rule] of RULES.entries()) {
      onProgress({ done: place, of: RULES.length });
      for await (const result of this.openedBy(rule, { ...asked, after }, context, listener)) {
        found++;
        if (!result || result.events.length === 0) continue;
        opened++;
        position = result.position;
      }
    }
    return { found, opened, ...(position !== undefined && { position: String(position) }) };
  }

  private async *openedBy(
    rule: Rule,
    asked: Asked & { readonly after?: bigint },
    context: CommandContext,
    listener: AbortSignal,
  ): AsyncGenerator<CommandResult | undefined> {
    for await (const group of this.facts.groupsFor(rule, asked)) {
      listener.throwIfAborted();
      for (const hit of rule.find(group, asked)) {
        const commandId = derivedId(context.commandId, findingIdOf(rule.id, hit.key));
        const found = { ...hit, rule: rule.id, termsOf: asked.terms.from };
        const command = new OpenFinding(found, { context: { ...context, commandId } });
        yield await this.commands.execute<typeof command, CommandResult>(command).catch(nothingIfItWasOpened);
      }
    }
  }
}

/** A look that is sent again may find more of a case than it did: what it opened then stands. */
function nothingIfItWasOpened(error: unknown): undefined {
  if (error instanceof Rejection && error.code === 'COMMAND_ID_REUSED') return undefined;
  throw error;
}
