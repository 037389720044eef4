import { matching, oneOf, wholeNumber } from '#kernel';
import {
  DATABASE_ADDRESS,
  MILLISECONDS,
  MODES,
  PASSWORD_OF_ITS_OWN,
  PATH,
  PRODUCTION,
  TEXT,
  WEB_ADDRESS,
  exactText,
  notIn,
} from './setting-rules.js';
import { FromEnvironment } from './setting.decorator.js';

// The client takes part of a password for the host, or leaves out the rest of it, where such a character stands as it is.
const LOG_ADDRESS = matching({
  name: 'logAddress',
  words: {
    en: 'esdb://… with every node, such as esdb://127.0.0.1:2113?tls=false or esdb://user:password@node1:2113,node2:2113,node3:2113; esdb+discover://… for a name that stands for them; : / ? @ % in a name or password as %3A %2F %3F %40 %25',
    id: 'esdb://… dengan setiap simpul, misalnya esdb://127.0.0.1:2113?tls=false atau esdb://pengguna:katasandi@node1:2113,node2:2113,node3:2113; esdb+discover://… untuk satu nama yang mewakilinya; : / ? @ % dalam nama atau kata sandi ditulis %3A %2F %3F %40 %25',
  },
  pattern:
    /^esdb(\+discover)?:\/\/((?:[^\s:@/?%]|%[\da-f]{2})+:(?:[^\s:@/?%]|%[\da-f]{2})+@)?[^\s:@/?,]+(:\d+)?(,[^\s:@/?,]+(:\d+)?)*(\/?\?[^\s=]+=\S+)?\/?$/i,
});

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const NODE_ENV = {
  description: 'With `production`, placeholders and whatever else is for development are refused',
  holds: oneOf(MODES),
  default: 'development',
};

/** What an installation is for. */
export class InstallationConfig {
  @FromEnvironment('NODE_ENV', NODE_ENV)
  readonly nodeEnv!: string;
}

/** Read by what must never run in production. */
export class DevelopmentConfig {
  @FromEnvironment('NODE_ENV', {
    ...NODE_ENV,
    inProduction: notIn(PRODUCTION, {
      en: 'anything else: npm start and the issuer that gives tokens to anyone are for development',
      id: 'nilai lain: npm start dan penerbit token untuk siapa saja hanya untuk pengembangan',
    }),
  })
  readonly nodeEnv!: string;
}

/** What every app says about itself. */
export class LogConfig {
  @FromEnvironment('LOG_LEVEL', {
    description: 'How much is logged',
    holds: oneOf(LOG_LEVELS),
    default: 'info',
  })
  readonly level!: (typeof LOG_LEVELS)[number];
}

/** The event log. */
export class EventStoreConfig {
  @FromEnvironment('EVENTSTORE_URL', {
    description: 'Connection string of the event log',
    holds: LOG_ADDRESS,
    inProduction: PASSWORD_OF_ITS_OWN,
  })
  readonly url!: string;

  @FromEnvironment('EVENTSTORE_APPEND_TIMEOUT_MS', {
    description: 'How long to wait for the log to confirm an append, in milliseconds',
    holds: wholeNumber({ min: 100, max: 120_000, what: MILLISECONDS }),
    default: '10000',
  })
  readonly appendTimeoutMs!: number;

  @FromEnvironment('EVENTSTORE_READ_TIMEOUT_MS', {
    description:
      'How long the log may keep a reader waiting, and a subscription until it has begun, in milliseconds',
    holds: wholeNumber({ min: 100, max: 120_000, what: MILLISECONDS }),
    default: '10000',
  })
  readonly readTimeoutMs!: number;
}

/** An administrator of the event log, for giving rights. */
export class EventStoreAdminConfig {
  @FromEnvironment('EVENTSTORE_ADMIN_URL', {
    description: 'Connection string of the event log for an administrator of it',
    holds: LOG_ADDRESS,
    inProduction: PASSWORD_OF_ITS_OWN,
    secret: true,
  })
  readonly url!: string;
}

/** A password of a role of PostgreSQL: any characters, as they are. */
export const DATABASE_PASSWORD = {
  holds: exactText(TEXT, 500),
  inProduction: PASSWORD_OF_ITS_OWN,
  secret: true,
};

/** PostgreSQL: read models and checkpoints. */
export class PostgresConfig {
  @FromEnvironment('DATABASE_URL', {
    description: 'Connection string of PostgreSQL',
    holds: DATABASE_ADDRESS,
    inProduction: PASSWORD_OF_ITS_OWN,
    secret: true,
  })
  readonly url!: string;

  @FromEnvironment('DATABASE_PASSWORD', {
    ...DATABASE_PASSWORD,
    description: 'Password for it, as it is, instead of one in the address',
    optional: true,
  })
  readonly password?: string;

  @FromEnvironment('DATABASE_POOL_SIZE', {
    description: 'Most connections this app opens',
    holds: wholeNumber({ min: 1, max: 100 }),
    default: '10',
  })
  readonly poolSize!: number;

  @FromEnvironment('DATABASE_TIMEOUT_MS', {
    description:
      'How long PostgreSQL may take to connect, and for a statement that people wait for, in milliseconds',
    holds: wholeNumber({ min: 100, max: 600_000, what: MILLISECONDS }),
    default: '5000',
  })
  readonly timeoutMs!: number;
}

/** The feed of contracts over HTTP, for those who have no Kafka. */
export class FeedConfig {
  @FromEnvironment('FEED_URL', {
    description: 'Address of the event relay, whose feed is read where there are no brokers',
    holds: WEB_ADDRESS,
    optional: true,
  })
  readonly url?: string;

  @FromEnvironment('FEED_TOKEN_FILE', {
    description:
      'File with a token of the role `reporting` for the feed; read before each page, so that whoever writes it can renew it',
    holds: PATH,
    optional: true,
  })
  readonly tokenFile?: string;

  @FromEnvironment('FEED_POLL_MS', {
    description:
      'How long to wait before the feed is asked again once it has told everything, in milliseconds',
    holds: wholeNumber({ min: 10, max: 300_000, what: MILLISECONDS }),
    default: '1000',
  })
  readonly pollMs!: number;
}

/** How long queries wait for what was just written. */
export class QueryConfig {
  @FromEnvironment('QUERY_WAIT_MS', {
    description: 'How long a query with `?after=` waits for its read model, in milliseconds',
    holds: wholeNumber({ min: 0, max: 60_000, what: MILLISECONDS }),
    default: '5000',
  })
  readonly waitMs!: number;
}

/** Copies of read models as they were, for questions about the past. */
export class LookBackConfig {
  @FromEnvironment('LOOK_BACK_COPIES', {
    description: 'How many copies of read models as they were are kept for questions about the past',
    holds: wholeNumber({ min: 1, max: 200, what: { en: 'copies', id: 'salinan' } }),
    default: '12',
  })
  readonly most!: number;

  @FromEnvironment('LOOK_BACK_COPY_HOURS', {
    description: 'How long such a copy is kept after it was last asked, in hours',
    holds: wholeNumber({ min: 1, max: 8_760, what: { en: 'hours', id: 'jam' } }),
    default: '48',
  })
  readonly hours!: number;
}

/** What is done once a day, without being asked. */
export class RoundsConfig {
  @FromEnvironment('DUPLICATES_LOOK_HOUR', {
    description:
      'At which full hour in Jakarta everybody is looked at once a day for names that resemble each other',
    holds: wholeNumber({ min: 0, max: 23, what: { en: 'an hour', id: 'jam' } }),
    default: '2',
  })
  readonly duplicatesHour!: number;

  @FromEnvironment('PAPERS_SWEEP_HOUR', {
    description:
      'At which full hour in Jakarta files are deleted once a day that belong to nothing: uploads that broke off, and papers that nothing named in time',
    holds: wholeNumber({ min: 0, max: 23, what: { en: 'an hour', id: 'jam' } }),
    default: '3',
  })
  readonly papersSweepHour!: number;

  @FromEnvironment('DEADLINES_HOUR', {
    description: 'At which full hour in Jakarta it is recorded once a day which steps were not taken in time',
    holds: wholeNumber({ min: 0, max: 23, what: { en: 'an hour', id: 'jam' } }),
    default: '1',
  })
  readonly deadlinesHour!: number;

  @FromEnvironment('SAMPLING_HOUR', {
    description:
      'At which full hour in Jakarta, on the first day of a month, decisions of the month before are drawn for a second look by another branch',
    holds: wholeNumber({ min: 0, max: 23, what: { en: 'an hour', id: 'jam' } }),
    default: '4',
  })
  readonly samplingHour!: number;

  @FromEnvironment('DETECTION_HOUR', {
    description: 'At which full hour in Jakarta every rule of detection is asked once a day',
    holds: wholeNumber({ min: 0, max: 23, what: { en: 'an hour', id: 'jam' } }),
    default: '5',
  })
  readonly detectionHour!: number;
}

/** How an app follows the log. */
export class FollowersConfig {
  @FromEnvironment('PROJECTION_RETRY_MS', {
    description: 'Pause before following the log again after an error, in milliseconds',
    holds: wholeNumber({ min: 100, max: 300_000, what: MILLISECONDS }),
    default: '2000',
  })
  readonly retryMs!: number;

  @FromEnvironment('PROJECTION_TIMEOUT_MS', {
    description: 'How long PostgreSQL may take for a statement of whoever follows the log, in milliseconds',
    holds: wholeNumber({ min: 100, max: 600_000, what: MILLISECONDS }),
    default: '30000',
  })
  readonly statementTimeoutMs!: number;
}
