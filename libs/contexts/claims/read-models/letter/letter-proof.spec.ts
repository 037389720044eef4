import { describe, expect, it } from '@jest/globals';
import { asHtml } from '#documents';
import { readModelSpec } from '#testing';
import {
  cosign,
  leafEntry,
  leafHash,
  nodeHash,
  proofOfEvent,
  readPolicy,
  readProof,
  recordOf,
  sha256,
  signCheckpoint,
  signingKey,
  verifyEventProof,
  writtenKey,
  writtenProof,
} from '#transparency-log';
import { readQrCode } from '../../../../documents/test/read-qr-code.js';
import { DECIDED, KNOWN, claim } from './letter.examples.js';
import { letterReadModel } from './letter.read-model.js';
import { printedLetter } from './printed-letter.js';

const log = signingKey('transparency.lindung.test/log', 'note', Buffer.alloc(32, 1));
const witnesses = [2, 3].map((n) =>
  signingKey(`witness${n}.lindung.test`, 'cosignature', Buffer.alloc(32, n)),
);
const policy = readPolicy(
  [
    `log ${writtenKey(log.public)}`,
    ...witnesses.map(({ public: key }, n) => `witness w${n} ${writtenKey(key)}`),
    'group both all w0 w1',
    'quorum both',
    '',
  ].join('\n'),
);

/** The first leaf of a tree of so many levels: every hash beside its way up is some hash. */
const LEVELS = 24;

const [letter] = readModelSpec(letterReadModel)(...KNOWN, claim(...DECIDED)).rows.letters.values();

function proofOfLetter(): string {
  const { eventId: id, streamId, position } = letter!;
  const event = {
    id,
    streamId,
    revision: 7n,
    position: BigInt(position),
    type: 'ClaimApproved',
    data: Buffer.from('{}'),
    metadata: Buffer.from('{}'),
  };
  const hashes = Array.from({ length: LEVELS }, (_, level) => sha256(Buffer.of(level)));
  const root = hashes.reduce((hash, beside) => nodeHash(hash, beside), leafHash(leafEntry(recordOf(event))));
  const signed = signCheckpoint({ origin: log.public.name, size: 2 ** LEVELS, root }, [log]);
  const { text, signatures } = signed.note;
  const seen = witnesses.map((witness) => cosign(witness, text, 1_795_000_000n));
  const checkpoint = { ...signed, note: { text, signatures: [...signatures, ...seen] } };
  return writtenProof(proofOfEvent(event, { index: 0, hashes, checkpoint }));
}

describe('A letter with the proof of its decision', () => {
  const proof = proofOfLetter();

  it('has it as a QR code, which whoever reads it checks without a network in under a second', () => {
    const read = Buffer.from(readQrCode(asHtml(printedLetter({ ...letter!, proof }, 'id'), 'id')));
    expect(read.toString()).toBe(proof);
    const start = performance.now();
    const { event, cosigned } = verifyEventProof(readProof(read), policy);
    expect(performance.now() - start).toBeLessThan(1_000);
    expect([event.streamId, event.id, cosigned.length]).toEqual([letter!.streamId, letter!.eventId, 2]);
  });

  it('of a log of sixteen million events with two witnesses has at most 2 KB', () => {
    expect(Buffer.byteLength(proof)).toBeLessThanOrEqual(2_048);
  });

  it('says so where there was none when it was made', () => {
    const page = asHtml(printedLetter(letter!, 'en'), 'en');
    expect(page).toContain('There was no proof of the transparency log when it was made');
    expect(page).not.toContain('<svg');
    expect(asHtml(printedLetter({ ...letter!, proof }, 'en'), 'en')).toContain(
      'keep what it says as a .tlog-proof file',
    );
  });
});
