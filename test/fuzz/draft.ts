import type { Role } from '#kernel';
import type { Operation } from './operations.js';
import type { Random } from '../system/random.js';
import { type Json, type Step } from './recipes/recipe.js';
import { valueOf } from './values.js';
import type { World } from './world.js';

/** A request before it is sent, in parts, so that each can be bent by itself. */
export interface Draft {
  readonly operation: Operation;
  method: string;
  path: string;
  /** As they stand in the address, escaped. */
  query: string[];
  /** Names in lower case. */
  readonly headers: Record<string, string>;
  role: Role;
  /** Whom somebody acts for who is a PLKK. */
  facility: string;
  /** What is sent as JSON unless `body` says otherwise. */
  json?: Record<string, unknown>;
  body?: string | Buffer;
}

const SUBJECTS = { one: 'a-01', other: 'b-02' } as const;

/** Who somebody says that they are. */
export interface Person {
  readonly role: Role;
  readonly subject: string;
  readonly facility?: string;
  readonly office?: string;
  readonly authority?: number;
}

/** Who prepares and who decides are two people, whichever roles they have. */
export function personOf({ operation, role, facility }: Draft): Person {
  const subject = `${role}-${/approve|deny|confirm|BankResult/.test(operation.id) ? SUBJECTS.other : SUBJECTS.one}`;
  return role === 'plkk' ? { role, subject, facility } : { role, subject };
}

/** The request as it can be accepted: fields from the schema, and from the step what they depend on. */
export function draftOf(operation: Operation, step: Step, world: World, random: Random): Draft {
  const { api, method, path, roles, body, takesFile } = operation;
  const json = body && merged(valueOf(body, random) as Json, step.body ?? {});
  return {
    operation,
    method,
    path: path.replace(/\{(\w+)\}/g, (_all, name: string) =>
      encodeURIComponent(step.path?.[name] ?? random.uuid()),
    ),
    query: Object.entries(step.query ?? {}).map((pair) => pair.map(encodeURIComponent).join('=')),
    headers: {
      'x-lindung-clock': world.clock.moment,
      ...(json && { 'content-type': 'application/json' }),
      ...(takesFile && { 'content-type': 'text/csv' }),
      ...(step.ifMatch !== undefined && { 'if-match': `"${step.ifMatch}"` }),
      ...(api === 'command' && { 'idempotency-key': random.uuid() }),
    },
    // A PLKK sees its own cases alone; whoever else may do it stands before it.
    role: roles.find((role) => role !== 'plkk') ?? roles[0] ?? 'registrar',
    facility: random.maybe(world.facilities)?.id ?? random.uuid(),
    ...(json && { json }),
    ...(takesFile && { body: step.file ?? 'nik,name\n' }),
  };
}

/** Members of `changes` in place of those of `base`, objects member by member; `undefined` leaves one out. */
function merged(base: Json, changes: Json): Record<string, unknown> {
  const result: Record<string, unknown> = { ...base };
  for (const [name, change] of Object.entries(changes)) {
    const isObject = typeof change === 'object' && change !== null && !Array.isArray(change);
    result[name] = isObject ? merged((base[name] ?? {}) as Json, change as Json) : change;
  }
  return result;
}

/** The body as bytes; `raw` numbers of `strange-values` are written as they stand. */
export function bytesOf({ json, body }: Draft): Buffer | undefined {
  const text = body ?? (json && JSON.stringify(json).replace(/"@raw:([^"]*)@"/g, '$1'));
  return text === undefined ? undefined : Buffer.from(text as string);
}

const WORDS = 700;

/** Enough to send it again by hand. */
export function inWords(draft: Draft, bent: string): string {
  const { role, method, path, query, headers } = draft;
  const body = bytesOf(draft)?.toString('utf8').slice(0, WORDS) ?? '';
  const address = `${path}${query.length > 0 ? `?${query.join('&')}` : ''}`.slice(0, WORDS);
  return `[${bent || 'as it can be accepted'}] ${role} ${method} ${address} ${JSON.stringify(headers).slice(0, WORDS)} ${body}`;
}
