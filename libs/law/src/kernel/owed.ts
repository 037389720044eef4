import { totalOf } from '#kernel';
import type { Calculation, OwedComponent, OwedGround } from './calculation.js';
import { basisOf, type BenefitComponent, WrittenOnReading } from './component.js';
import { cited } from './citation.js';
import { amountOf, type Expression, less, money, result } from './expression.js';
import { type Bilingual, leastSure, type Provision } from './provision.js';
import { merged } from './merged.js';
import { asOfNow } from './reform.js';

/** Why an employer owes something, by which law, and whether BPJS pays it back. */
export interface Liability {
  readonly ground: OwedGround;
  readonly reimbursable: boolean;
  readonly provision: Provision;
  readonly words: Bilingual;
}

/** A component with the reason why the employer owes it. */
class OwedOnReading extends WrittenOnReading implements OwedComponent {
  readonly ground: OwedGround;
  readonly reimbursable: boolean;

  constructor(owed: BenefitComponent, { ground, reimbursable, provision, words }: Liability) {
    const confidence = leastSure(owed.confidence, provision.confidence);
    super({ law: owed.law, article: owed.article, sources: [], confidence }, owed, {
      arithmetic: () => owed.arithmetic,
      explanation: () => {
        const { id, en } = cited(provision);
        return {
          id: `${words.id} (${id}). ${owed.explanation.id}`,
          en: `${words.en} (${en}). ${owed.explanation.en}`,
        };
      },
      basis: basisOf(owed) ?? { provision },
    });
    this.ground = ground;
    this.reimbursable = reimbursable;
  }

  override toJSON(): OwedComponent {
    const { ground, reimbursable } = this;
    return { ...super.toJSON(), ground, reimbursable };
  }
}

/** What an employer owes in place of BPJS: each component as it would be paid. */
export const owedInFull = (
  components: readonly BenefitComponent[],
  liability: Liability,
): readonly OwedComponent[] => components.map((owed) => new OwedOnReading(owed, liability));

/**
 * What is missing because the wage was reported too low: each component at the actual wage less the same at the reported one,
 * both rounded before. The two lists come from one calculator, so they have the same lines in the same order.
 */
export function shortfall(
  reported: readonly BenefitComponent[],
  actual: readonly BenefitComponent[],
  liability: Liability,
): readonly OwedComponent[] {
  return actual.flatMap((due, index) => {
    const paid = reported[index];
    const more = paid === undefined || paid.code !== due.code ? 0 : due.amountIdr - paid.amountIdr;
    return paid && more > 0 ? [new OwedOnReading(differenceOf(paid, due), liability)] : [];
  });
}

function differenceOf(paid: BenefitComponent, due: BenefitComponent): BenefitComponent {
  const { law, article, confidence, code, payee } = due;
  const provision = { law, article, sources: [], confidence };
  const difference = less(amountAsComputed(due), amountAsComputed(paid));
  const inputs = { ...due.inputs, reported: paid.amountIdr };
  const later = asOfNow();
  return new WrittenOnReading(
    provision,
    { code, amountIdr: amountOf(difference), inputs, payee },
    {
      arithmetic: () => later(() => result(difference)),
      explanation: () => ({
        id: `Menurut upah sebenarnya: ${due.arithmetic}; menurut upah yang dilaporkan: ${paid.arithmetic}.`,
        en: `At the actual wage: ${due.arithmetic}; at the wage reported: ${paid.arithmetic}.`,
      }),
      basis: { provision, title: basisOf(due)?.title, expression: difference },
    },
  );
}

/** The rounded amount of a component as one number that knows how it was worked out. */
function amountAsComputed(component: BenefitComponent): Expression {
  const computed = basisOf(component)?.expression;
  return money(component.amountIdr, computed && (() => computed));
}

/** The answer with the second list and its sum. Lines of zero rupiah are not listed. */
export function withOwed(answer: Calculation, owed: readonly OwedComponent[]): Calculation {
  const owedByEmployer = owed.filter(({ amountIdr }) => amountIdr !== 0);
  const owedByEmployerTotalIdr = totalOf(owedByEmployer);
  return merged(answer, { owedByEmployer, owedByEmployerTotalIdr });
}
