import { readFileSync } from 'node:fs';
import type { Role } from '#kernel';

/** A schema of the documents, as far as requests use it. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly example?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
}

export type Api = 'command' | 'query';

/** One thing that an API does, as its OpenAPI document says. */
export interface Operation {
  readonly api: Api;
  readonly id: string;
  readonly method: string;
  /** With `{names}` of what stands in it. */
  readonly path: string;
  readonly roles: readonly Role[];
  readonly parameters: readonly Parameter[];
  /** Of a JSON body; undefined without one. References are resolved. */
  readonly body?: Schema;
  readonly takesFile: boolean;
  /** Declared statuses, each with its media types. */
  readonly answers: ReadonlyMap<number, readonly string[]>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface DocumentedOperation {
  readonly operationId: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, object>> }>>;
}

/** Everything that both documents of `docs/reference/openapi` describe, in their order. */
export function documentedOperations(): Operation[] {
  return (['command', 'query'] as const).flatMap((api) => {
    const document = documentOf(api);
    return Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, documented]) =>
        operationOf(api, path, method, documented, document),
      ),
    );
  });
}

function documentOf(api: Api): Document {
  const file = new URL(`../../docs/reference/openapi/${api}-api.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Document;
}

function operationOf(
  api: Api,
  path: string,
  method: string,
  { operationId, description = '', parameters = [], requestBody, responses }: DocumentedOperation,
  document: Document,
): Operation {
  const json = requestBody?.content['application/json'];
  return {
    api,
    id: operationId,
    method: method.toUpperCase(),
    path,
    roles: rolesIn(description),
    parameters,
    ...(json && { body: resolved(json.schema, document) }),
    takesFile: requestBody !== undefined && json === undefined,
    answers: new Map(
      Object.entries(responses).map(([status, { content = {} }]) => [Number(status), Object.keys(content)]),
    ),
  };
}

const rolesIn = (description: string) =>
  (/Roles: ([a-z, ]+)\./.exec(description)?.[1]?.split(', ') ?? []) as Role[];

/** The schema with all that it refers to in place. */
function resolved(schema: Schema, document: Document): Schema {
  const name = (schema.$ref ?? schema.allOf?.[0]?.$ref)?.split('/').at(-1);
  if (name !== undefined) return resolved(document.components.schemas[name]!, document);
  const { properties, items } = schema;
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, value]) => [key, resolved(value, document)]),
      ),
    }),
    ...(items && { items: resolved(items, document) }),
  };
}
