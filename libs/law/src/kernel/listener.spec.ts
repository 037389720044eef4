import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { JKM_DEATH } from '../jkm/jkm.rules.js';
import { heardBy, type Listener } from './listener.js';
import { inForce } from './rule.js';

function listening(): { readonly heard: object[]; readonly to: Listener } {
  const heard: object[] = [];
  return { heard, to: { read: (version) => heard.push(version), asking: () => {}, asked: () => {} } };
}
const read = () => inForce(JKM_DEATH, localDate('2025-04-07'));
const fail = () => {
  throw new RangeError('no such thing');
};

describe('a calculation that somebody listens to', () => {
  it('is heard to its end and no longer, though it fails', () => {
    const { heard, to } = listening();
    const version = heardBy(to, read);
    expect(() => heardBy(to, fail)).toThrow(RangeError);
    read();
    expect(heard).toEqual([version]);
  });

  it('goes on being heard when another one within it has ended', () => {
    const [outer, inner] = [listening(), listening()];
    heardBy(outer.to, () => {
      heardBy(inner.to, read);
      read();
    });
    expect([outer.heard.length, inner.heard.length]).toEqual([1, 1]);
  });
});
