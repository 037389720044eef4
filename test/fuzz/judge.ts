import type { Answer } from './exchange.js';
import type { Operation } from './operations.js';

export type Fault = 'serverErrors' | 'notProblems' | 'undeclared' | 'notRepeated';

/** What is wrong with an answer, in words. */
export interface Finding {
  readonly fault: Fault;
  readonly detail: string;
}

const PROBLEM = 'application/problem+json';

const MEMBERS: Readonly<Record<string, string>> = {
  type: 'string',
  title: 'string',
  status: 'number',
  detail: 'string',
  instance: 'string',
  code: 'string',
  correlationId: 'string',
};

/** What is wrong with an answer whatever was asked. */
export function judge(answer: Answer, method: string): Finding[] {
  return [...serverError(answer), ...(answer.status >= 400 ? notProblem(answer, method) : [])];
}

/**
 * The one 503 that is meant: whoever waits with `?after=` for what the log has not recorded is told that it did not come.
 * Every other one is a server that should have been there.
 */
function serverError({ status, text, headers }: Answer): Finding[] {
  if (status < 500) return [];
  const isBehind = text.includes('"READ_MODEL_BEHIND"') && headers['retry-after'] !== undefined;
  return status === 503 && isBehind ? [] : [{ fault: 'serverErrors', detail: `${status} ${text}` }];
}

function notProblem({ status, mediaType, text }: Answer, method: string): Finding[] {
  const wrong = (detail: string): Finding[] => [{ fault: 'notProblems', detail: `${status}: ${detail}` }];
  if (mediaType !== PROBLEM) return wrong(`is ${mediaType || 'of no media type'}: ${text.slice(0, 200)}`);
  if (method === 'HEAD') return [];
  let problem: Record<string, unknown>;
  try {
    problem = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return wrong(`is no JSON: ${text.slice(0, 200)}`);
  }
  const missing = Object.entries(MEMBERS).filter(([name, type]) => typeof problem[name] !== type);
  if (missing.length > 0) return wrong(`lacks ${missing.map(([name]) => name).join(', ')}`);
  return problem.status === status ? [] : wrong(`says that it is ${String(problem.status)}`);
}

/** What is refused whatever the address: too long, too large, of another method. No operation tells of it. */
const OF_THE_PROTOCOL = new Set([405, 408, 414, 417, 431]);

/** Whether the document tells of such an answer; for requests to the address of the operation. */
export function undeclared({ answers }: Operation, { status, mediaType }: Answer): Finding[] {
  if (OF_THE_PROTOCOL.has(status)) return [];
  const declared = answers.get(status);
  if (!declared) return [{ fault: 'undeclared', detail: `${status} is not in the document` }];
  return declared.includes(mediaType)
    ? []
    : [
        {
          fault: 'undeclared',
          detail: `${status} as ${mediaType}; the document says ${declared.join(', ')}`,
        },
      ];
}
