import { isObject, parseExactly } from './exact-json.js';

/** Names of users and groups; `$all` is everybody. */
export type Roles = readonly string[];

/** Who may do what with a stream. What is left out is ruled by the next list: see `security/access-rules.ts`. */
export interface AccessList {
  readonly read?: Roles;
  readonly write?: Roles;
  readonly delete?: Roles;
  readonly metaRead?: Roles;
  readonly metaWrite?: Roles;
}

/** What an access list has a say on. */
export type ListedAction = keyof AccessList;

/** The lists of `$settings`: for streams without one of their own. */
export interface DefaultLists {
  readonly userStreams?: AccessList;
  readonly systemStreams?: AccessList;
}

/** The access lists that are in force. */
export interface AccessLists {
  /** The list in the metadata of a stream, if it has one. */
  ofStream(stream: string): AccessList | undefined;
  defaults(): DefaultLists;
}

/** The stream whose newest event holds the default lists. */
export const SETTINGS = '$settings';

const ACTIONS: Readonly<Record<string, ListedAction>> = {
  $r: 'read',
  $w: 'write',
  $d: 'delete',
  $mr: 'metaRead',
  $mw: 'metaWrite',
};

/**
 * Reads an access list as it stands in JSON: `{ "$r": "clerk", "$w": ["$admins", "finance"] }`. Undefined when it is none:
 * EventStoreDB ignores all of the metadata or settings then that hold it.
 */
export function readAccessList(value: unknown): AccessList | undefined {
  if (!isObject(value)) return undefined;
  const list: { [Action in ListedAction]?: Roles } = {};
  for (const [name, roles] of Object.entries(value)) {
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    const read = readRoles(roles);
    if (action === undefined || read === undefined) return undefined;
    list[action] = read;
  }
  return list;
}

/** Reads the newest event of `$settings`. Without it, or when it cannot be read, nothing is set. */
export function readDefaultLists(data: Buffer): DefaultLists {
  const settings = parseExactly(data) ?? {};
  const lists: { -readonly [List in keyof DefaultLists]: AccessList } = {};
  for (const [name, kind] of [
    ['$userStreamAcl', 'userStreams'],
    ['$systemStreamAcl', 'systemStreams'],
  ] as const) {
    if (!Object.hasOwn(settings, name)) continue;
    const list = readAccessList(settings[name]);
    if (list === undefined) return {};
    lists[kind] = list;
  }
  return lists;
}

function readRoles(value: unknown): Roles | undefined {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) && value.every((role) => typeof role === 'string') ? value : undefined;
}
