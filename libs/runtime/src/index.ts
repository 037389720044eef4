export { configurationTable } from './config/configuration-table.js';
export { ConfigError, type Environment, loadConfig } from './config/load-config.js';
export {
  AppConfig,
  CommandApiConfig,
  QueryApiConfig,
  WorkerConfig,
  ProcessManagerConfig,
  RelayConfig,
  ReportingConfig,
  KeyStoreAppConfig,
  TransparencyLogConfig,
  WitnessAppConfig,
  APP_CONFIGS,
} from './config/app-configs.js';
export { ActionsConfig } from './config/actions.settings.js';
export { HttpConfig, AuthConfig, TlsConfig, tlsFiles } from './config/http.settings.js';
export {
  SecretsConfig,
  KeyRingConfig,
  KeyStoreConfig,
  KeyStoreClientsConfig,
  KeyStoreServerConfig,
} from './config/keys.settings.js';
export { KafkaConfig } from './config/kafka.settings.js';
export { NoticesConfig, PapersConfig } from './config/notices.settings.js';
export {
  DevelopmentConfig,
  EventStoreConfig,
  EventStoreAdminConfig,
  PostgresConfig,
  FeedConfig,
  QueryConfig,
  LookBackConfig,
  FollowersConfig,
  RoundsConfig,
  DATABASE_PASSWORD,
} from './config/settings.js';
export {
  ProofsConfig,
  TransparencyConfig,
  TransparencyKeyConfig,
  WitnessConfig,
  WitnessesConfig,
} from './config/transparency.settings.js';
export { DEVELOPMENT_ISSUER } from './config/setting-rules.js';
export { FromEnvironment, Group, type ConfigClass, groupsIn } from './config/setting.decorator.js';
export { databaseRights } from './contexts/database-rights.js';
export { HealthChecks, HealthFailure } from './health/health.js';
export { Metrics } from './health/metrics.js';
export { AppLogger, createLogger } from './logging/app-logger.js';
export { EventStoreModule, storeAt } from './modules/event-store.module.js';
export { EventProofs, type ProvenPlace } from './modules/event-proofs.js';
export { FollowersModule } from './modules/followers.module.js';
export { DATABASE } from './modules/database.token.js';
export { ReadModels, PostgresModule, ReadModelsBesideModule } from './modules/postgres.module.js';
export { LogToReadModule } from './modules/log-to-read.module.js';
export { type LookBack, lookBackNow, lookingBack } from './look-back/look-back.js';
export { CopyBeingBuilt, CopyWorks } from './look-back/copy-works.service.js';
export { Past } from './look-back/past.service.js';
export { scrub } from './logging/redact.js';
export { NestLogger } from './logging/nest-logger.js';
export { Decisions } from './commands/decisions.js';
export { ReadQuery, query } from './queries/query.js';
export { together } from './queries/together.js';
export { type Issue, StreamCommand } from './commands/stream-command.js';
export { type Take, command } from './commands/command.js';
export type { AskFacts, Permit } from './commands/decisions.js';
export { type Triable, Trial, type Tried, type Trying } from './commands/trial.js';
export {
  ANYBODY,
  type Acting,
  type Action,
  type ActionTable,
  type AnyActionTable,
  type Attempt,
  type Said,
  action,
  actionsOn,
  attempt,
  attemptEach,
  notSaid,
  notSaidOf,
  sentAs,
  unusedNumber,
} from './actions/action-table.js';
export { type Chance, type Told, tellActions } from './actions/tell-actions.js';
export { actionRefusals } from './actions/refusals.js';
export { ParticipantIds } from './identities/participant-ids.js';
export { bySystem } from './rounds/by-system.js';
export { DailyRound, type LastRound } from './rounds/daily-round.js';
export { RepeatedWork } from './rounds/repeated-work.js';
export {
  type Context,
  type ControllerWithHandlers,
  commandsOf,
  processesOf,
  queriesOf,
  readModelsOf,
} from './contexts/context.js';
