import { matching, wholeNumber } from '#kernel';
import { MADE_BY_CHANCE, MILLISECONDS, PATH, bytes } from './setting-rules.js';
import { FromEnvironment } from './setting.decorator.js';

const ORIGIN = matching({
  name: 'origin',
  words: {
    en: 'a name without spaces and plus signs, best where the tree is published: transparency.example.go.id/log',
    id: 'nama tanpa spasi dan tanda tambah, sebaiknya tempat pohon diterbitkan: transparency.example.go.id/log',
  },
  pattern: /^[\w.:/~-]{1,100}$/,
});

/** The name of a tree stays: one that an example has would be somebody else's as well. */
const OF_ITS_OWN = {
  words: { en: 'a name of your own', id: 'nama milik Anda' },
  fits: (value: unknown): value is unknown => !/(^|\.)example([./]|$)/.test(String(value)),
};

const SEED = { holds: bytes(32, 32), inProduction: MADE_BY_CHANCE, secret: true };

/** The tree over the log that anybody can check. */
export class TransparencyConfig {
  @FromEnvironment('TRANSPARENCY_DATA', {
    description: 'Folder of the tree: a disk of this machine, not one over a network',
    holds: PATH,
  })
  readonly directory!: string;

  @FromEnvironment('TRANSPARENCY_ORIGIN', {
    description:
      'Name of the tree and of the key that signs it, for ever: whoever verifies knows it by this name',
    holds: ORIGIN,
    inProduction: OF_ITS_OWN,
  })
  readonly origin!: string;

  @FromEnvironment('TRANSPARENCY_CHECKPOINT_MS', {
    description: 'The shortest time between two checkpoints while events come, in milliseconds',
    holds: wholeNumber({ min: 10, max: 10_000, what: MILLISECONDS }),
    default: '1000',
  })
  readonly everyMs!: number;
}

/** What checkpoints are signed with. */
export class TransparencyKeyConfig {
  @FromEnvironment('TRANSPARENCY_SECRET', {
    description: 'Makes the Ed25519 key that signs checkpoints; make one with `openssl rand -base64 32`',
    ...SEED,
  })
  readonly seed!: Buffer;

  @FromEnvironment('TRANSPARENCY_FORMER_SECRET', {
    description: 'The one before, which signs as well until everybody who verifies knows the new key',
    ...SEED,
    optional: true,
  })
  readonly formerSeed?: Buffer;
}
