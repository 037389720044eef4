export { CurrentActor, Public, Roles } from './auth/auth.decorators.js';
export { ConfigError, type ConfigProblem, type Environment, loadConfig } from './config/load-config.js';
export * from './config/processes.js';
export * from './config/settings.js';
export { FromEnvironment, Group } from './config/setting.decorator.js';
export * from './fields/bank-account.dto.js';
export * from './fields/fields.js';
export { CommandAnswer, commandAnswer } from './http/command-answer.js';
export { Clock, SetClock, SystemClock } from './http/clock.js';
export { Context, Today } from './http/command-context.js';
export { openApiOf } from './http/api-documentation.js';
export { type AppOptions, createHttpApp, createWorkerApp, listen } from './http/create-app.js';
export { CommandEndpoint, FileBody, FileEndpoint, QueryEndpoint } from './http/endpoints.js';
export { HealthChecks, HealthFailure } from './http/health.js';
export { IfMatch } from './http/if-match.js';
export { Metrics } from './http/metrics.js';
export { IdParam } from './http/uuid.js';
export { IntegerParam } from './http/integer-param.js';
export { Log, createLog } from './logging/logger.js';
export { CommandRunner, type Decision, type HandledCommand } from './modules/command-runner.js';
export { EventStoreModule } from './modules/event-store.module.js';
export { ProjectionModule } from './modules/projection.module.js';
export { DATABASE, ReadModels, ReadStoreModule } from './modules/read-store.module.js';
export * from './paging/page.js';
export { type FieldError, ProblemError } from './problem/problem-error.js';
export { DEV_AUDIENCE, DEV_ISSUER, DevIssuer, DevIssuerModule, type DevToken } from './auth/dev-issuer.js';
export { problemOf } from './problem/problem-of-error.js';
export { type Problem, problemFrom } from './problem/problem.js';
export { type App, type RunningApp, runApp, runUntilStopped, startApp } from './app/run-app.js';
export { type CommandClasses, ProcessManagerModule } from './processes/process-manager.module.js';
export { ProcessQueriesModule } from './processes/process-queries.module.js';
export {
  type ProcessIdentity,
  STEP_OUTCOMES,
  type StepOutcome,
  type StepTables,
  stepsOf,
} from './processes/process-steps.js';
export { type SendCommand, runProcess } from './processes/run-process.js';
export { RelayModule } from './relay/relay.module.js';
export { TimelineItem, toTimelineItem } from './timeline/timeline-item.js';
export { validationProblem } from './problem/validation-problem.js';
