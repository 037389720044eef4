import { beforeAll, describe, expect, it } from '@jest/globals';
import { GrowingTree } from '../merkle/growing-tree.js';
import { EMPTY_ROOT, leafHash } from '../merkle/hashes.js';
import { consistencyProof } from '../merkle/proofs.js';
import { signCheckpoint } from '../notes/checkpoint.js';
import { type SigningKey, signingKey } from '../notes/keys.js';
import { judge } from './judge.js';

const log = signingKey('lindung.example/log', 'note', Buffer.alloc(32, 1));
const thief = signingKey('lindung.example/log', 'note', Buffer.alloc(32, 2));
const stranger = signingKey('elsewhere.example/log', 'note', Buffer.alloc(32, 1));

/** A history: the roots at each size, and how one grew out of another. */
function historyOf(name: string) {
  const [tree, known] = [GrowingTree.empty(), new Map<string, Buffer>()];
  const roots = [EMPTY_ROOT];
  for (let n = 0; n < 20; n += 1) {
    tree.append(leafHash(Buffer.from(`${n < 5 ? 'both' : name} ${n}`)), (level, index, hash) => {
      known.set(`${level}/${index}`, hash);
    });
    roots.push(tree.root());
  }
  const headAt = (size: number) => ({ size, root: roots[size] as Buffer });
  const asked = async (from: number, to: number, key: SigningKey = log, oldSize = from) => ({
    oldSize,
    proof: await consistencyProof(from, to, async (level, index) => known.get(`${level}/${index}`) as Buffer),
    checkpoint: signCheckpoint({ origin: key.public.name, ...headAt(to) }, [key]),
  });
  return { headAt, asked };
}

describe('a witness', () => {
  const [one, other] = [historyOf('one'), historyOf('other')];
  const keys = [log.public];
  let growth: Awaited<ReturnType<typeof one.asked>>;
  beforeAll(async () => {
    growth = await one.asked(7, 13);
  });

  it('cosigns what grew out of what it cosigned before, the first of a log, and the same once more', async () => {
    expect(judge(growth, one.headAt(7), keys)).toEqual({ status: 200 });
    expect(judge(await one.asked(0, 13), undefined, keys)).toEqual({ status: 200 });
    expect(judge(await one.asked(13, 13), one.headAt(13), keys)).toEqual({ status: 200 });
  });

  it('refuses a second history of the log, however it is shown', async () => {
    const forks = [
      judge(await other.asked(7, 13), one.headAt(7), keys),
      judge(await other.asked(13, 13), one.headAt(13), keys),
      judge({ ...growth, checkpoint: (await other.asked(0, 13)).checkpoint }, one.headAt(7), keys),
    ];
    for (const verdict of forks) {
      expect(verdict).toMatchObject({
        status: 422,
        why: expect.stringContaining('two histories'),
        isFork: true,
      });
    }
  });

  it('takes nobody for a log with two histories because somebody sends its checkpoint with another proof', async () => {
    const same = await one.asked(7, 7);
    for (const { asked, known } of [
      { asked: { ...same, proof: growth.proof }, known: 7 },
      { asked: { ...growth, proof: [] }, known: 7 },
      { asked: { ...growth, proof: [...growth.proof, ...growth.proof] }, known: 7 },
    ])
      expect(judge(asked, one.headAt(known), keys)).toMatchObject({ status: 422, isFork: false });
  });

  it('says how far it has come to who begins elsewhere', async () => {
    expect(judge(await one.asked(0, 13), one.headAt(7), keys)).toEqual({ status: 409, size: 7 });
    expect(judge(await one.asked(5, 13), one.headAt(7), keys)).toEqual({ status: 409, size: 7 });
    // Also where the log went back: what it forgets stays known.
    expect(judge(await one.asked(5, 6), one.headAt(7), keys)).toEqual({ status: 409, size: 7 });
  });

  it('knows no other log, believes no other key, and takes no nonsense', async () => {
    expect(judge(await one.asked(7, 13, stranger), undefined, keys).status).toBe(404);
    expect(judge(await one.asked(7, 13, thief), one.headAt(7), keys).status).toBe(403);
    const { signatures } = (await one.asked(7, 13)).checkpoint.note;
    const { text } = (await other.asked(7, 13)).checkpoint.note;
    const moved = { ...growth, checkpoint: { ...growth.checkpoint, note: { text, signatures } } };
    expect(judge(moved, one.headAt(7), keys).status).toBe(403);
    expect(judge(await one.asked(7, 13, log, 14), one.headAt(7), keys).status).toBe(400);
    const short = { ...growth, proof: growth.proof.slice(1) };
    expect(judge(short, one.headAt(7), keys).status).toBe(422);
    const first = await one.asked(0, 13);
    expect(judge({ ...first, proof: growth.proof }, undefined, keys).status).toBe(422);
    const empty = { origin: log.public.name, size: 0, root: one.headAt(1).root };
    const wrong = { oldSize: 0, proof: [], checkpoint: signCheckpoint(empty, [log]) };
    expect(judge(wrong, undefined, keys).status).toBe(422);
  });
});
