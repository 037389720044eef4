import { createServer } from 'node:http';
import type { TreeLog } from '../src/service/index.js';
import { tileAt, writtenCheckpoint, writtenProof } from '../src/index.js';

/** A tree that others ask over HTTP, at the addresses of the transparency log. */
export interface ServedTree {
  readonly url: string;
  readonly stop: () => void;
}

/** Serves what a tree publishes: checkpoint, tiles, proofs. */
export async function serveTree(treeLog: () => TreeLog): Promise<ServedTree> {
  const server = createServer((request, response) => {
    void answerTo(treeLog(), request.url ?? '').then((answer) => {
      response.statusCode = answer === undefined ? 404 : 200;
      response.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/log`, stop: () => server.close() };
}

async function answerTo(treeLog: TreeLog, url: string): Promise<string | Buffer | undefined> {
  const path = url.replace(/^\/log\//, '');
  const { checkpoint } = treeLog.tree;
  if (path === 'checkpoint') return checkpoint && writtenCheckpoint(checkpoint);
  const tile = tileAt(path);
  if (tile) return treeLog.tree.readTile(tile).catch(() => undefined);
  const proof = await treeLog.prove(BigInt(path.split('/').at(-1) ?? '0'));
  return proof && writtenProof(proof);
}
