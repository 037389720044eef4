import { type CommandContext, type DomainEvent, Rejection, type Stream } from '#kernel';
import { actionRefusals } from './refusals.js';
import type { Permit } from '../commands/decisions.js';
import type { Triable, Tried, Trying } from '../commands/trial.js';
import type { ControllerWithHandlers } from '../contexts/context.js';

/** What attempts are made of: the thing as the log knows it, and who asks when. */
export interface Acting<State> extends Pick<CommandContext, 'today' | 'actor'> {
  readonly id: string;
  readonly state: State;
  /** What whoever asks thinks of, where what is open depends on another thing. */
  readonly said: Said;
}

/** Ids of other things that an action is about. */
export interface Said {
  readonly facilityId?: string;
  readonly accidentId?: string;
  /** Of a participant somebody else: who may be the same person. */
  readonly otherId?: string;
}

/** A request that stands for all of its kind. */
export interface Attempt {
  /** What `field` of the action is in it. */
  readonly choice?: string;
  readonly input: object;
  /** @throws Rejection as the command */
  run(trial: Trying): Promise<Tried>;
}

/** Tries a command with an input. Values that no rule of the command looks at may be any. */
export const attempt = <Input extends object>(
  { tried }: Triable<Input>,
  input: Input,
  choice?: string,
): Attempt => ({
  ...(choice !== undefined && { choice }),
  input,
  run: (trial) => tried(input, trial),
});

/**
 * The same, where the request says it otherwise than the command.
 * @param body without the id that follows from the command, which here may be any
 */
export const sentAs = (body: object, tried: Attempt): Attempt => ({ ...tried, input: body });

/** Stands for what cannot be tried, since nobody has said which other thing it is about. */
export const notSaid = (field: keyof Said): Attempt => ({
  choice: '',
  input: {},
  run: () => Promise.reject(new Rejection(actionRefusals.NOT_SAID({ field }))),
});

/**
 * The same of a command about two, as far as it refuses the one that is known already.
 * @param alone is about that one twice
 * @param code by which the command refuses it for being so
 */
export const notSaidOf = (field: keyof Said, alone: Attempt, code: string): Attempt => ({
  ...alone,
  run: async (trial) => {
    try {
      await alone.run(trial);
    } catch (error) {
      if (!(error instanceof Rejection) || error.refusal.code !== code) throw error;
    }
    throw new Rejection(actionRefusals.NOT_SAID({ field }));
  },
});

/** What attempts say where any value would do: nobody's, and nothing that is recorded. */
export const ANYBODY = {
  name: 'ANYBODY',
  words: 'Any words of a person, long enough to be taken.',
  reference: 'ANY-1',
  account: { bank: 'ANY', number: '0000000000', holder: 'ANYBODY' },
} as const;

/** A number of a paper that is not among these. */
export function unusedNumber(used: readonly string[]): string {
  let nth = used.length + 1;
  while (used.includes(`ANY-${nth}`)) nth++;
  return `ANY-${nth}`;
}

/**
 * One attempt for each of several, such as the agreements of a facility.
 * @param none stands for one where there is none, so that the command says why not
 */
export const attemptEach = (
  ids: readonly string[],
  none: string,
  attemptOf: (id: string) => Attempt,
): readonly Attempt[] => (ids.length > 0 ? ids : [none]).map(attemptOf);

/** Something that can be done with a thing: a route, and the requests by which it is found out whether it is open. */
export interface Action<State> {
  /** As the documentation names the command: `add-documents`. */
  readonly name: string;
  /** The controller and its method. */
  readonly route: readonly [controller: ControllerWithHandlers, method: string];
  /** The member of the request that is chosen, where some choices are open and others are not. */
  readonly field?: string;
  /** At least one; the action is open where one of them is accepted. */
  attempts(of: Acting<State>): readonly Attempt[];
}

/**
 * Everything that can be done with a kind of thing. It says no rule: what is open is found out by asking the commands
 * themselves.
 */
export interface ActionTable<State> {
  /** The part of the address of the thing that is its id: `claimId`. */
  readonly idParam: string;
  readonly stream: Stream<State, DomainEvent>;
  /** What else stands in the address, where the thing is a part of another one. */
  readonly params?: Readonly<Record<string, string>>;
  /** @throws Rejection where there is no such thing */
  readonly known: (state: State) => unknown;
  /** Refuses whoever may not see it. */
  readonly permit?: Permit<object, State>;
  readonly actions: readonly Action<State>[];
}

/** Any table, for code that lists them. */
export type AnyActionTable = Pick<ActionTable<never>, 'idParam' | 'params'> & {
  readonly stream: Pick<Stream<never, DomainEvent>, 'category'>;
  readonly actions: readonly Pick<Action<never>, 'name' | 'route' | 'field'>[];
};

/** A table of actions: `actionsOn(claims, 'claimId', { known: knownClaim }, [action(…)])`. */
export const actionsOn = <State, Event extends DomainEvent>(
  stream: Stream<State, Event>,
  idParam: string,
  { known, permit, params }: Pick<ActionTable<State>, 'known' | 'permit' | 'params'>,
  actions: readonly Action<State>[],
): ActionTable<State> => ({
  idParam,
  // Only folded, never written to.
  stream: stream as unknown as Stream<State, DomainEvent>,
  known,
  ...(permit && { permit }),
  ...(params && { params }),
  actions,
});

/**
 * A line of it.
 * @param attempts where nothing can be chosen, one that the command refuses with its reason
 * @param field that is chosen
 */
export function action<State, Controller extends object>(
  name: string,
  controller: ControllerWithHandlers & { readonly prototype: Controller },
  method: keyof Controller & string,
  attempts: Action<State>['attempts'],
  field?: string,
): Action<State> {
  return { name, route: [controller, method], attempts, ...(field !== undefined && { field }) };
}
