import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import {
  decodeCursor,
  isText,
  type Page,
  pageOf,
  PageQuery,
  QueryEndpoint,
  Today,
  asked,
  fieldPath,
  shape,
  wrongValue,
} from '#http';
import { type LocalDate, nameTwice, Rejection, type Role, ROLES } from '#kernel';
import {
  CALCULATOR_FIELDS,
  explain,
  type Explanation,
  listRules,
  RULE_CHAPTERS,
  type RuleHistory,
  ruleHistory,
  type RuleSummary,
} from '#law';
import { ExplanationAnswer } from './explanation.answers.js';
import { lawQueryRefusals } from './law-queries.refusals.js';
import { isKept, ruleSetTag } from './rule-set-tag.js';
import { RuleHistoryAnswer, RulePage } from './rules.answers.js';

class RuleListQuery extends shape(
  {
    on: asked.day({ optional: true, description: 'What holds on this day; today unless given' }),
    chapter: asked.code(RULE_CHAPTERS, { optional: true }),
    search: asked.text({
      optional: true,
      max: 100,
      description: 'In the id, the titles, the law or the article, whatever the case of letters',
    }),
  },
  PageQuery,
) {}

class ExplanationQuery extends shape({
  request: asked.text({ max: 4_000, description: 'The request as JSON: {"calculator":"JKM", …}' }),
}) {}

/** What Fastify's reply is used for here. */
interface Reply {
  header(name: string, value: string): Reply;
  status(code: number): Reply;
}

/** Who asks calculators. */
const EXPLAINED_TO: readonly Role[] = ['registrar', 'adjudicator', 'supervisor', 'finance', 'auditor'];

const EXPLANATION = {
  summary: 'Why a request is answered as it is',
  roles: EXPLAINED_TO,
  answer: ExplanationAnswer,
} as const;

/** Public data: kept by the browser for a while, then asked for again with its ETag. */
const KEPT = 'private, max-age=600';

@ApiTags('law')
@Controller('law')
export class LawQueriesController {
  @Get('rules')
  @QueryEndpoint({
    summary: 'The rules of the law as they stand on a day',
    description: 'Answers carry an ETag of the rule set; If-None-Match gets 304.',
    roles: ROLES,
    answer: RulePage,
  })
  list(
    @Query() { on, chapter, search, limit, cursor }: RuleListQuery,
    @Today() today: LocalDate,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Page<RuleSummary> | undefined {
    const day = on ?? today;
    if (isNotModified(reply, ruleSetTag(day), ifNoneMatch)) return undefined;
    const found = listRules({ on: day, chapter, search });
    const rows = found.slice(placeAfter(cursor, found));
    return pageOf(rows.slice(0, limit + 1), limit, ({ id }) => [id]);
  }

  @Get('rules/:ruleId')
  @QueryEndpoint({
    summary: 'One rule with its history, links, sources and the calculators that read it',
    roles: ROLES,
    answer: RuleHistoryAnswer,
  })
  get(
    @Param('ruleId') ruleId: string,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): RuleHistory | undefined {
    const found = ruleHistory(ruleId);
    if (!found) throw new Rejection(lawQueryRefusals.RULE_NOT_FOUND());
    return isNotModified(reply, ruleSetTag(), ifNoneMatch) ? undefined : found;
  }

  @Get('explanation')
  @QueryEndpoint({
    ...EXPLANATION,
    description: 'A request with injuries tells of health: send it by POST, because addresses are logged.',
    impossible: 'The law cannot be asked this: a field is missing, wrong or unknown',
  })
  explanation(@Query() { request }: ExplanationQuery): Explanation {
    const inputs = parsed(request);
    if ('injuries' in inputs) throw new Rejection(lawQueryRefusals.HEALTH_IN_ADDRESS());
    return explain(inputs);
  }

  @Post('explanation')
  @HttpCode(200)
  @ApiBody({
    schema: {
      type: 'object',
      required: ['calculator'],
      properties: { calculator: { type: 'string', enum: Object.keys(CALCULATOR_FIELDS) } },
      additionalProperties: true,
    },
  })
  @QueryEndpoint({
    ...EXPLANATION,
    takesBody: true,
    impossible: 'The law cannot be asked this: a field is missing, wrong or unknown',
  })
  explanationOf(@Body() request: unknown): Explanation {
    return explain(request);
  }
}

/** Gives an answer its tag. True where whoever asks has it already: then nothing is sent. */
function isNotModified(reply: Reply, tag: string, ifNoneMatch: string | undefined): boolean {
  reply.header('ETag', tag).header('Cache-Control', KEPT);
  const kept = isKept(tag, ifNoneMatch);
  if (kept) reply.status(304);
  return kept;
}

/** @throws ProblemError 400 for a cursor that no page has given */
function placeAfter(cursor: string | undefined, rules: readonly RuleSummary[]): number {
  if (cursor === undefined) return 0;
  const [last] = decodeCursor(cursor, isText);
  const at = rules.findIndex(({ id }) => id === last);
  if (at < 0) {
    throw wrongValue('cursor', {
      en: 'the nextCursor of the page before',
      id: 'nextCursor dari halaman sebelumnya',
    });
  }
  return at + 1;
}

function parsed(request: string): object {
  try {
    const read: unknown = JSON.parse(request);
    refuseNameTwice(request);
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new Rejection(lawQueryRefusals.REQUEST_IS_NO_JSON());
}

/** @throws ProblemError 400 that names the first name which its object has twice: what the first said would be dropped */
function refuseNameTwice(request: string): void {
  const twice = nameTwice(request);
  if (twice === undefined) return;
  const field = fieldPath(twice.path);
  throw wrongValue('request', {
    en: `a JSON object that says ${field} once`,
    id: `objek JSON yang menyebut ${field} sekali saja`,
  });
}
