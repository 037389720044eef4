import 'reflect-metadata';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { RequestMethod, type Type } from '@nestjs/common';
import { type Actor, type Refusal, type Role } from '#kernel';
import {
  type Action,
  type ActionTable,
  type AnyActionTable,
  type Chance,
  type Decisions,
  type Issue,
  type Said,
  tellActions,
} from '#runtime';
import { rulesOfHandler } from '../edge/route-rules.js';
import type { Language } from '../problem/language.js';
import { problems } from '../problem/problems.js';
import type { ActionItem, ActionReason, ActionsAnswer } from './actions.answers.js';

/** Who is told what can be done: everybody of the office who works on things, or looks at how others do. */
export const OFFICE: readonly Role[] = ['registrar', 'adjudicator', 'supervisor', 'finance', 'auditor'];

/** The same, and facilities, of what they see. */
export const OFFICE_AND_PLKK: readonly Role[] = [...OFFICE, 'plkk'];

/** The route of an action, as its controller declares it. */
export interface ActionRoute {
  readonly method: 'POST';
  /** `/claims/:claimId/approval` */
  readonly path: string;
  readonly roles: readonly Role[];
  readonly summary: string;
  /** The class of its body; `file` where it is one. */
  readonly input?: string;
}

type AnyAction = AnyActionTable['actions'][number];

/** @throws Error where the method of an action takes no command */
export function routeOf({ name, route: [controller, method] }: AnyAction): ActionRoute {
  const handler = (controller.prototype as Record<string, unknown>)[method] as object;
  if (Reflect.getMetadata(METHOD_METADATA, handler) !== RequestMethod.POST)
    throw new Error(`${name} is no route that takes a command`);
  const parts = [controller, handler].map((of) => String(Reflect.getMetadata(PATH_METADATA, of)));
  const { summary = '' } = (Reflect.getMetadata('swagger/apiOperation', handler) ?? {}) as {
    readonly summary?: string;
  };
  const { roles = [], consumes } = rulesOfHandler(handler);
  return {
    method: 'POST',
    path: `/${parts.filter((part) => part !== '/').join('/')}`,
    roles,
    summary,
    ...(consumes ? { input: 'file' } : bodyOf(controller, method)),
  };
}

function bodyOf(controller: Type<unknown>, method: string): Pick<ActionRoute, 'input'> {
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<
    string,
    { readonly index: number }
  >;
  const body = Object.entries(args).find(
    ([key]) => (Number(key.split(':')[0]) as RouteParamtypes) === RouteParamtypes.BODY,
  );
  if (!body) return {};
  const types = Reflect.getMetadata(
    'design:paramtypes',
    controller.prototype as object,
    method,
  ) as Type<unknown>[];
  return { input: types[body[1].index]?.name };
}

/** Whether somebody may send it at all; what the rules say of the thing comes afterwards. */
const isFor = ({ roles }: ActionRoute, actor: Actor): boolean =>
  roles.some((role) => actor.roles.includes(role));

interface Asked {
  readonly decisions: Decisions;
  readonly issue: Issue;
  readonly language: Language;
  readonly said?: Said;
}

/**
 * What whoever asks can do with a thing now: each action with the answer that the command itself would give.
 * @throws Rejection where there is no such thing, or it is out of their sight
 */
export async function actionsFor<State>(
  table: ActionTable<State>,
  id: string,
  { decisions, issue, language, said }: Asked,
): Promise<ActionsAnswer> {
  const { actor } = issue.context;
  const isAllowed = (action: Action<State>) => isFor(routeOf(action), actor);
  const told = await tellActions(decisions, table, id, issue, { isAllowed, said });
  return {
    id,
    revision: numberOf(told.trial.revision),
    actions: told.actions.map(({ action, chances }) => {
      const route = routeOf(action);
      return itemOf(
        action,
        { ...route, path: withIds(route.path, { ...table.params, [table.idParam]: id }) },
        chances,
        language,
      );
    }),
  };
}

const numberOf = (revision: bigint | null | undefined): number | null =>
  typeof revision === 'bigint' ? Number(revision) : null;

/** What is left of the parameters stands as in OpenAPI: `{year}`. */
const withIds = (path: string, ids: Readonly<Record<string, string>>): string =>
  path.replace(/:(\w+)/g, (_whole, name: string) => ids[name] ?? `{${name}}`);

function itemOf(
  { name, field }: AnyAction,
  { method, path, summary, input, roles }: ActionRoute,
  chances: readonly Chance[],
  language: Language,
): ActionItem {
  const open = chances.find(({ refusal }) => refusal === undefined);
  const [first] = chances;
  return {
    name,
    summary,
    method,
    href: path,
    input: input ?? null,
    roles: [...roles],
    open: open !== undefined,
    revision: numberOf(open?.revision),
    records: [...(open?.records ?? [])],
    reason: open ? null : first?.refusal ? reasonOf(first.refusal, language) : notYours(roles, language),
    choices:
      field === undefined || chances.length === 0
        ? null
        : {
            field,
            values: chances.map(({ choice, refusal }) => ({
              value: choice ?? '',
              open: refusal === undefined,
              reason: refusal ? reasonOf(refusal, language) : null,
            })),
          },
  };
}

function reasonOf({ code, words, allowed = [], article }: Refusal, language: Language): ActionReason {
  return {
    code,
    sentence: words[language],
    allowed: allowed.map((instead) => instead[language]),
    article: article ?? null,
  };
}

function notYours(roles: readonly Role[], language: Language): ActionReason {
  const { code, words, allowed = [] } = problems.FORBIDDEN({ why: 'NOT_ALLOWED', roles });
  return { code, sentence: words[language], allowed: allowed.map((one) => one[language]), article: null };
}
