export { ConfigError, type ConfigProblem, type Environment, loadConfig } from './config/load-config.js';
export {
  ProcessConfig,
  CommandApiConfig,
  QueryApiConfig,
  WorkerConfig,
  RelayConfig,
  PROCESS_CONFIGS,
} from './config/processes.js';
export {
  LOG_LEVELS,
  LogConfig,
  HttpConfig,
  AuthConfig,
  EventStoreConfig,
  ReadStoreConfig,
  KeyRingConfig,
  SecretsConfig,
  KafkaConfig,
  QueryConfig,
  ProjectionConfig,
} from './config/settings.js';
export { FromEnvironment, Group, type ConfigClass, groupsIn } from './config/setting.decorator.js';
export { HealthChecks, HealthFailure } from './health/health.js';
export { Metrics } from './health/metrics.js';
export { Log, createLog } from './logging/logger.js';
export { EventStoreModule } from './modules/event-store.module.js';
export { Followers, FollowersModule } from './modules/followers.module.js';
export { DATABASE, ReadModels, ReadStoreModule } from './modules/read-store.module.js';
export { type CommandClasses, ProcessManagerModule } from './modules/process-manager.module.js';
export { scrub } from './logging/redact.js';
export { NestLogger } from './logging/nest-logger.js';
export { type AskFacts, Decisions, type Handled } from './commands/decisions.js';
export { type QueryClass, ReadQuery, query } from './queries/query.js';
export { type Issue, StreamCommand } from './commands/stream-command.js';
export { type CommandClass, type CommandTerms, command } from './commands/command.js';
export {
  type AnyProcess,
  type Context,
  type ControllerWithHandlers,
  type ProcessCommand,
  type ProjectionService,
  commandsOf,
  processesOf,
  queriesOf,
  readModelsOf,
} from './contexts/context.js';
