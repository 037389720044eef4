import { constants } from 'node:http2';
import { setTimeout as wait } from 'node:timers/promises';
import type { ClusterInTrouble } from './cluster-in-trouble.js';
import { type AppendFate, VNodeState } from './fates.js';

/** Ends a trouble: everybody is there again. */
export type EndTrouble = () => Promise<void>;

/** Begins a trouble; what it waits for is over when it returns, such as an election. */
export type Trouble = (cluster: ClusterInTrouble) => Promise<EndTrouble>;

/** Of the appends that could be taken, so many meet the trouble. */
const SHARE = 0.5;
const RESIGNING_MS = 150;
const LAG_MS = 300;

const leaderOf = ({ leader }: ClusterInTrouble) => {
  if (!leader) throw new Error('There is no leader to get into trouble');
  return leader;
};

/** A share of the appends meets a fate. */
const someAppends =
  (fate: () => AppendFate): Trouble =>
  async (cluster) => {
    cluster.special = () => (cluster.chance(SHARE) ? fate() : undefined);
    return async () => {
      cluster.special = undefined;
    };
  };

const nowOrNever = (cluster: ClusterInTrouble) => (cluster.chance(0.5) ? 'now' : 'never');

/** That one is silent is noticed later than that one has gone: those who forward appends to it wait in vain. */
async function unnoticed(cluster: ClusterInTrouble): Promise<void> {
  cluster.special = () => ({ recorded: 'never', said: 'forwarding time-out' });
  await wait(cluster.timeoutMs);
  cluster.special = undefined;
}

/** Appends under way are recorded or not and answered by nobody, then the leader is gone. */
const leaderGoes =
  (how: 'stopGracefully' | 'kill' | 'freeze'): Trouble =>
  async (cluster) => {
    const leader = leaderOf(cluster);
    await cluster.catching(() => leader[how]());
    if (how === 'freeze') await unnoticed(cluster);
    const since = performance.now();
    cluster.lose(leader);
    await cluster.elect();
    return () => (how === 'freeze' ? cluster.thaw(leader, since) : cluster.comeBack(leader));
  };

/** It resigns and stays: whoever is connected to it is connected to a follower from now on. */
const deposed: Trouble = async (cluster) => {
  const leader = leaderOf(cluster);
  cluster.setState(leader, VNodeState.RESIGNINGLEADER);
  await wait(RESIGNING_MS);
  await cluster.elect(leader);
  return async () => {};
};

const noQuorum: Trouble = async (cluster) => {
  const leader = leaderOf(cluster);
  const [one, other] = cluster.followers;
  // What is under way waits for those who are gone in vain; it may have reached one of them.
  cluster.special = () => ({ recorded: nowOrNever(cluster), said: 'commit time-out' });
  const gone = cluster.chance(0.5) ? [one!, other!] : [leader, other!];
  for (const node of gone) await node.kill();
  await wait(cluster.timeoutMs);
  cluster.lose(...gone);
  cluster.special = undefined;
  cluster.leaderless();
  return async () => {
    await cluster.comeBack(...gone);
    await cluster.elect();
  };
};

const notReady: Trouble = async (cluster) => {
  cluster.leaderless(VNodeState.INITIALIZING);
  return () => cluster.elect();
};

/** Whoever was connected to the leader is connected to a follower when this begins. */
const onFollowers =
  (trouble: Trouble): Trouble =>
  async (cluster) => {
    await deposed(cluster);
    return trouble(cluster);
  };

const lag: Trouble = async (cluster) => {
  cluster.lagMs = LAG_MS;
  return async () => {
    cluster.lagMs = 0;
  };
};

const gossipFails: Trouble = async (cluster) => {
  cluster.gossip = 'fails';
  for (const node of cluster.nodes) await node.dropConnections();
  return async () => {
    cluster.gossip = 'true';
  };
};

const gossipNamesTheDead: Trouble = async (cluster) => {
  const leader = leaderOf(cluster);
  cluster.freezeGossip();
  await leader.kill();
  cluster.lose(leader);
  await cluster.elect();
  return async () => {
    cluster.gossip = 'true';
    await cluster.comeBack(leader);
  };
};

const allGone: Trouble = async (cluster) => {
  const nodes = cluster.nodes;
  for (const node of nodes) await node.kill();
  cluster.lose(...nodes);
  return async () => {
    await cluster.comeBack(...nodes);
    await cluster.elect();
  };
};

const callsReset: Trouble = async (cluster) => {
  for (const node of cluster.nodes) node.resetCalls(constants.NGHTTP2_INTERNAL_ERROR);
  const refused = { recorded: 'never', said: 'stream refused' } as const;
  return someAppends(() =>
    cluster.chance(0.3) ? refused : { recorded: nowOrNever(cluster), said: 'reset' },
  )(cluster);
};

/** Every kind of trouble that a cluster makes. */
export const TROUBLES = {
  'the leader stops gracefully': leaderGoes('stopGracefully'),
  'the leader is killed': leaderGoes('kill'),
  'the leader is frozen': leaderGoes('freeze'),
  'the leader is deposed': deposed,
  'followers lag': onFollowers(lag),
  'there is no quorum': noQuorum,
  'nobody is ready': notReady,
  'commit time-outs, recorded': someAppends(() => ({ recorded: 'now', said: 'commit time-out' })),
  'commit time-outs, recorded late': someAppends(() => ({ recorded: 'late', said: 'commit time-out' })),
  'commit time-outs, not recorded': someAppends(() => ({ recorded: 'never', said: 'commit time-out' })),
  // Also where somebody finds the leader: it may have been deposed between what was read and the append.
  'forwarding time-outs, recorded': onFollowers(
    someAppends(() => ({ recorded: 'now', said: 'forwarding time-out' })),
  ),
  'forwarding time-outs, not recorded': onFollowers(
    someAppends(() => ({ recorded: 'never', said: 'forwarding time-out' })),
  ),
  'refused twice': someAppends(() => ({ recorded: 'never', said: 'bad request, then time-out' })),
  'calls are reset': callsReset,
  'gossip fails': gossipFails,
  'gossip names the dead': gossipNamesTheDead,
  'everybody is gone': allGone,
} satisfies Readonly<Record<string, Trouble>>;

export type TroubleName = keyof typeof TROUBLES;

export const TROUBLE_NAMES = Object.keys(TROUBLES) as readonly TroubleName[];
