import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Role } from '#kernel';
import { type ActionTable, type ControllerWithHandlers, Decisions, type Issue } from '#runtime';
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
  /** What the thing is called: `a payment`. */
  readonly of: string;
  /** Who is told. */
  readonly roles: readonly Role[];
}

/** The controller that tells what can be done with a kind of thing: `GET <path>/actions`. */
export function actionsController<State>(
  table: ActionTable<State>,
  { name, tag, path, of, roles }: ActionsRoute,
): ControllerWithHandlers {
  @ApiTags(tag)
  @Controller(`${path}/actions`)
  class TellsActions {
    static readonly handlers = [];

    constructor(private readonly decisions: Decisions) {}

    @Get()
    @QueryEndpoint({
      summary: `What you can do with ${of} now, and why not else`,
      description:
        'Each action with the answer that the command itself would give, by its own rules on the facts of this moment.',
      roles: [...roles],
      answer: ActionsAnswer,
    })
    tell(
      @IdParam(table.idParam) id: string,
      @Issued() issue: Issue,
      @AskedLanguage() language: Language,
    ): Promise<ActionsAnswer> {
      return actionsFor(table, id, { decisions: this.decisions, issue, language });
    }
  }
  Object.defineProperty(TellsActions, 'name', { value: name });
  return TellsActions;
}
