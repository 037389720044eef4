export { CurrentActor, Public, Roles } from './auth/auth.decorators.js';
export { BankAccountBody } from './fields/bank-account.fields.js';
export {
  type FieldOptions,
  NikField,
  NameField,
  LocalDateField,
  PeriodField,
  type RangeOptions,
  RupiahField,
  IntegerField,
  NumberField,
  UuidField,
  CodeField,
  TextField,
  PhoneField,
  BooleanField,
  InstantField,
  type NestedOptions,
  NestedField,
  OptionalField,
  ScalarField,
  LineField,
  ClockTimeField,
  DistrictField,
  AreaField,
  AccountNumberField,
} from './fields/fields.js';
export {
  type AnswerOptions,
  ScalarAnswer,
  UuidAnswer,
  DayAnswer,
  MonthAnswer,
  InstantAnswer,
  ClockTimeAnswer,
  RupiahAnswer,
  NumberAnswer,
  YesNoAnswer,
  TextAnswer,
  CodeAnswer,
  PositionAnswer,
  NestedAnswer,
} from './fields/answers.js';
export { CommandAnswer, commandAnswer } from './edge/command-answer.js';
export { Clock, SetClock, SystemClock } from './edge/clock.js';
export { Context, Today } from './edge/command-context.js';
export { openApiOf } from './edge/api-documentation.js';
export { type AppOptions, createHttpApp, createWorkerApp, listen } from './edge/create-app.js';
export { CommandEndpoint, FileBody, FileEndpoint, QueryEndpoint } from './edge/endpoints.js';
export { IfMatch } from './edge/if-match.js';
export { Listener, NobodyListens } from './edge/listener.js';
export { Issued } from './edge/issued.js';
export { IdParam } from './edge/uuid.js';
export { IntegerParam } from './edge/integer-param.js';
export {
  AfterQuery,
  MAX_PAGE_SIZE,
  PageQuery,
  SortField,
  type Page,
  PageOf,
  pageOf,
  encodeCursor,
  type CursorPart,
  isUuid,
  isDay,
  isText,
  isPosition,
  decodeCursor,
} from './paging/page.js';
export { type PageAsked, orderedPage } from './paging/ordered-page.js';
export { type FieldError, ProblemError } from './problem/problem-error.js';
export { DEV_AUDIENCE, DEV_ISSUER, DevIssuer, DevIssuerModule, type DevToken } from './auth/dev-issuer.js';
export { STATUS_OF, problemOf } from './problem/problem-of-error.js';
export { problems } from './problem/problems.js';
export type { Language } from './problem/language.js';
export { AskedLanguage } from './edge/asked-language.js';
export { type Problem, problemFrom } from './problem/problem.js';
export { type App, type RunningApp, runApp, runUntilStopped, startApp } from './app/run-app.js';
export { ProcessQueriesModule } from './processes/process-queries.module.js';
export { TimelineItem, toTimelineItem } from './timeline/timeline-item.js';
export { validationProblem } from './problem/validation-problem.js';
export { asked, pick, shape, shown } from './fields/shape.js';
