import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NotProven } from '../faults.js';
import { readCheckpoint, signCheckpoint, signedByLog, writtenCheckpoint } from './checkpoint.js';
import { cosign, cosignersOf } from './cosignature.js';
import { publicKey, readKey, signingKey, writtenKey } from './keys.js';
import { readNote, signedBy, signersOf, writtenNote } from './note.js';

/** The example of c2sp.org/signed-note. */
const EXAMPLE_KEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const EXAMPLE_NOTE = Buffer.from(
  'This is an example message.\n\n' +
    '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
);

/** The example of c2sp.org/tlog-cosignature. */
const EXAMPLE_CHECKPOINT = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;

const seed = (fill: number) => Buffer.alloc(32, fill);
const log = signingKey('lindung.example/log', 'note', seed(1));
const witness = signingKey('witness.example/w1', 'cosignature', seed(2));
const head = { origin: 'lindung.example/log', size: 3, root: Buffer.alloc(32, 9) };

describe('a signed note', () => {
  it('of the specification is signed by the key of the specification', () => {
    const key = readKey(EXAMPLE_KEY, 'note');
    const note = readNote(EXAMPLE_NOTE);
    expect(signersOf(note, [key])).toEqual([key]);
    expect(writtenNote(note)).toBe(EXAMPLE_NOTE.toString());
    expect(writtenKey(key)).toBe(EXAMPLE_KEY);
  });

  it('is believed for a key that we know only, whoever else has signed', () => {
    const text = 'two lines\n\nwith an empty one between them\n';
    const note = { text, signatures: [signedBy(witness, text), signedBy(log, text)] };
    expect(readNote(Buffer.from(writtenNote(note)))).toEqual(note);
    expect(signersOf(note, [log.public])).toEqual([log.public]);
    expect(signersOf(note, [])).toEqual([]);
    const wrong = { text: 'another\n', signatures: note.signatures };
    expect(() => signersOf(wrong, [log.public])).toThrow('not what the named key makes');
  });

  it.each([
    ['no empty line', 'text\n— a AAAAAAA=\n'],
    ['no signature', 'text\n\n'],
    ['a control character', 'te\tt\n\n— a AAAAAAA=\n'],
    ['no newline at the end', 'text\n\n— a AAAAAAA='],
    ['a name with a plus', 'text\n\n— a+b AAAAAAA=\n'],
    ['no bytes behind the id', 'text\n\n— a AAAAAA==\n'],
    ['base64 written another way', 'text\n\n— a AAAAAAB=\n'],
    ['a hyphen for the dash', 'text\n\n- a AAAAAAA=\n'],
  ])('with %s is none', (_, text) => {
    expect(() => readNote(Buffer.from(text))).toThrow(NotProven);
  });

  it('that is not UTF-8 is none', () => {
    const bytes = Buffer.concat([Buffer.of(0xff), EXAMPLE_NOTE]);
    expect(() => readNote(bytes)).toThrow(NotProven);
  });
});

describe('keys', () => {
  it('are read as they are written', () => {
    for (const { public: key } of [log, witness]) {
      expect(writtenKey(readKey(writtenKey(key), key.kind))).toBe(writtenKey(key));
    }
  });

  it('of another kind, another name or another id are refused', () => {
    const written = writtenKey(log.public);
    expect(() => readKey(written, 'cosignature')).toThrow('not one for a cosignature');
    expect(() => readKey(written.replace('/log', '/lag'), 'note')).toThrow('not that of its name');
    expect(() => readKey('nonsense', 'note')).toThrow('name+id+base64');
    expect(() => publicKey('two words', 'note', seed(1))).toThrow('space');
    expect(() => publicKey('short', 'note', Buffer.alloc(3))).toThrow('32 bytes');
    expect(() => signingKey('short', 'note', Buffer.alloc(31))).toThrow('32 bytes');
  });
});

describe('a checkpoint', () => {
  it('of the specification is read, its cosignature with the time it tells', () => {
    const { origin, size, root, note } = readCheckpoint(Buffer.from(EXAMPLE_CHECKPOINT));
    expect([origin, size]).toEqual(['example.com/behind-the-sofa', 20_852_163]);
    expect(root.toString('base64')).toBe('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=');
    expect(note.signatures[1]?.bytes.readBigUInt64BE()).toBe(1_679_315_147n);
    expect(writtenCheckpoint({ origin, size, root, note })).toBe(EXAMPLE_CHECKPOINT);
  });

  it('is signed by the log, by both keys while they change, and cosigned by a witness', () => {
    const next = signingKey(head.origin, 'note', seed(3));
    const signed = signCheckpoint(head, [next, log]);
    const { text, signatures } = signed.note;
    const note = { text, signatures: [...signatures, cosign(witness, text, 1_700_000_000n)] };
    const read = readCheckpoint(Buffer.from(writtenCheckpoint({ ...head, note })));
    signedByLog(read, [log.public]);
    signedByLog(read, [next.public]);
    expect(cosignersOf(read.note, [witness.public])).toEqual([
      { witness: witness.public, seconds: 1_700_000_000n },
    ]);
    expect(() => signedByLog(read, [signingKey(head.origin, 'note', seed(4)).public])).toThrow(
      'no key that we know',
    );
    expect(() => signedByLog(read, [signingKey('elsewhere', 'note', seed(1)).public])).toThrow(
      'does not name',
    );
  });

  it('is refused after any change of a byte that a known key has signed', () => {
    const signed = signCheckpoint(head, [log]);
    const { text } = signed.note;
    const note = { text, signatures: [...signed.note.signatures, cosign(witness, text, 1n)] };
    const bytes = Buffer.from(writtenCheckpoint({ ...head, note }));
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const changed = Buffer.from(bytes);
        changed[place] = (changed[place] as number) ^ change;
        const accept = () => {
          const read = readCheckpoint(changed);
          signedByLog(read, [log.public]);
          if (cosignersOf(read.note, [witness.public]).length === 0)
            throw new NotProven('QUORUM_MISSING', '');
        };
        expect(accept).toThrow(NotProven);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a leading zero', 'a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'],
    [
      'a size beyond what is counted exactly',
      'a\n9007199254740993\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n',
    ],
    ['a short root', 'a\n1\nCsUYag==\n'],
    ['no origin', '\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'],
    ['an empty extension', 'a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\nb\n'],
  ])('with %s is none', (_, text) => {
    const note = { text, signatures: [signedBy(log, text)] };
    expect(() => readCheckpoint(Buffer.from(writtenNote(note)))).toThrow(NotProven);
  });
});
