import 'reflect-metadata';
import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { type DeclaredField, declaredFields, rulesOfHandler } from '#http';
import type { Role, Scalar } from '#kernel';
import type { Context, ControllerWithHandlers } from '#runtime';

/** A route as its controller declares it: whoever adds one need not tell it here. */
export interface Route {
  /** `ClaimsController.approve` */
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** `/claims/:claimId/approval` */
  readonly path: string;
  readonly roles: readonly Role[];
  readonly params: ReadonlyMap<string, Scalar>;
  readonly query: ReadonlyMap<string, DeclaredField>;
  /** Fields of a JSON body; undefined where there is none. */
  readonly body: ReadonlyMap<string, DeclaredField> | undefined;
  /** Whether it asks for the revision that the person saw. */
  readonly needsIfMatch: boolean;
  /** The media type of a body that is a file. */
  readonly file: string | undefined;
}

interface RouteArgument {
  readonly index: number;
  readonly data?: unknown;
  readonly pipes: readonly { readonly scalar?: Scalar }[];
}

interface Argument extends RouteArgument {
  readonly kind: RouteParamtypes;
  readonly type: Type<object>;
}

export const commandRoutes = (contexts: readonly Context[]): Route[] =>
  contexts.flatMap(({ commands = [] }) => commands.flatMap(routesOf));

export const queryRoutes = (contexts: readonly Context[]): Route[] =>
  contexts.flatMap(({ queries = [] }) => queries.flatMap(routesOf));

function routesOf(controller: ControllerWithHandlers): Route[] {
  const prototype = controller.prototype as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (name === 'constructor' || typeof handler !== 'function') return [];
    if (!Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
    return [routeOf(controller, name, handler)];
  });
}

function routeOf(controller: ControllerWithHandlers, name: string, handler: object): Route {
  const args = argumentsOf(controller, name);
  const { roles = [], consumes } = rulesOfHandler(handler);
  const body = args.find(({ kind }) => kind === RouteParamtypes.BODY);
  const query = args.find(({ kind }) => kind === RouteParamtypes.QUERY);
  const params = args.filter(({ kind }) => kind === RouteParamtypes.PARAM);
  const parts = [Reflect.getMetadata(PATH_METADATA, controller), Reflect.getMetadata(PATH_METADATA, handler)];
  return {
    name: `${controller.name}.${name}`,
    method: Reflect.getMetadata(METHOD_METADATA, handler) === RequestMethod.GET ? 'GET' : 'POST',
    path: `/${parts.filter((part) => part !== '/').join('/')}`,
    roles,
    params: new Map(params.map((param) => [String(param.data), scalarOf(controller, name, param)])),
    query: query ? declaredFields(query.type) : new Map<string, DeclaredField>(),
    body: body && !consumes ? declaredFields(body.type) : undefined,
    needsIfMatch: args.some(({ data }) => isRequired(data)),
    file: consumes?.[0],
  };
}

/** @throws Error for a part of an address that does not say what it may be */
function scalarOf(
  { name: controller }: ControllerWithHandlers,
  name: string,
  { data, pipes }: Argument,
): Scalar {
  const scalar = pipes.find((pipe) => pipe.scalar)?.scalar;
  if (!scalar) throw new Error(`${controller}.${name} does not say what ${String(data)} may be`);
  return scalar;
}

function isRequired(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'required' in data && data.required === true;
}

function argumentsOf(controller: ControllerWithHandlers, name: string): Argument[] {
  const found = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<
    string,
    RouteArgument
  >;
  const types = Reflect.getMetadata(
    'design:paramtypes',
    controller.prototype as object,
    name,
  ) as Type<object>[];
  return Object.entries(found).map(([key, argument]) => ({
    ...argument,
    kind: Number(key.split(':')[0]) as RouteParamtypes,
    type: types[argument.index]!,
  }));
}
