import { Rejection, type Rupiah } from '#kernel';
import { answerTo } from '../calculate.js';
import type { LawCase } from '../cases/law-case.js';
import { type Reform, underReform } from '../kernel/reform.js';

/** What came of a case, in short. */
export interface Outcome {
  readonly components: readonly { readonly code: string; readonly amountIdr: Rupiah }[];
  readonly totalIdr?: Rupiah;
  readonly decision?: string;
  /** The code with which the request was refused. */
  readonly error?: string;
}

/** A case that comes out otherwise under a reform. */
export interface ReformedCase<Case extends LawCase> {
  readonly of: Case;
  readonly law: Outcome;
  readonly reformed: Outcome;
}

/** The cases that come out otherwise under a reform, in the order in which they were given. */
export function tryReform<Case extends LawCase>(
  reform: Reform,
  cases: readonly Case[],
): readonly ReformedCase<Case>[] {
  return cases.flatMap((of) => {
    const law = outcomeOf(of.input);
    const reformed = underReform(reform, () => outcomeOf(of.input));
    return JSON.stringify(law) === JSON.stringify(reformed) ? [] : [{ of, law, reformed }];
  });
}

function outcomeOf(input: unknown): Outcome {
  const answer = answerTo(input);
  if (answer instanceof Rejection) return { components: [], error: answer.code };
  const { components, totalIdr, decision } = answer;
  return {
    components: components.map(({ code, amountIdr }) => ({ code, amountIdr })),
    totalIdr,
    ...(decision !== undefined && { decision }),
  };
}
