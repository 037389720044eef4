import { NotProven } from '../faults.js';
import { type SignedCheckpoint, signedByLog } from '../notes/checkpoint.js';
import { type Cosigned, cosignersOf } from '../notes/cosignature.js';
import { type PublicKey, readKey } from '../notes/keys.js';
import { isOf } from '../notes/note.js';

/** A witness as the policy names it. */
export interface NamedWitness {
  readonly name: string;
  readonly key: PublicKey;
  /** Where it takes checkpoints; whoever only verifies needs none. */
  readonly url?: string;
}

interface WitnessGroup {
  readonly threshold: number;
  readonly members: readonly string[];
}

/** Whose checkpoints are believed (c2sp.org/tlog-policy). */
export interface Policy {
  readonly logs: readonly PublicKey[];
  readonly witnesses: readonly NamedWitness[];
  readonly groups: ReadonlyMap<string, WitnessGroup>;
  /** A witness or a group; `none` where no cosignature is asked for. */
  readonly quorum: string;
}

/** A file that is no policy: says which line, and what is allowed there. */
export class UnusablePolicy extends Error {
  override readonly name = 'UnusablePolicy';

  constructor(line: number, allowed: string) {
    super(`The policy is unusable at line ${line}: ${allowed}`);
  }
}

const NONE = 'none';

interface Reading {
  readonly logs: PublicKey[];
  readonly witnesses: NamedWitness[];
  readonly groups: Map<string, WitnessGroup>;
  /** Each may be a member of one group only. */
  readonly taken: Set<string>;
  quorum?: string;
}

type Take = (reading: Reading, words: readonly string[]) => string | undefined;

const isNamed = ({ witnesses, groups }: Reading, name: string): boolean =>
  groups.has(name) || witnesses.some((one) => one.name === name);

/** What each kind of line says; gives what is allowed there where it says something else. */
const LINES: Readonly<Record<string, Take>> = {
  log: ({ logs }, [vkey, , ...others]) => {
    if (vkey === undefined || others.length > 0) return 'log VKEY [URL]';
    const key = readKey(vkey, 'note');
    if (logs.some(({ bytes }) => bytes.equals(key.bytes))) return 'each log once';
    logs.push(key);
    return undefined;
  },
  witness: (reading, [name, vkey, url, ...others]) => {
    if (name === undefined || vkey === undefined || others.length > 0) return 'witness NAME VKEY [URL]';
    const key = readKey(vkey, 'cosignature');
    if (name === NONE || isNamed(reading, name)) return 'each name once, and not none';
    if (reading.witnesses.some((one) => one.key.bytes.equals(key.bytes))) return 'each witness once';
    reading.witnesses.push({ name, key, ...(url !== undefined && { url }) });
    return undefined;
  },
  group: (reading, [name, count, ...members]) => {
    const threshold = thresholdOf(count, members.length);
    if (name === undefined || threshold === undefined) return 'group NAME all|any|K MEMBER...';
    if (name === NONE || isNamed(reading, name)) return 'each name once, and not none';
    for (const member of members) {
      if (!isNamed(reading, member) || reading.taken.has(member))
        return 'members named above, each in one group';
      reading.taken.add(member);
    }
    reading.groups.set(name, { threshold, members });
    return undefined;
  },
  quorum: (reading, [name, ...others]) => {
    if (name === undefined || others.length > 0 || reading.quorum !== undefined)
      return 'one line: quorum NAME';
    if (name !== NONE && !isNamed(reading, name)) return 'a witness or a group named above, or none';
    reading.quorum = name;
    return undefined;
  },
};

function thresholdOf(count: string | undefined, members: number): number | undefined {
  if (members === 0 || count === undefined) return undefined;
  if (count === 'all') return members;
  if (count === 'any') return 1;
  const number = /^[1-9]\d*$/.test(count) ? Number(count) : 0;
  return number >= 1 && number <= members ? number : undefined;
}

/** @throws UnusablePolicy */
export function readPolicy(text: string): Policy {
  const reading: Reading = { logs: [], witnesses: [], groups: new Map(), taken: new Set() };
  text.split('\n').forEach((line, place) => {
    const [kind, ...words] = line.split(/[ \t]+/).filter((word) => word !== '');
    if (kind === undefined || kind.startsWith('#')) return;
    const take = Object.hasOwn(LINES, kind) ? LINES[kind] : undefined;
    if (!take) throw new UnusablePolicy(place + 1, Object.keys(LINES).join(', '));
    let allowed: string | undefined;
    try {
      allowed = take(reading, words);
    } catch (error) {
      allowed = (error as Error).message;
    }
    if (allowed !== undefined) throw new UnusablePolicy(place + 1, allowed);
  });
  const { logs, witnesses, groups, quorum } = reading;
  if (quorum === undefined) throw new UnusablePolicy(text.split('\n').length, 'a line: quorum NAME');
  return { logs, witnesses, groups, quorum };
}

/** Whether these witnesses are enough. */
export function isQuorum({ groups, quorum }: Policy, cosigners: ReadonlySet<string>): boolean {
  const hasWitnessed = (name: string): boolean => {
    const group = groups.get(name);
    if (!group) return cosigners.has(name);
    return group.members.filter(hasWitnessed).length >= group.threshold;
  };
  return quorum === NONE || hasWitnessed(quorum);
}

/** What is known of a checkpoint that is believed. */
export interface Accepted {
  readonly cosigned: readonly Cosigned[];
  /** Lines under it that no key of the policy has made: they mean nothing, and were not there when it was written for this policy. */
  readonly unknownSignatures: readonly string[];
}

/**
 * That a checkpoint is of a log that the policy names, and that enough witnesses have cosigned it.
 * @throws NotProven
 */
export function acceptCheckpoint(checkpoint: SignedCheckpoint, policy: Policy): Accepted {
  const { note } = checkpoint;
  signedByLog(checkpoint, policy.logs);
  const cosigned = cosignersOf(
    note,
    policy.witnesses.map(({ key }) => key),
  );
  const keys = new Set(cosigned.map(({ witness }) => witness));
  const names = policy.witnesses.filter(({ key }) => keys.has(key)).map(({ name }) => name);
  if (!isQuorum(policy, new Set(names))) {
    throw new NotProven('QUORUM_MISSING', `${checkpoint.origin} at ${checkpoint.size} leaves`);
  }
  const known = [...policy.logs, ...policy.witnesses.map(({ key }) => key)];
  const strangers = note.signatures.filter((one) => !known.some((key) => isOf(one, key)));
  return { cosigned, unknownSignatures: strangers.map(({ name }) => name) };
}
