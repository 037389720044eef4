import { isErased } from '#kernel';

/** One place of a state that an event made otherwise. */
export interface Difference {
  /** `components.0.amountIdr`; empty for the whole. */
  readonly path: string;
  /** Undefined where nothing stood there. */
  readonly before: unknown;
  /** Undefined where nothing stands there any more. */
  readonly after: unknown;
}

/** What stands in place of what is sealed, and of what was recorded without it because the key was gone. */
export const SEALED_MARK = 'SEALED';
const ERASED_MARK = 'ERASED';

/** What two states differ in, leaf by leaf, in the order in which the later one has them. */
export function differencesOf(before: unknown, after: unknown, path = ''): Difference[] {
  const [one, other] = [plain(before), plain(after)];
  if (Object.is(one, other)) return [];
  if (!isBranch(one) || !isBranch(other)) {
    // What comes or goes as a whole is told leaf by leaf too, so that every line is short.
    if (isBranch(other)) return differencesOf(emptyLike(other), other, path);
    if (isBranch(one) && other === undefined) return differencesOf(one, emptyLike(one), path);
    return [{ path, before: one, after: other }];
  }
  const names = [...new Set([...Object.keys(other), ...Object.keys(one)])];
  return names.flatMap((name) =>
    differencesOf(one[name], other[name], path === '' ? name : `${path}.${name}`),
  );
}

type Branch = Readonly<Record<string, unknown>>;

const emptyLike = (of: Branch): Branch => (Array.isArray(of) ? ([] as unknown as Branch) : {});

const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null;

/** As it would be written down: what is sealed says so, and what keeps its parts out of sight shows them. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries(value);
  if (value instanceof Set) return [...value];
  if (typeof value === 'bigint') return String(value);
  return isBranch(value) && isErased(value) ? unreadable(value) : value;
}

/**
 * What stands in place of a section, or a state that has taken it in. A state that knows itself that its person was erased is neither: it
 * is told leaf by leaf.
 */
function unreadable(value: Branch): unknown {
  const { erased: _mark, sealed, ...beside } = value;
  if (Object.keys(beside).length === 0) return sealed === true ? SEALED_MARK : ERASED_MARK;
  return sealed === true ? { ...beside, sealed: SEALED_MARK } : value;
}
