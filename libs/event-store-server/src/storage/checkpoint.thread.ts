import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { CheckpointThreadData } from './wal-checkpoints.js';

/** Where more is written than taken in, the writer has to wait for once. */
const MOST_ROUNDS = 8;

const { file, turn } = workerData as CheckpointThreadData;

parentPort!.on('message', () => {
  if (Atomics.compareExchange(turn, 0, 0, 1) === 0) {
    try {
      takeIn();
    } finally {
      Atomics.store(turn, 0, 0);
      Atomics.notify(turn, 0);
    }
  }
  parentPort!.postMessage('done');
});

/** Takes the write-ahead log into the database, and what was written meanwhile, for as long as that gets anywhere. */
function takeIn(): void {
  const database = new DatabaseSync(file);
  try {
    for (let [round, left] = [0, Infinity]; round < MOST_ROUNDS && left > 0; round++) {
      const before = left;
      database.exec('PRAGMA wal_checkpoint(PASSIVE)');
      left = leftIn(database);
      if (left >= before) return;
    }
  } finally {
    database.close();
  }
}

function leftIn(database: DatabaseSync): number {
  const { log, checkpointed } = database.prepare('PRAGMA wal_checkpoint(NOOP)').get()!;
  return Number(log) - Number(checkpointed);
}
