import { describe, expect, it } from '@jest/globals';
import { areApart, leaderOf, whyNoAppends } from './cluster.js';

/** `LEADER FOLLOWER -FOLLOWER`: the last one is not alive. */
const cluster = (states: string, name = 'a') =>
  states.split(' ').map((state, index) => ({
    address: `node${index + 1}:2113`,
    state: state.replace('-', ''),
    isAlive: !state.startsWith('-'),
    instance: `${name}${index + 1}`,
  }));

describe('A cluster, as one of its nodes knows it,', () => {
  it.each([
    ['LEADER', undefined],
    ['LEADER FOLLOWER FOLLOWER', undefined],
    ['-FOLLOWER FOLLOWER LEADER', undefined],
    ['LEADER CATCHINGUP -FOLLOWER', undefined],
    ['LEADER -FOLLOWER -FOLLOWER', 'has no quorum: 1 of 3 nodes are alive'],
    ['LEADER -FOLLOWER READONLYREPLICA READONLYREPLICA', 'has no quorum: 1 of 2 nodes are alive'],
    ['LEADER FOLLOWER -FOLLOWER -READONLYREPLICA -READONLYREPLICA', undefined],
    ['UNKNOWN UNKNOWN FOLLOWER', 'has no leader'],
    ['-LEADER FOLLOWER FOLLOWER', 'has no leader'],
    ['RESIGNINGLEADER FOLLOWER FOLLOWER', 'has no leader'],
  ])('%s: %s', (states, why) => {
    expect(whyNoAppends(cluster(states))).toBe(why);
  });

  it('is another than one with none of its nodes; of one that tells of none nobody knows', () => {
    const [one, other] = [cluster('LEADER FOLLOWER'), cluster('LEADER FOLLOWER', 'b')];
    expect(areApart(one, other)).toBe(true);
    expect(areApart(one, [...other, ...one.slice(1)])).toBe(false);
    expect([areApart(one, []), areApart([], one)]).toEqual([false, false]);
  });

  it('is led by the node that is alive and says so', () => {
    expect(leaderOf(cluster('-LEADER LEADER FOLLOWER'))?.address).toBe('node2:2113');
  });
});
