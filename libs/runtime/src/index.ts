export { ConfigError, type ConfigProblem, type Environment, loadConfig } from './config/load-config.js';
export {
  AppConfig,
  CommandApiConfig,
  QueryApiConfig,
  WorkerConfig,
  RelayConfig,
  APP_CONFIGS,
} from './config/app-configs.js';
export {
  LOG_LEVELS,
  DevelopmentConfig,
  LogConfig,
  HttpConfig,
  AuthConfig,
  EventStoreConfig,
  PostgresConfig,
  KeyRingConfig,
  SecretsConfig,
  KafkaConfig,
  QueryConfig,
  FollowersConfig,
} from './config/settings.js';
export { DEVELOPMENT_ISSUER } from './config/setting-rules.js';
export { FromEnvironment, Group, type ConfigClass, groupsIn } from './config/setting.decorator.js';
export { HealthChecks, HealthFailure } from './health/health.js';
export { Metrics } from './health/metrics.js';
export { AppLogger, createLogger } from './logging/app-logger.js';
export { EventStoreModule } from './modules/event-store.module.js';
export { Followers, FollowersModule } from './modules/followers.module.js';
export { DATABASE, ReadModels, PostgresModule } from './modules/postgres.module.js';
export { type CommandClasses, ProcessManagerModule } from './modules/process-manager.module.js';
export { scrub } from './logging/redact.js';
export { NestLogger } from './logging/nest-logger.js';
export { type AskFacts, Decisions, type Handled } from './commands/decisions.js';
export { type Issue, StreamCommand } from './commands/stream-command.js';
export { ParticipantIds } from './identities/participant-ids.js';
export {
  type AnyProcess,
  type Context,
  type ControllerWithHandlers,
  type ProcessCommandHandling,
  type ReadModelApp,
  commandsOf,
  processesOf,
  queriesOf,
  readModelsOf,
} from './contexts/context.js';
