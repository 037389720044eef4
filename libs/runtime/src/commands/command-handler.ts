import type { Type } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { Decide, DomainEvent, Stream } from '#kernel';
import { type AskFacts, Decisions } from './decisions.js';
import type { Issue, StreamCommand } from './stream-command.js';

/** Handles the commands of one class. */
export interface HandlerOf<Input extends object> {
  execute(command: StreamCommand<Input>): Promise<CommandResult>;
}

type CommandOf<Input extends object> = new (input: Input, issue: Issue) => StreamCommand<Input>;

type HandlerClass<Input extends object> = Type<HandlerOf<Input>> &
  (new (decisions: Decisions) => HandlerOf<Input>);

/** The member of the input that the stream is named after, or how its name follows from the input. */
type IdOf<Input> =
  | { [Name in keyof Input]: Input[Name] extends string ? Name : never }[keyof Input]
  | ((input: Input) => string);

/**
 * The handler of a command that is one decision on one stream:
 * `const AcceptPayoutHandler = commandHandler(AcceptPayout, payouts, 'payoutId', acceptPayout)`. What needs more, as an
 * approval that first takes a place in the docket, is a class of its own that uses `Decisions`.
 * @param facts what `decide` gets last; left out where the stream knows enough
 */
export function commandHandler<Input extends object, State, Event extends DomainEvent>(
  command: CommandOf<Input>,
  stream: Stream<State, Event>,
  id: IdOf<Input>,
  decide: Decide<Input, State, Event>,
): HandlerClass<Input>;
export function commandHandler<Input extends object, State, Event extends DomainEvent, Facts>(
  command: CommandOf<Input>,
  stream: Stream<State, Event>,
  id: IdOf<Input>,
  decide: Decide<Input, State, Event, Facts>,
  facts: AskFacts<Input, State, Facts>,
): HandlerClass<Input>;
export function commandHandler<Input extends object, State, Event extends DomainEvent, Facts>(
  command: CommandOf<Input>,
  stream: Stream<State, Event>,
  id: IdOf<Input>,
  decide: Decide<Input, State, Event, Facts | undefined>,
  facts: AskFacts<Input, State, Facts | undefined> = () => undefined,
): HandlerClass<Input> {
  const idOf = typeof id === 'function' ? id : (input: Input) => String(input[id]);

  @CommandHandler(command)
  class Handler implements HandlerOf<Input> {
    static readonly name = `${command.name}Handler`;

    constructor(private readonly decisions: Decisions) {}

    execute(asked: StreamCommand<Input>) {
      return this.decisions.make(asked, stream, idOf(asked.input), decide, facts);
    }
  }
  return Handler;
}
