import { describe, expect, it } from '@jest/globals';
import { NotProven } from '../faults.js';
import { leafHash, nodeHash } from '../merkle/hashes.js';
import { signCheckpoint } from '../notes/checkpoint.js';
import { cosign } from '../notes/cosignature.js';
import { type SigningKey, signingKey, writtenKey } from '../notes/keys.js';
import { acceptCheckpoint, readPolicy } from './policy.js';
import { readProof, verifyProof, writtenProof } from './proof.js';
import { readAddCheckpoint, writtenAddCheckpoint } from './witness-messages.js';

const seed = (fill: number) => Buffer.alloc(32, fill);
const log = signingKey('lindung.example/log', 'note', seed(1));
const witnesses = [2, 3, 4].map((n) => signingKey(`witness.example/w${n}`, 'cosignature', seed(n)));
const [w2, w3] = witnesses as [SigningKey, SigningKey];

const twoOfThree = readPolicy(
  [
    '# two of three',
    `log ${writtenKey(log.public)} https://lindung.example/log`,
    ...witnesses.map(({ public: key }, n) => `\twitness w${n}  ${writtenKey(key)} https://w${n}.example `),
    'group all-witnesses 2 w0 w1 w2',
    'quorum all-witnesses',
    '',
  ].join('\n'),
);

const leaves = ['one', 'two'].map((entry) => leafHash(Buffer.from(entry)));
const [first, second] = leaves as [Buffer, Buffer];
const head = { origin: log.public.name, size: 2, root: nodeHash(first, second) };

function cosignedBy(...keys: readonly SigningKey[]) {
  const signed = signCheckpoint(head, [log]);
  const { text, signatures } = signed.note;
  return {
    ...head,
    note: { text, signatures: [...signatures, ...keys.map((key) => cosign(key, text, 5n))] },
  };
}

describe('a policy of two of three', () => {
  it('believes a checkpoint that two witnesses have cosigned, and tells which', () => {
    const { cosigned, unknownSignatures } = acceptCheckpoint(cosignedBy(w2, w3), twoOfThree);
    expect(cosigned.map(({ witness }) => witness.name)).toEqual(['witness.example/w2', 'witness.example/w3']);
    expect(unknownSignatures).toEqual([]);
  });

  it('believes none that one has cosigned, however often, and names signatures it does not know', () => {
    expect(() => acceptCheckpoint(cosignedBy(w2, w2), twoOfThree)).toThrow('fewer witnesses');
    const stranger = signingKey('witness.example/w9', 'cosignature', seed(9));
    expect(() => acceptCheckpoint(cosignedBy(w2, stranger), twoOfThree)).toThrow('fewer witnesses');
    expect(acceptCheckpoint(cosignedBy(w2, w3, stranger), twoOfThree).unknownSignatures).toEqual([
      'witness.example/w9',
    ]);
  });

  it('may be of groups of groups, or of nobody', () => {
    const [a, b, c] = witnesses.map(({ public: key }, n) => `witness w${n} ${writtenKey(key)}`);
    const lines = (...more: string[]) =>
      readPolicy([`log ${writtenKey(log.public)}`, a, b, c, ...more, ''].join('\n'));
    const nested = lines('group g any w0 w1', 'group h all g w2', 'quorum h');
    expect(() => acceptCheckpoint(cosignedBy(w2, w3), nested)).toThrow('fewer witnesses');
    acceptCheckpoint(cosignedBy(w2, witnesses[2] as SigningKey), nested);
    acceptCheckpoint(cosignedBy(), lines('quorum none'));
    expect(() => acceptCheckpoint(cosignedBy(), lines('quorum w1'))).toThrow('fewer witnesses');
  });

  it.each([
    ['quorum nobody', 'named above'],
    ['quorum none\nquorum none', 'one line'],
    ['group g 3 w0\nquorum g', 'group NAME'],
    ['group g 0 w0\nquorum g', 'group NAME'],
    ['group w0 any w0\nquorum w0', 'each name once'],
    ['group g any w0\ngroup h any w0\nquorum g', 'each in one group'],
    ['watcher w3 x\nquorum none', 'log, witness, group, quorum'],
    ['', 'quorum NAME'],
    [`log ${writtenKey(log.public)}\nlog ${writtenKey(log.public)}\nquorum none`, 'each log once'],
    [`log ${writtenKey(w2.public)}\nquorum none`, 'not one for a note'],
  ])('%j is none', (text, allowed) => {
    const withWitness = `witness w0 ${writtenKey(w2.public)}\n${text}`;
    expect(() => readPolicy(withWitness)).toThrow(allowed);
  });
});

describe('a proof', () => {
  const extra = Buffer.from('which event it is of');
  const proof = { extra, index: 1, hashes: [first], checkpoint: cosignedBy(w2, w3) };

  it('is read as it is written, and proves its leaf', () => {
    const text = writtenProof(proof);
    expect(text.split('\n').slice(0, 3)).toEqual([
      'c2sp.org/tlog-proof@v1',
      `extra ${extra.toString('base64')}`,
      'index 1',
    ]);
    expect(readProof(Buffer.from(text))).toEqual(proof);
    verifyProof(readProof(Buffer.from(text)), second, twoOfThree);
    const { extra: _, ...bare } = proof;
    expect(readProof(Buffer.from(writtenProof(bare)))).toEqual(bare);
  });

  it('proves no other leaf, and nothing without a quorum', () => {
    expect(() => verifyProof(proof, first, twoOfThree)).toThrow('does not lead to the root');
    const lonely = { ...proof, checkpoint: cosignedBy(w3) };
    expect(() => verifyProof(lonely, second, twoOfThree)).toThrow('fewer witnesses');
  });

  it.each([
    ['another version', (text: string) => text.replace('@v1', '@v2')],
    ['no index', (text: string) => text.replace(/index 1\n/, '')],
    ['a leading zero', (text: string) => text.replace('index 1', 'index 01')],
    ['a hash that is short', (text: string) => text.replace(/index 1\n.{4}/, 'index 1\n')],
    ['no checkpoint', (text: string) => text.slice(0, text.indexOf('\n\n'))],
  ])('with %s is none', (_, change) => {
    expect(() => readProof(Buffer.from(change(writtenProof(proof))))).toThrow(NotProven);
  });
});

describe('what a log asks of a witness', () => {
  /** The example of c2sp.org/tlog-witness. */
  const EXAMPLE = `old 20852014
PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
`;

  it('is read as the specification writes it', () => {
    const asked = readAddCheckpoint(Buffer.from(EXAMPLE));
    expect([asked.oldSize, asked.proof.length, asked.checkpoint.size]).toEqual([20_852_014, 4, 20_852_163]);
    expect(asked.checkpoint.note.signatures).toHaveLength(2);
    expect(writtenAddCheckpoint(asked)).toBe(EXAMPLE);
  });

  it('is refused with more hashes than any tree needs, or an old size that is none', () => {
    const [line, hash] = ['old 20852014\n', 'PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n'];
    const many = EXAMPLE.replace(line, line + hash.repeat(60));
    expect(() => readAddCheckpoint(Buffer.from(many))).toThrow(NotProven);
    expect(() => readAddCheckpoint(Buffer.from(EXAMPLE.replace('old ', 'old -')))).toThrow(NotProven);
  });
});
