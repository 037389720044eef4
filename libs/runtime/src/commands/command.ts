import type { Type } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import type { CommandResult, FormerStream } from '#event-store';
import { type CommandContext, type Decide, type DomainEvent, type Stream, derivedId } from '#kernel';
import { named } from '../named.js';
import { type AskFacts, Decisions, type Permit } from './decisions.js';
import type { Triable } from './trial.js';
import { type Issue, StreamCommand } from './stream-command.js';

/** Handles the commands of one class. */
interface HandlerOf<Input extends object> {
  execute(command: StreamCommand<Input>): Promise<CommandResult>;
}

/** A class of commands, and the class that handles them. */
export interface CommandClass<Input extends object> extends Triable<Input> {
  new (input: Input, issue: Issue): StreamCommand<Input>;
  readonly handler: Type<HandlerOf<Input>> & (new (decisions: Decisions) => HandlerOf<Input>);
}

/** The member of the input that the stream is named after, or how its name follows from the input. */
type IdOf<Input> =
  | { [Name in keyof Input]: Input[Name] extends string ? Name : never }[keyof Input]
  | ((input: Input) => string);

/** Records something in another stream, as part of handling a command. */
export type Take = <Input extends object, State, Event extends DomainEvent, Facts>(
  name: string,
  input: Input,
  stream: Stream<State, Event>,
  id: string,
  decide: Decide<Input, State, Event, Facts>,
  facts: AskFacts<Input, State, Facts>,
) => Promise<unknown>;

/** What a command can say beside its decision. */
interface CommandTerms<Input, State, Facts, Event = DomainEvent> {
  /** What the decision gets last; left out where the stream knows enough. */
  readonly facts?: AskFacts<Input, State, Facts>;
  /** Whether whoever asks sees the thing at all. */
  readonly permit?: Permit<Input, State>;
  /**
   * What is recorded in other streams before this is, once the decision accepts it: what two commands of one moment must not both get.
   * Trying a command out leaves it alone.
   * @param said what the decision records now
   */
  readonly first?: (take: Take, said: readonly Event[], state: State) => Promise<void>;
  /** See `StreamCommand.formerContent`. */
  readonly formerContent?: (input: Input) => Readonly<Record<string, unknown>>;
  /** See `Handling.formerStream` of `#event-store`. */
  readonly formerStream?: (input: Input) => FormerStream;
}

type WithFacts<Input, State, Facts, Event> = CommandTerms<Input, State, Facts, Event> &
  Required<Pick<CommandTerms<Input, State, Facts, Event>, 'facts'>>;

/**
 * A command that is one decision on one stream: `const AcceptPayout = command('AcceptPayout', payouts, 'payoutId',
 * acceptPayout)`. What needs more, as an approval that first takes a place in the docket, is a `StreamCommand` with a
 * handler of its own, which uses `Decisions`.
 * @param name stable: it is stored, as part of a digest
 * @param id of the thing that the command is about
 */
export function command<Input extends object, State, Event extends DomainEvent>(
  name: string,
  stream: Stream<State, Event>,
  id: IdOf<NoInfer<Input>>,
  decide: Decide<Input, State, Event>,
  terms?: CommandTerms<NoInfer<Input>, NoInfer<State>, undefined, NoInfer<Event>>,
): CommandClass<Input>;
export function command<Input extends object, State, Event extends DomainEvent, Facts>(
  name: string,
  stream: Stream<State, Event>,
  id: IdOf<NoInfer<Input>>,
  decide: Decide<Input, State, Event, Facts>,
  terms: WithFacts<NoInfer<Input>, NoInfer<State>, NoInfer<Facts>, NoInfer<Event>>,
): CommandClass<Input>;
export function command<Input extends object, State, Event extends DomainEvent, Facts>(
  name: string,
  stream: Stream<State, Event>,
  id: IdOf<Input>,
  decide: Decide<Input, State, Event, Facts | undefined>,
  { facts, permit, first, formerContent, formerStream }: CommandTerms<Input, State, Facts, Event> = {},
): CommandClass<Input> {
  const idOf = typeof id === 'function' ? id : (input: Input) => String(input[id]);
  const ask: AskFacts<Input, State, Facts | undefined> = facts ?? (() => undefined);

  class Decided extends StreamCommand<Input> {
    readonly commandName = name;

    override get formerContent() {
      return formerContent?.(this.input);
    }
  }

  @CommandHandler(Decided)
  class Handler implements HandlerOf<Input> {
    constructor(private readonly decisions: Decisions) {}

    execute(asked: StreamCommand<Input>) {
      const { input } = asked;
      const askFirst: typeof ask = async (state, read, _input, context) => {
        const known = await ask(state, read, input, context);
        await first?.(taking(this.decisions, context), decide(input, state, context, known), state);
        return known;
      };
      return this.decisions.make(asked, stream, idOf(input), decide, first ? askFirst : ask, {
        permit,
        formerStream: formerStream?.(input),
      });
    }
  }
  return Object.assign(named(name, Decided), {
    handler: named(`${name}Handler`, Handler),
    tried: (input, trial) => trial.decide(input, stream, idOf(input), decide, ask, permit),
  } satisfies Pick<CommandClass<Input>, 'handler' | 'tried'>);
}

/** A key that was used for two takings is a command for each, as it is elsewhere. */
const taking =
  (decisions: Decisions, context: CommandContext): Take =>
  (name, input, stream, id, decide, facts) => {
    class Taking extends StreamCommand<typeof input> {
      readonly commandName = name;
    }
    const commandId = derivedId(name, context.commandId, id);
    return decisions.make(
      new Taking(input, { context: { ...context, commandId } }),
      stream,
      id,
      decide,
      facts,
    );
  };
