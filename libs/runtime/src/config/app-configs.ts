import { ActionsConfig } from './actions.settings.js';
import { AuthConfig, HttpConfig, TlsConfig } from './http.settings.js';
import {
  KeyRingConfig,
  KeyStoreClientsConfig,
  KeyStoreConfig,
  KeyStoreServerConfig,
  SecretsConfig,
} from './keys.settings.js';
import { KafkaConfig } from './kafka.settings.js';
import { NoticesConfig, PapersConfig } from './notices.settings.js';
import {
  EventStoreConfig,
  FeedConfig,
  InstallationConfig,
  LogConfig,
  LookBackConfig,
  FollowersConfig,
  QueryConfig,
  PostgresConfig,
  RoundsConfig,
} from './settings.js';
import { type ConfigClass, Group } from './setting.decorator.js';
import {
  ProofsConfig,
  TransparencyConfig,
  TransparencyKeyConfig,
  WitnessConfig,
  WitnessesConfig,
} from './transparency.settings.js';

/** What every app reads. */
export class AppConfig {
  @Group() readonly installation!: InstallationConfig;
  @Group() readonly http!: HttpConfig;
  @Group() readonly log!: LogConfig;
}

/** Accepts commands and appends to the log. */
export class CommandApiConfig extends AppConfig {
  @Group() readonly auth!: AuthConfig;
  @Group() readonly eventStore!: EventStoreConfig;
  @Group() readonly keyRing!: KeyRingConfig;
  @Group() readonly keyStore!: KeyStoreConfig;
  @Group() readonly postgres!: PostgresConfig;
  @Group() readonly secrets!: SecretsConfig;
  @Group() readonly papers!: PapersConfig;
}

/** Answers queries from the read models, and of the past from the log. It has no master key: it cannot open what is sealed there. */
export class QueryApiConfig extends AppConfig {
  @Group() readonly auth!: AuthConfig;
  @Group() readonly eventStore!: EventStoreConfig;
  @Group() readonly postgres!: PostgresConfig;
  @Group() readonly secrets!: SecretsConfig;
  @Group() readonly query!: QueryConfig;
  @Group() readonly proofs!: ProofsConfig;
  @Group() readonly lookBack!: LookBackConfig;
  @Group() readonly actions!: ActionsConfig;
}

/** Follows the log: an app of read models. */
export class WorkerConfig extends AppConfig {
  @Group() readonly eventStore!: EventStoreConfig;
  @Group() readonly keyRing!: KeyRingConfig;
  @Group() readonly keyStore!: KeyStoreConfig;
  @Group() readonly postgres!: PostgresConfig;
  @Group() readonly secrets!: SecretsConfig;
  @Group() readonly followers!: FollowersConfig;
}

/** Does what the system does by itself: processes, and rounds of every day. */
export class ProcessManagerConfig extends WorkerConfig {
  @Group() readonly rounds!: RoundsConfig;
  @Group() readonly notices!: NoticesConfig;
}

/** Publishes contracts, to Kafka and over HTTP. It has no secrets: what is sealed in the log cannot leave through it. */
export class RelayConfig extends AppConfig {
  @Group() readonly auth!: AuthConfig;
  @Group() readonly eventStore!: EventStoreConfig;
  @Group() readonly postgres!: PostgresConfig;
  @Group() readonly followers!: FollowersConfig;
  @Group() readonly kafka!: KafkaConfig;
}

/** Counts what contracts tell, and answers with reports. It knows neither the log nor a key: what is sealed never reaches it. */
export class ReportingConfig extends AppConfig {
  @Group() readonly auth!: AuthConfig;
  @Group() readonly postgres!: PostgresConfig;
  @Group() readonly followers!: FollowersConfig;
  @Group() readonly query!: QueryConfig;
  @Group() readonly kafka!: KafkaConfig;
  @Group() readonly feed!: FeedConfig;
}

/** Keeps the wrapped keys of persons. It has no master key: it cannot use one of them. */
export class KeyStoreAppConfig extends AppConfig {
  @Group() readonly keys!: KeyStoreServerConfig;
  @Group() readonly clients!: KeyStoreClientsConfig;
  @Group() readonly tls!: TlsConfig;
}

/** Builds the tree over the log. It has neither a key of a person nor a database: what is sealed it hashes as it is. */
export class TransparencyLogConfig extends AppConfig {
  @Group() readonly eventStore!: EventStoreConfig;
  @Group() readonly transparency!: TransparencyConfig;
  @Group() readonly key!: TransparencyKeyConfig;
  @Group() readonly witnesses!: WitnessesConfig;
}

/** Cosigns checkpoints. It is run by somebody else, elsewhere: what is installed together has no witness among itself. */
export class WitnessAppConfig extends AppConfig {
  @Group() readonly witness!: WitnessConfig;
  @Group() readonly tls!: TlsConfig;
}

/** Every app and its config, for the documentation. */
export const APP_CONFIGS: Readonly<Record<string, ConfigClass<AppConfig>>> = {
  'command-api': CommandApiConfig,
  'query-api': QueryApiConfig,
  'participant-projection': WorkerConfig,
  'claim-projection': WorkerConfig,
  'scholarship-projection': WorkerConfig,
  'process-manager': ProcessManagerConfig,
  'event-relay': RelayConfig,
  reporting: ReportingConfig,
  'key-store': KeyStoreAppConfig,
  'transparency-log': TransparencyLogConfig,
};
