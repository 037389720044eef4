import { matching, wholeNumber } from '#kernel';
import {
  MADE_BY_CHANCE,
  MILLISECONDS,
  PATH,
  WEB_ADDRESS,
  bytes,
  separatedByCommas,
} from './setting-rules.js';
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

/** Who cosigns checkpoints before others are shown them. */
export class WitnessesConfig {
  @FromEnvironment('TRANSPARENCY_POLICY_FILE', {
    description:
      'File of c2sp.org/tlog-policy with the witnesses, their addresses and how many are enough; without one nobody cosigns',
    holds: PATH,
    optional: true,
  })
  readonly policyFile?: string;

  @FromEnvironment('TRANSPARENCY_WITNESS_TIMEOUT_MS', {
    description: 'How long a witness may take to answer, in milliseconds',
    holds: wholeNumber({ min: 100, max: 60_000, what: MILLISECONDS }),
    default: '3000',
  })
  readonly timeoutMs!: number;
}

/** Where proofs of events come from, for what is printed of them. */
export class ProofsConfig {
  @FromEnvironment('TRANSPARENCY_URL', {
    description:
      'Where the transparency log is, such as `http://transparency-log:3000/log`: letters carry the proof of their decision; without it they say that there is none',
    holds: WEB_ADDRESS,
    optional: true,
  })
  readonly url?: string;
}

const VKEY = matching({
  name: 'vkey',
  words: { en: 'name+id+base64', id: 'nama+id+base64' },
  pattern: /^[^\s+,]{1,200}\+[0-9a-f]{8}\+[A-Za-z0-9+/=]{44}$/,
});

/** A witness: whose checkpoints it cosigns, and with what. */
export class WitnessConfig {
  @FromEnvironment('WITNESS_DATA', {
    description:
      'Folder of what it cosigned last: a disk of this machine, never restored from an older backup',
    holds: PATH,
  })
  readonly directory!: string;

  @FromEnvironment('WITNESS_NAME', {
    description: 'Name of its key, for ever',
    holds: ORIGIN,
    inProduction: OF_ITS_OWN,
  })
  readonly name!: string;

  @FromEnvironment('WITNESS_SECRET', {
    description: 'Makes the Ed25519 key that it cosigns with; make one with `openssl rand -base64 32`',
    ...SEED,
  })
  readonly seed!: Buffer;

  @FromEnvironment('WITNESS_LOGS', {
    description:
      'Public keys of the logs that it looks after; a log that changes its key has two for a while',
    holds: separatedByCommas(VKEY),
  })
  readonly logs!: readonly string[];
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
