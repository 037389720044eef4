import { describe, expect, it } from '@jest/globals';
import { seedsIn, userIn, withAllSeeds } from './connection-string.js';

describe('A connection string', () => {
  it.each([
    ['esdb://127.0.0.1:2113?tls=false', undefined],
    ['esdb://lindung:s3cret@node1:2113,node2:2113?tls=true', 'lindung'],
    ['esdb+discover://claims%40jkt:p%3Aw@log.internal:2113', 'claims@jkt'],
    ['esdb://node1:2113?userCertFile=/a@b', undefined],
    ['not one', undefined],
  ])('%s signs in %s', (text, user) => {
    expect(userIn(text)).toBe(user);
  });

  it.each([
    [
      'esdb+discover://u:p@node1:2113,node2:2113,node3:2113?tls=true',
      'esdb://u:p@node1:2113,node2:2113,node3:2113?tls=true',
    ],
    ['esdb+discover://log.internal:2113?tls=true', 'esdb+discover://log.internal:2113?tls=true'],
    ['esdb://node1:2113,node2:2113', 'esdb://node1:2113,node2:2113'],
    ['esdb://127.0.0.1:2113?tls=false', 'esdb://127.0.0.1:2113?tls=false'],
  ])('%s asks every host that it names', (text, used) => {
    expect(withAllSeeds(text)).toBe(used);
  });

  it('leads to each node by itself', () => {
    expect(seedsIn('esdb+discover://u:p@node1:2113,node2?tls=true')).toEqual([
      'esdb://u:p@node1:2113?tls=true',
      'esdb://u:p@node2?tls=true',
    ]);
    expect(seedsIn('esdb://127.0.0.1:2113?tls=false')).toEqual(['esdb://127.0.0.1:2113?tls=false']);
    expect(seedsIn('not one')).toEqual([]);
  });
});
