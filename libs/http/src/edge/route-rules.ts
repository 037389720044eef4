import 'reflect-metadata';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Role } from '#kernel';

/** How a workbook of Excel is called. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The media types of files that a route may take. */
export type FileType = 'text/csv' | typeof XLSX;

/** Those that are taken piece by piece, as they come: photographs and scans of papers. */
export const STREAMED_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;

export type StreamedType = (typeof STREAMED_TYPES)[number];

/** What a route asks of a request before anything of it is read. */
export interface RouteRules {
  /** Open to everyone, without a token. */
  readonly public?: boolean;
  /** Who may call it; any signed-in person where it is missing. */
  readonly roles?: readonly Role[];
  /** The media types of its body, a file; JSON where it is missing. */
  readonly consumes?: readonly (FileType | StreamedType)[];
  /** Its body is bytes, whatever their sender calls them. */
  readonly anyMedia?: true;
  /** Its body is never held as a whole. */
  readonly streams?: true;
  /** It answers with what became of a command. */
  readonly command?: true;
}

const RULES = 'lindung:rules';

/** Under which name Fastify keeps the rules of a route. */
interface WithRules {
  readonly rules?: RouteRules;
}

/** Adds to the rules of a route. Fastify knows them as well as Nest: it is the one who reads the body. */
export function Rules(more: RouteRules): MethodDecorator {
  return (prototype, name, descriptor) => {
    const handler = descriptor.value as object;
    const rules = { ...rulesOfHandler(handler), ...more };
    Reflect.defineMetadata(RULES, rules, handler);
    RouteConfig({ rules } satisfies WithRules)(prototype, name, descriptor);
  };
}

/** The rules of a method of a controller. */
export function rulesOfHandler(handler: object): RouteRules {
  return (Reflect.getMetadata(RULES, handler) as RouteRules | undefined) ?? {};
}

/** The rules of a route of Fastify. One that has none needs a token and takes JSON. */
export function rulesOfRoute(config: object | undefined): RouteRules {
  const known: WithRules | undefined = config;
  return known?.rules ?? {};
}
