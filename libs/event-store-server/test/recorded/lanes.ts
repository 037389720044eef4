import { type EventStoreServer, startEventStoreServer } from '#event-store-server';
import { type Difference, playCase } from './play-case.js';
import type { RecordedCase } from './recorded-case.js';
import { type Clients, connect } from './stage.js';

/** So many cases are played at once, each on a server of its own: they wait more than they work. */
const LANES = 8;

const PATIENCE_MS = 20_000;
/** Nobody waits long for what is known to come otherwise. */
const PATIENCE_WITH_DEVIATIONS_MS = 150;
/** So often a case is tried that waits for the clock. */
const TRIES = 3;

/** How cases are played. */
export interface Programme {
  /** True for cases in whose answers others show that came before them: they are played in their order. */
  readonly inTurn: boolean;
  /** Names of cases that are known to differ. */
  readonly deviating: ReadonlySet<string>;
}

/** Plays cases on servers of ours, in memory, and gives what differs. */
export async function playAll(
  cases: readonly RecordedCase[],
  { inTurn, deviating }: Programme,
  lanes: Lanes,
): Promise<readonly Difference[]> {
  const differences: Difference[] = [];
  const waiting = [...cases];
  const count = inTurn ? 1 : Math.min(LANES, cases.length);
  const play = async () => {
    const clients = await lanes.open();
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const difference = await playOnce(next, clients, deviating);
      if (difference !== undefined) differences.push(difference);
    }
  };
  await Promise.all(Array.from({ length: count }, play));
  const late = cases.filter(
    (played) => isAboutTime(played) && differences.some((d) => d.case === played.case),
  );
  for (const played of late) await playAgain(played, differences, lanes);
  return differences;
}

function playOnce(
  played: RecordedCase,
  clients: Clients,
  deviating: ReadonlySet<string>,
): Promise<Difference | undefined> {
  const patienceMs = deviating.has(played.case) ? PATIENCE_WITH_DEVIATIONS_MS : PATIENCE_MS;
  return playCase(played, clients, patienceMs);
}

/** A case that waits for the clock wants the machine for itself: where there are others, it is slow and not wrong. */
async function playAgain(played: RecordedCase, differences: Difference[], lanes: Lanes): Promise<void> {
  for (let tries = 1; tries < TRIES; tries++) {
    if ((await playCase(played, await lanes.open(), PATIENCE_MS)) !== undefined) continue;
    differences.splice(
      differences.findIndex((d) => d.case === played.case),
      1,
    );
    return;
  }
}

function isAboutTime({ ops }: RecordedCase): boolean {
  return ops.some(({ op }) => op === 'sleep');
}

/** Servers and their clients. */
export class Lanes {
  private readonly servers: EventStoreServer[] = [];
  private readonly clients: Clients[] = [];

  /** Starts a server and connects to it. */
  async open(): Promise<Clients> {
    const server = await startEventStoreServer({ port: 0, mem: true });
    const clients = connect(server.connectionString);
    this.servers.push(server);
    this.clients.push(clients);
    return clients;
  }

  /** Not before all is played: when one connection ends, the client forgets the batch appends of all. */
  async close(): Promise<void> {
    for (const clients of this.clients) clients.leave();
    await Promise.all(this.servers.map((server) => server.stop()));
  }
}
