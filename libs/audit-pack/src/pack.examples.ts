import {
  GrowingTree,
  type SignedCheckpoint,
  cosign,
  inclusionProof,
  leafEntry,
  leafHash,
  proofOfEvent,
  recordOf,
  signCheckpoint,
  signingKey,
  writtenCheckpoint,
  writtenKey,
  writtenProof,
} from '#transparency-log';
import { writtenArchive } from './archive.js';
import {
  CHECKPOINT,
  MANIFEST,
  PAPERS,
  POLICY,
  RULES,
  eventFile,
  openedFile,
  writtenJson,
  writtenManifest,
} from './pack-files.js';
import { papersIn } from './papers.js';

export const CLAIM_ID = '0b7f2a34-95c6-4d2b-8f1e-3a1d2c4b5e6f';
const PARTICIPANT_ID = '5d0c8f8e-55f0-4c3b-9a3e-1b0e2f7a9c11';

const log = signingKey('lindung.example/log', 'note', Buffer.alloc(32, 1));
const witnesses = [2, 3, 4].map((n) =>
  signingKey(`w${n}.example/witness`, 'cosignature', Buffer.alloc(32, n)),
);

/** Two of three witnesses. */
export const EXAMPLE_POLICY = [
  `log ${writtenKey(log.public)}`,
  ...witnesses.map(({ public: key }, n) => `witness w${n} ${writtenKey(key)}`),
  'group enough 2 w0 w1 w2',
  'quorum enough',
  '',
].join('\n');

const sealed = { $sealed: 1, box: 'c2VhbGVk' };

/** What the events of the example say, in the order of the log. Those of others stand between them. */
const SAID: readonly (readonly [streamId: string, type: string, data: Record<string, unknown>])[] = [
  [
    `participant-${PARTICIPANT_ID}`,
    'ParticipantRegistered',
    { participantId: PARTICIPANT_ID, person: sealed },
  ],
  ['participant-other', 'ParticipantRegistered', {}],
  [
    'paper-9a6a3f7e-3c1b-4d5e-8f90-a1b2c3d4e5f6',
    'PaperKept',
    {
      paperId: '9a6a3f7e-3c1b-4d5e-8f90-a1b2c3d4e5f6',
      mediaType: 'image/png',
      tells: 'PERSON',
      bytes: 1200,
      sealedSha256: 'ab'.repeat(32),
    },
  ],
  [
    `claim-${CLAIM_ID}`,
    'ClaimSubmitted',
    {
      claimId: CLAIM_ID,
      participantId: PARTICIPANT_ID,
      programme: 'JKM',
      documents: [{ kind: 'DEATH_CERTIFICATE', paperId: '9a6a3f7e-3c1b-4d5e-8f90-a1b2c3d4e5f6' }],
      person: sealed,
    },
  ],
  ['claim-other', 'ClaimSubmitted', {}],
  [
    `claim-${CLAIM_ID}`,
    'BenefitCalculated',
    { claimId: CLAIM_ID, ruleSetVersion: '2025-02-24/1', totalIdr: 42_000_000, health: sealed },
  ],
  [`claim-${CLAIM_ID}`, 'ClaimApproved', { claimId: CLAIM_ID, totalIdr: 42_000_000 }],
  ['payout-77d1b0a4-0e0f-4a56-9d3c-2f1e0d9c8b7a', 'PayoutOrdered', { amountIdr: 42_000_000 }],
  ['payout-77d1b0a4-0e0f-4a56-9d3c-2f1e0d9c8b7a', 'PayoutInstructed', {}],
  [
    'payout-77d1b0a4-0e0f-4a56-9d3c-2f1e0d9c8b7a',
    'PayoutSettled',
    { amountIdr: 42_000_000, bankReference: 'B-1' },
  ],
];

function recordedEvents(history: string) {
  const revisions = new Map<string, bigint>();
  return SAID.map(([streamId, type, data], n) => {
    const revision = revisions.get(streamId) ?? 0n;
    revisions.set(streamId, revision + 1n);
    return {
      id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      streamId,
      revision,
      position: BigInt(n * 100),
      type,
      data: Buffer.from(JSON.stringify({ ...data, ...(type === 'ClaimApproved' && history && { history }) })),
      metadata: Buffer.from(JSON.stringify({ actor: { id: 'somebody' }, nth: n })),
    };
  });
}

/**
 * The files of a pack as they are made of a log: with papers, rules, something opened, and proofs.
 * @param history what the approval says: another one is a fork
 * @param cosigned by how many of the three witnesses
 */
export async function examplePack({ history = '', cosigned = 3 } = {}): Promise<Map<string, Uint8Array>> {
  const events = recordedEvents(history);
  const tree = GrowingTree.empty();
  const hashes = new Map<string, Buffer>();
  for (const event of events)
    tree.append(leafHash(leafEntry(recordOf(event))), (level, index, hash) =>
      hashes.set(`${level}/${index}`, hash),
    );
  const checkpoint = signed(tree.size, tree.root(), cosigned);
  const said = events.map(({ streamId, revision, type, data }) => ({
    place: `${streamId}@${revision}`,
    type,
    data: JSON.parse(data.toString()) as Record<string, unknown>,
  }));
  const files = new Map<string, Uint8Array>([
    [CHECKPOINT, Buffer.from(writtenCheckpoint(checkpoint))],
    [POLICY, Buffer.from(EXAMPLE_POLICY)],
    [PAPERS, writtenJson(papersIn(said))],
    [
      RULES,
      writtenJson([
        {
          decision: `claim-${CLAIM_ID}@1`,
          ruleSetVersion: '2025-02-24/1',
          calculator: 'JKM',
          eventDate: '2026-01-10',
          rules: [{ id: 'JKM_DEATH_2025', value: 20_000_000 }],
        },
      ]),
    ],
    [openedFile(`claim-${CLAIM_ID}`, 0n), writtenJson({ person: { claimantName: 'Siti Contoh' } })],
  ]);
  for (const [index, event] of events.entries()) {
    const { streamId, revision, data, metadata } = event;
    if (streamId.endsWith('-other')) continue;
    const subtrees = async (level: number, place: number) => hashes.get(`${level}/${place}`) as Buffer;
    const path = await inclusionProof(index, tree.size, subtrees);
    const proof = proofOfEvent(event, { index, hashes: path, checkpoint });
    files.set(eventFile(streamId, revision, 'data'), data);
    files.set(eventFile(streamId, revision, 'metadata'), metadata);
    files.set(eventFile(streamId, revision, 'tlog-proof'), Buffer.from(writtenProof(proof)));
  }
  return withManifest(files);
}

function signed(size: number, root: Buffer, cosigned: number): SignedCheckpoint {
  const checkpoint = signCheckpoint({ origin: log.public.name, size, root }, [log]);
  const { text, signatures } = checkpoint.note;
  const seen = witnesses.slice(0, cosigned).map((witness) => cosign(witness, text, 1_790_000_000n));
  return { ...checkpoint, note: { text, signatures: [...signatures, ...seen] } };
}

/** The same files with a manifest that says what they are: whoever changes a pack can make that anew. */
export function withManifest(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const all = new Map(files);
  all.delete(MANIFEST);
  return all.set(MANIFEST, writtenManifest(CLAIM_ID, all));
}

export const archived = (files: ReadonlyMap<string, Uint8Array>): Uint8Array => writtenArchive(files);
