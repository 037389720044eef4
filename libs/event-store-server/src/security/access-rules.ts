import type { AccessLists, DefaultLists, ListedAction, Roles } from '../storage/access-list.js';
import { originalStreamOf } from '../storage/stream-metadata.js';
import type { User } from './users-file.js';

/** Who makes a call: one of the users, or somebody who gave no credentials. */
export type Caller = Pick<User, 'name' | 'groups' | 'rights'> | undefined;

/** What somebody wants to do with a stream. For a metadata stream it means the metadata of the other. */
export type StreamAction = 'read' | 'write' | 'delete';

const ADMINS = '$admins';
const OPERATORS = '$ops';
/** In an access list, not as a group: everybody who has given credentials. */
const EVERYBODY = '$all';

/** The lists of EventStoreDB where nothing is set: everybody may use streams, administrators those of the system. */
const BUILT_IN: Readonly<Record<keyof DefaultLists, Roles>> = {
  userStreams: [EVERYBODY],
  systemStreams: [ADMINS],
};

/** True for those who may do anything that can be done at all: by their group, or by the name, as in EventStoreDB. */
function isAdministrator({ name, groups }: NonNullable<Caller>): boolean {
  return name === 'admin' || groups.includes(ADMINS);
}

/** Who may make, change, delete, replay and restart persistent subscriptions. No access list has a say on that. */
export function mayManageGroups(caller: Caller): boolean {
  if (caller === undefined || caller.rights === 'read-only') return false;
  return isAdministrator(caller) || caller.name === 'ops' || caller.groups.includes(OPERATORS);
}

/**
 * Whether somebody may do something with a stream, by the rules of EventStoreDB 24.2. The list of the stream comes
 * first, then that of `$settings`, then what is built in; each rules what those before it leave out.
 */
export function mayUseStream(
  caller: Caller,
  action: StreamAction,
  stream: string,
  lists: AccessLists,
): boolean {
  if (caller === undefined || isClosed(action, stream)) return false;
  const original = originalStreamOf(stream);
  const asked = original === undefined ? action : METADATA_ACTION[action];
  if (caller.rights === 'read-only') return asked === 'read' || asked === 'metaRead';
  if (isAdministrator(caller)) return true;
  const roles = rolesFor(asked, original ?? stream, lists);
  return roles.some((role) => role === EVERYBODY || role === caller.name || caller.groups.includes(role));
}

/** Deleting metadata is closed to everybody, so that no list needs a say on it. */
const METADATA_ACTION: Readonly<Record<StreamAction, ListedAction>> = {
  read: 'metaRead',
  write: 'metaWrite',
  delete: 'metaWrite',
};

/** What nobody may do: write to `$all`, delete it, or delete metadata without the stream. */
function isClosed(action: StreamAction, stream: string): boolean {
  if (stream === '$all') return action !== 'read';
  return action === 'delete' && originalStreamOf(stream) !== undefined;
}

function rolesFor(action: ListedAction, stream: string, lists: AccessLists): Roles {
  const kind = stream.startsWith('$') ? 'systemStreams' : 'userStreams';
  return lists.ofStream(stream)?.[action] ?? lists.defaults()[kind]?.[action] ?? BUILT_IN[kind];
}
