export { requirePersons } from './auth/require-persons.js';
export { AnyBody, CurrentActor, Public, Roles, Seen } from './auth/auth.decorators.js';
export { CLAIM, type TokenVerifier, actorFrom } from './auth/token-verifier.js';
export { BankAccountBody } from './fields/bank-account.fields.js';
export { NikField, NameField, IntegerField, UuidField, CodeField, NestedField } from './fields/fields.js';
export { CommandAnswer } from './edge/command-answer.js';
export { AtMostPerHour } from './edge/at-most-per-hour.js';
export { BodyStream } from './edge/body-stream.js';
export { Clock, SetClock } from './edge/clock.js';
export { Context } from './edge/command-context.js';
export { type Asker, AskedBy } from './edge/asked-by.js';
export { Today } from './edge/today.js';
export { DetailQuery, PastPageQuery, PastPrintQuery, PastQuery } from './look-back/look-back.query.js';
export { PastModule } from './look-back/past.module.js';
export { createHttpApp, listen } from './edge/create-app.js';
export { XLSX, rulesOfHandler } from './edge/route-rules.js';
export { CommandEndpoint, FileBody, FileEndpoint, QueryEndpoint, StreamedBody } from './edge/endpoints.js';
export { IfMatch } from './edge/if-match.js';
export { answerLineByLine, reportOf } from './edge/answer-line-by-line.js';
export { Listener, NobodyListens } from './edge/listener.js';
export { Issued } from './edge/issued.js';
export { namingProposal } from './edge/named-proposal.js';
export { IdParam } from './edge/uuid.js';
export { IntegerParam } from './edge/integer-param.js';
export {
  AfterQuery,
  PageQuery,
  type Page,
  PageOf,
  decodeCursor,
  encodeCursor,
  isText,
  pageOf,
} from './paging/page.js';
export { PrintQuery } from './paging/print.js';
export { orderedPage } from './paging/ordered-page.js';
export { type Stage, stagedPage } from './paging/staged-page.js';
export { ProblemError } from './problem/problem-error.js';
export { DEV_AUDIENCE, DEV_ISSUER, DevIssuer, DevIssuerModule, type DevToken } from './auth/dev-issuer.js';
export { STATUS_OF, problemOf } from './problem/problem-of-error.js';
export { problems } from './problem/problems.js';
export type { Language } from './problem/language.js';
export { AskedLanguage } from './edge/asked-language.js';
export { type Problem, problemFrom } from './problem/problem.js';
export { type App, type RunningApp, runApp, runUntilStopped, startApp } from './app/run-app.js';
export { ProcessQueriesModule } from './processes/process-queries.module.js';
export { TimelineItem, toTimelineItem } from './timeline/timeline-item.js';
export { fieldPath, validationProblem, wrongValue } from './problem/validation-problem.js';
export { type DeclaredField, declaredFields } from './fields/declared.js';
export { ActionsAnswer, actionsAt, whatCanBeDone } from './actions/actions.answers.js';
export { WithActionsModule } from './actions/with-actions.module.js';
export { actionsController } from './actions/actions-controller.js';
export {
  OFFICE,
  OFFICE_AND_PLKK,
  type ActionRoute,
  routeOf as routeOfAction,
} from './actions/actions-for.js';
export { type Shape, asked, shape, shown, shownOf } from './fields/shape.js';
