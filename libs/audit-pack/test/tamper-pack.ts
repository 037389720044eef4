import { Random } from '../../../test/system/random.js';
import { archived, examplePack, withManifest } from '../src/pack.examples.js';
import type { PackFiles } from '../src/archive.js';
import type { PackFault } from '../src/faults.js';
import { CHECKPOINT, EVENT_FILES, PAPERS, RULES, eventOf } from '../src/pack-files.js';
import { verifyPack } from '../src/verify-pack.js';

/** A pack that somebody has changed: what was done to it, and its bytes. */
export interface Tampered {
  readonly what: string;
  readonly where: string;
  readonly bytes: Uint8Array;
}

type Files = Map<string, Uint8Array>;
type Tamper = (
  files: Files,
  random: Random,
) =>
  | Promise<readonly [where: string, changed: Files | Uint8Array]>
  | readonly [where: string, changed: Files | Uint8Array];

function flipped(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = Uint8Array.from(bytes);
  const place = random.between(0, bytes.length - 1);
  changed[place] = (changed[place] as number) ^ random.between(1, 255);
  return changed;
}

const pathsOf = (files: PackFiles, ...what: readonly string[]): string[] =>
  [...files.keys()].filter((path) => what.includes(eventOf(path)?.what ?? path));

/** Files of the events of one stream but the last: what is behind the last one nobody can tell from a pack. */
const fromTheMiddle = (files: PackFiles): string[] =>
  pathsOf(files, 'data').filter((path) =>
    files.has(path.replace(/\d+(?=\.data$)/, (n) => String(Number(n) + 1))),
  );

function swapped(files: Files, paths: readonly string[], random: Random): readonly [string, Files] {
  const one = random.pick([...paths]);
  const other = random.pick(paths.filter((path) => path !== one));
  const [first, second] = [files.get(one) as Uint8Array, files.get(other) as Uint8Array];
  return [`${one} and ${other}`, new Map([...files, [one, second], [other, first]])];
}

const without = (files: Files, paths: readonly string[]): Files =>
  new Map([...files].filter(([path]) => !paths.includes(path)));

const unsigned = (bytes: Uint8Array, kept: number): Uint8Array => {
  const lines = Buffer.from(bytes).toString().split('\n');
  const first = lines.findIndex((line) => line.startsWith('\u2014 w'));
  return Buffer.from([...lines.slice(0, first + kept), ''].join('\n'));
};

/** Everything that is done to a pack. Where the manifest is made anew, only proofs, signatures and the events themselves tell. */
const TAMPERS: Readonly<Record<string, Tamper>> = {
  'a byte of the archive': (files, random) => ['somewhere', flipped(archived(files), random)],
  'the end of the archive cut off': (files, random) => {
    const bytes = archived(files);
    return ['the end', bytes.slice(0, bytes.length - random.between(1, 500))];
  },
  'something put behind the archive': (files) => [
    'the end',
    Buffer.concat([archived(files), Buffer.from('more')]),
  ],
  'a byte of a file': (files, random) => {
    const path = random.pick([...files.keys()]);
    return [path, new Map([...files, [path, flipped(files.get(path) as Uint8Array, random)]])];
  },
  'a file taken away': (files, random) => {
    const path = random.pick([...files.keys()]);
    return [path, without(files, [path])];
  },
  'a file put in': (files) => [
    'events/claim-x/0.data',
    new Map([...files, ['events/claim-x/0.data', Buffer.from('{}')]]),
  ],
  'two files swapped': (files, random) => swapped(files, pathsOf(files, ...EVENT_FILES), random),
  'a byte of an event or a proof, the manifest made anew': (files, random) => {
    const path = random.pick(pathsOf(files, ...EVENT_FILES, CHECKPOINT));
    return [path, withManifest(new Map([...files, [path, flipped(files.get(path) as Uint8Array, random)]]))];
  },
  'data of two events swapped, the manifest made anew': (files, random) => {
    const [where, changed] = swapped(files, pathsOf(files, 'data'), random);
    return [where, withManifest(changed)];
  },
  'proofs of two events swapped, the manifest made anew': (files, random) => {
    const [where, changed] = swapped(files, pathsOf(files, 'tlog-proof'), random);
    return [where, withManifest(changed)];
  },
  'an event taken away, the manifest made anew': (files, random) => {
    const path = random.pick(fromTheMiddle(files));
    return [
      path,
      withManifest(
        without(
          files,
          EVENT_FILES.map((what) => path.replace(/data$/, what)),
        ),
      ),
    ];
  },
  'a person or a paper taken away as a whole, the manifest and the lists made anew': (files, random) => {
    const streams = [...files.keys()].flatMap(
      (path) => /^events\/((?:participant|paper)-[^/]+)/.exec(path)?.[1] ?? [],
    );
    const one = random.pick([...new Set(streams)]);
    const left = without(
      files,
      [...files.keys()].filter((path) => path.includes(`/${one}/`)),
    );
    if (one.startsWith('paper')) left.set(PAPERS, Buffer.from('[]\n'));
    return [one, withManifest(left)];
  },
  'a list in which nothing stands, the manifest made anew': (files, random) => {
    const path = random.pick([PAPERS, RULES]);
    return [path, withManifest(new Map([...files, [path, Buffer.from('[null]\n')]]))];
  },
  'cosignatures taken away, the manifest made anew': (files, random) => {
    const kept = random.between(0, 1);
    const of = pathsOf(files, 'tlog-proof', CHECKPOINT);
    return [
      `${kept} kept`,
      withManifest(
        new Map([...files].map(([path, bytes]) => [path, of.includes(path) ? unsigned(bytes, kept) : bytes])),
      ),
    ];
  },
  'a paper taken off the list, the manifest made anew': (files) => [
    'papers.json',
    withManifest(new Map([...files, ['papers.json', Buffer.from('[]\n')]])),
  ],
  'rules of another calculation, the manifest made anew': (files) => [
    'rules.json',
    withManifest(new Map([...files, ['rules.json', Buffer.from('[]\n')]])),
  ],
  'something said to be opened that was not sealed': (files) => [
    'opened',
    withManifest(
      new Map([...files, [`opened/${claimStream(files)}/2.json`, Buffer.from('{"person": {}}\n')]]),
    ),
  ],
  'a history rewritten and signed by the log': async (_files, random) => [
    'fork',
    await examplePack({ history: `another ${random.between(1, 1_000)}`, cosigned: 1 }),
  ],
};

const claimStream = (files: PackFiles): string =>
  pathsOf(files, 'data')
    .find((path) => path.startsWith('events/claim-'))
    ?.split('/')[1] ?? '';

export const WAYS: readonly string[] = Object.keys(TAMPERS);

/** One pack, changed in one way. */
export async function tampered(what: string, files: Files, random: Random): Promise<Tampered> {
  const [where, changed] = await (TAMPERS[what] as Tamper)(new Map(files), random);
  return { what, where, bytes: changed instanceof Map ? archived(changed) : changed };
}

/** Changes packs by chance, one thing at a time, and looks whether each change is found. */
export async function tamperPacks(rounds: number, seed: number) {
  const random = new Random(seed);
  const original = await examplePack();
  const falseAlarms = verifyPack(archived(original)).findings.map(({ fault, where }) => `${fault} ${where}`);
  const found: Record<string, number> = {};
  const missed: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { what, where, bytes } = await tampered(random.pick([...WAYS]), original, random);
    const faults = new Set(verifyPack(bytes).findings.map(({ fault }): PackFault => fault));
    if (faults.size === 0) missed.push(`seed ${seed}, round ${round}: ${what}, ${where}`);
    const [first] = faults;
    const name = `${what}: ${first}`;
    found[name] = (found[name] ?? 0) + 1;
  }
  return { rounds, found, missed, falseAlarms };
}
