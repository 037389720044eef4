import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bundleStart, bundled, entriesIn } from './entry-bundle.js';
import { tileAt, tilePath, tileWidthIn, tilesOf } from './tile-path.js';

describe('tiles, as tlog-tiles lays them out', () => {
  it.each([
    [{ level: 0, index: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 3, index: 999, width: 1 }, 'tile/3/999.p/1'],
    [{ level: 'entries', index: 1_000, width: 255 }, 'tile/entries/x001/000.p/255'],
  ] as const)('%j is %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path);
    expect(tileAt(path)).toEqual(tile);
  });

  it.each([
    'tile/0/0',
    'tile/00/000',
    'tile/64/000',
    'tile/0/001/000',
    'tile/0/x000/001',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/05',
    'tile/0/../checkpoint',
    'tile/data/000',
    'tile/0/000/',
  ])('%s is none', (path) => expect(tileAt(path)).toBeUndefined());

  it('a tree of 70,000 leaves has the tiles of the specification', () => {
    const tiles = [...tilesOf(70_000)].filter(({ level }) => level !== 'entries');
    const counted = [0, 1, 2].map((level) => {
      const of = tiles.filter((tile) => tile.level === level);
      return [of.filter(({ width }) => width === 256).length, of.at(-1)?.width];
    });
    expect(counted).toEqual([
      [273, 112],
      [1, 17],
      [0, 1],
    ]);
    expect([...tilesOf(256)].map(tilePath)).toEqual(['tile/entries/000', 'tile/0/000', 'tile/1/000.p/1']);
  });

  it('a tile is as wide as the tree says, and every address leads back to its tile', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.nat(), (size, any) => {
        const level = any % 4;
        const index = Math.floor(any / 4) % 40_000;
        const width = tileWidthIn(size, { level, index });
        const hashes = Math.floor(size / 256 ** level);
        expect(width).toBe(Math.min(256, Math.max(0, hashes - index * 256)));
        if (width > 0) expect(tileAt(tilePath({ level, index, width }))).toEqual({ level, index, width });
      }),
    );
  });
});

describe('a bundle of entries', () => {
  const entries = [Buffer.from('first'), Buffer.alloc(0), Buffer.alloc(65_535, 7)];
  const bundle = Buffer.concat(entries.map(bundled));

  it('holds each entry behind its length', () => {
    expect(bundle.subarray(0, 7)).toEqual(Buffer.from('\u0000\u0005first'));
    expect(entriesIn(bundle, 3, 'here')).toEqual(entries);
    expect(bundleStart(bundle, 2, 'here')).toEqual(bundle.subarray(0, 9));
  });

  it('is refused when it has more, fewer or half of one, and takes none that is too long', () => {
    expect(() => entriesIn(bundle, 2, 'here')).toThrow('here');
    expect(() => entriesIn(bundle, 4, 'here')).toThrow('here');
    expect(() => entriesIn(bundle.subarray(0, -1), 3, 'here')).toThrow('here');
    expect(() => bundleStart(bundle, 4, 'here')).toThrow('here');
    expect(() => bundled(Buffer.alloc(65_536))).toThrow(RangeError);
  });
});
