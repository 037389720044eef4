import 'reflect-metadata';
import { Controller, Get, Query, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Role } from '#kernel';
import { type ActionTable, type ControllerWithHandlers, Decisions, type Issue, type Said } from '#runtime';
import { AskedLanguage } from '../edge/asked-language.js';
import { QueryEndpoint } from '../edge/endpoints.js';
import { Issued } from '../edge/issued.js';
import { IdParam } from '../edge/uuid.js';
import type { Language } from '../problem/language.js';
import { ActionsAnswer } from './actions.answers.js';
import { actionsFor } from './actions-for.js';

export interface ActionsRoute {
  /** How its class is called: it stands in the API documentation. */
  readonly name: string;
  readonly tag: string;
  /** `payouts/:payoutId` */
  readonly path: string;
  /** What can be done how: `with a payment`. */
  readonly what: string;
  /** Who is told. */
  readonly roles: readonly Role[];
  /** What is asked beside the thing, where what is open depends on it. */
  readonly asks?: Type<Said>;
}

/** The table of a kind of thing; of the parts of one, such as the invoices of an accident, a table for the id of each. */
type Tables<State> = ActionTable<State> | ((partId: string) => ActionTable<State>);

/** The controller that tells what can be done with a kind of thing: `GET <path>/actions`. */
export function actionsController<State>(
  tables: Tables<State>,
  { name, tag, path, what, roles, asks }: ActionsRoute,
): ControllerWithHandlers {
  const tableOf = typeof tables === 'function' ? tables : () => tables;
  const { idParam, params = {} } = tableOf('');
  const [partParam] = Object.keys(params);

  @ApiTags(tag)
  @Controller(`${path}/actions`)
  class TellsActions {
    static readonly handlers = [];

    constructor(private readonly decisions: Decisions) {}

    @Get()
    @QueryEndpoint({
      summary: `What you can do ${what} now, and why not else`,
      description:
        'Each action with the answer that the command itself would give, by its own rules on the facts of this moment.',
      roles: [...roles],
      answer: ActionsAnswer,
    })
    tell(
      @IdParam(idParam) id: string,
      @(partParam === undefined ? NOT_ASKED : IdParam(partParam)) partId: string | undefined,
      @(asks ? Query() : NOT_ASKED) said: Said | undefined,
      @Issued() issue: Issue,
      @AskedLanguage() language: Language,
    ): Promise<ActionsAnswer> {
      return actionsFor(tableOf(partId ?? ''), id, { decisions: this.decisions, issue, language, said });
    }
  }
  if (asks) validateBy(asks, TellsActions.prototype);
  Object.defineProperty(TellsActions, 'name', { value: name });
  return TellsActions;
}

const NOT_ASKED: ParameterDecorator = () => undefined;

/** The class of what is asked is known only here; the compiler wrote that of the interface beside the method. */
function validateBy(asks: Type<Said>, of: { tell(...args: never): unknown }): void {
  const types = Reflect.getMetadata(TYPES, of, 'tell') as readonly unknown[];
  Reflect.defineMetadata(TYPES, types.with(PLACE_OF_SAID, asks), of, 'tell');
}

const TYPES = 'design:paramtypes';
const PLACE_OF_SAID = 2;
