import { matching, oneOf, wholeNumber } from '#kernel';
import { MILLISECONDS, PATH, TEXT, exactText, separatedByCommas } from './setting-rules.js';
import { FromEnvironment } from './setting.decorator.js';

const BROKER = matching({
  name: 'broker',
  words: { en: 'host:port', id: 'host:port' },
  pattern: /^[A-Za-z0-9.-]+:\d{1,5}$/,
});

const CLIENT_ID = matching({
  name: 'clientId',
  words: {
    en: '1 to 100 letters, digits, dots and dashes',
    id: '1 sampai 100 huruf, angka, titik dan strip',
  },
  pattern: /^[A-Za-z0-9.-]{1,100}$/,
});

/** Every client of Kafka opens gzip; zstd takes less, and Node 22.15 here. */
const KAFKA_COMPRESSIONS = ['none', 'gzip', 'zstd'] as const;

/** As libs/publishing knows them. */
const KAFKA_CLIENTS = ['kafkajs', 'platformatic'] as const;

/** Kafka, for the relay and those who listen to it. */
export class KafkaConfig {
  @FromEnvironment('KAFKA_BROKERS', {
    description: 'Brokers to start from; without any the relay is off',
    holds: separatedByCommas(BROKER),
    optional: true,
  })
  readonly brokers?: readonly string[];

  @FromEnvironment('KAFKA_CLIENT_ID', {
    description: 'Name of this app at the brokers',
    holds: CLIENT_ID,
    default: 'lindung',
  })
  readonly clientId!: string;

  @FromEnvironment('KAFKA_USERNAME', {
    description: 'User for SASL/SCRAM-SHA-512 over TLS; without one the connection is plain',
    holds: exactText(TEXT, 200),
    optional: true,
  })
  readonly username?: string;

  @FromEnvironment('KAFKA_PASSWORD', {
    description: 'Password for SASL/SCRAM-SHA-512',
    holds: exactText(TEXT, 200),
    optional: true,
    secret: true,
  })
  readonly password?: string;

  @FromEnvironment('KAFKA_CA_FILE', {
    description:
      'Certificate (PEM) of the authority that signed those of the brokers; without one, those that Node knows',
    holds: PATH,
    optional: true,
  })
  readonly caFile?: string;

  @FromEnvironment('KAFKA_REQUEST_TIMEOUT_MS', {
    description:
      'How long a broker may take to answer, in milliseconds; a publication may take three times as long',
    holds: wholeNumber({ min: 100, max: 300_000, what: MILLISECONDS }),
    default: '10000',
  })
  readonly requestTimeoutMs!: number;

  @FromEnvironment('KAFKA_COMPRESSION', {
    description:
      'How batches are packed on their way and on the disks of the brokers; whoever reads them must be able to open it',
    holds: oneOf(KAFKA_COMPRESSIONS),
    default: 'gzip',
  })
  readonly compression!: (typeof KAFKA_COMPRESSIONS)[number];

  @FromEnvironment('KAFKA_CLIENT', {
    description:
      'Which client speaks to the brokers; platformatic is @platformatic/kafka, to be installed beside it (docs/decisions/which-client-of-kafka.md)',
    holds: oneOf(KAFKA_CLIENTS),
    default: 'kafkajs',
  })
  readonly client!: (typeof KAFKA_CLIENTS)[number];
}
