import {
  AuthConfig,
  EventStoreConfig,
  HttpConfig,
  KafkaConfig,
  KeyRingConfig,
  LogConfig,
  ProjectionConfig,
  QueryConfig,
  ReadStoreConfig,
  SecretsConfig,
} from './settings.js';
import { type ConfigClass, Group } from './setting.decorator.js';

/** What every process reads. */
export class ProcessConfig {
  @Group() readonly http!: HttpConfig;
  @Group() readonly log!: LogConfig;
}

/** Accepts commands and appends to the log. */
export class CommandApiConfig extends ProcessConfig {
  @Group() readonly auth!: AuthConfig;
  @Group() readonly eventStore!: EventStoreConfig;
  @Group() readonly keyRing!: KeyRingConfig;
  @Group() readonly readStore!: ReadStoreConfig;
  @Group() readonly secrets!: SecretsConfig;
}

/** Answers queries from the read models. It has no master key: it cannot open what is sealed in the log. */
export class QueryApiConfig extends ProcessConfig {
  @Group() readonly auth!: AuthConfig;
  @Group() readonly readStore!: ReadStoreConfig;
  @Group() readonly secrets!: SecretsConfig;
  @Group() readonly query!: QueryConfig;
}

/** Follows the log: a projection, or the process manager. */
export class WorkerConfig extends ProcessConfig {
  @Group() readonly eventStore!: EventStoreConfig;
  @Group() readonly keyRing!: KeyRingConfig;
  @Group() readonly readStore!: ReadStoreConfig;
  @Group() readonly secrets!: SecretsConfig;
  @Group() readonly projection!: ProjectionConfig;
}

/** Publishes contracts to Kafka. It has no secrets: what is sealed in the log cannot leave through it. */
export class RelayConfig extends ProcessConfig {
  @Group() readonly eventStore!: EventStoreConfig;
  @Group() readonly readStore!: ReadStoreConfig;
  @Group() readonly projection!: ProjectionConfig;
  @Group() readonly kafka!: KafkaConfig;
}

/** Every process and its config, for the documentation. */
export const PROCESS_CONFIGS: Readonly<Record<string, ConfigClass<ProcessConfig>>> = {
  'command-api': CommandApiConfig,
  'query-api': QueryApiConfig,
  'participant-projection': WorkerConfig,
  'claim-projection': WorkerConfig,
  'scholarship-projection': WorkerConfig,
  'process-manager': WorkerConfig,
  'event-relay': RelayConfig,
};
