import { formatRupiah, type Rupiah, ZERO_RUPIAH } from '#kernel';
import { cited } from './citation.js';
import { amountOf, type Expression, result } from './expression.js';
import type { Bilingual, Confidence, Provision } from './provision.js';
import { asOfNow, type Later } from './reform.js';
import type { BenefitRefusal } from './refusal.js';

/** Who receives a component. */
export type Payee = 'PLKK' | 'RECEIPT_PAYER' | 'EMPLOYER' | 'PARTICIPANT' | 'HEIR' | 'CHILD';

export type InputValue = string | number | boolean;

/**
 * One line of a benefit, a contribution or a refusal, with everything needed to check it by hand. `arithmetic` and
 * `explanation` are written when they are read; JSON holds them, a spread does not.
 */
export interface BenefitComponent {
  /** Stable code: `JKM_DEATH`; a refusal contains `_REJECTED_`. */
  readonly code: string;
  /** Whole rupiah, rounded once, half up. */
  readonly amountIdr: Rupiah;
  readonly law: string;
  readonly article: string;
  readonly confidence: Confidence;
  /** The calculation in digits, the same for both languages. */
  readonly arithmetic: string;
  readonly explanation: Bilingual;
  /** The facts this amount rests on. */
  readonly inputs: Readonly<Record<string, InputValue>>;
  readonly payee?: Payee;
  /** True for a scholarship maximum that is foreseen, not payable now. */
  readonly projected?: true;
}

/** What a calculator says of one component beside the rule it rests on. */
export interface ComponentDraft {
  readonly expression: Expression;
  readonly inputs: Readonly<Record<string, InputValue | undefined>>;
  /** Instead of the id of the rule. */
  readonly code?: string;
  readonly payee?: Payee;
  readonly note?: Bilingual;
  readonly projected?: true;
}

/** What is written of a component when somebody asks for it. */
interface Texts {
  readonly arithmetic: () => string;
  readonly explanation: () => Bilingual;
  readonly basis: ComponentBasis;
}

/** What a component was made of: its reasons are written from it when somebody asks. */
export interface ComponentBasis {
  readonly provision: Provision;
  readonly title?: Bilingual;
  /** A refusal has none: it rests on facts alone. */
  readonly expression?: Expression;
}

/**
 * A component that writes its texts when they are read: few of those that are computed are. A class, because an object
 * literal with getters costs more than the texts it puts off.
 */
export class WrittenOnReading implements BenefitComponent {
  readonly code: string;
  readonly amountIdr: Rupiah;
  readonly law: string;
  readonly article: string;
  readonly confidence: Confidence;
  readonly inputs: BenefitComponent['inputs'];
  declare readonly payee?: Payee;
  declare readonly projected?: true;
  readonly #texts: Texts;

  constructor(
    { law, article, confidence }: Provision,
    {
      code,
      amountIdr,
      inputs,
      payee,
      projected,
    }: Pick<BenefitComponent, 'code' | 'amountIdr' | 'inputs' | 'payee' | 'projected'>,
    texts: Texts,
  ) {
    this.code = code;
    this.amountIdr = amountIdr;
    this.law = law;
    this.article = article;
    this.confidence = confidence;
    this.inputs = inputs;
    if (payee) this.payee = payee;
    if (projected) this.projected = projected;
    this.#texts = texts;
  }

  static basisOf(component: BenefitComponent): ComponentBasis | undefined {
    return #texts in component ? component.#texts.basis : undefined;
  }

  get arithmetic(): string {
    return this.#texts.arithmetic();
  }

  get explanation(): Bilingual {
    return this.#texts.explanation();
  }

  /** With its texts, in the order of `BenefitComponent`. */
  toJSON(): BenefitComponent {
    const { code, amountIdr, law, article, confidence, arithmetic, explanation, inputs, payee, projected } =
      this;
    return { code, amountIdr, law, article, confidence, arithmetic, explanation, inputs, payee, projected };
  }
}

/** What a component of a calculator was made of; nothing for a copy of one, which has no more than its texts. */
export const basisOf = (component: BenefitComponent): ComponentBasis | undefined =>
  WrittenOnReading.basisOf(component);

/** Whether the amount was computed from one of these fields of the request. */
export function restsOn(component: BenefitComponent, fields: readonly string[]): boolean {
  const expression = basisOf(component)?.expression;
  return expression !== undefined && readsOneOf(expression, fields);
}

const readsOneOf = ({ source, of }: Expression, fields: readonly string[]): boolean =>
  (typeof source === 'string' && fields.includes(source)) || of.some((part) => readsOneOf(part, fields));

/** Rounds the expression. Its texts follow from it alone, so they come out the same whenever they are read. */
export function component(
  { id, title }: { readonly id: string; readonly title: Bilingual },
  provision: Provision,
  { expression, inputs, code = id, payee, note, projected }: ComponentDraft,
): BenefitComponent {
  const figures = { code, amountIdr: amountOf(expression), inputs: known(inputs), payee, projected };
  return new WrittenOnReading(
    provision,
    figures,
    new SumInWords(title, provision, expression, note, asOfNow()),
  );
}

/** What is due by a rule, before it is rounded and written: the arguments of `component`. */
export type Due = Parameters<typeof component>;

/** The texts of a sum, which are also what it was made of: a class, so that nothing else is made for texts that nobody reads. */
class SumInWords implements Texts, ComponentBasis {
  constructor(
    readonly title: Bilingual,
    readonly provision: Provision,
    readonly expression: Expression,
    private readonly note: Bilingual | undefined,
    private readonly later: Later,
  ) {}

  get basis(): ComponentBasis {
    return this;
  }

  arithmetic(): string {
    return this.later(() => result(this.expression));
  }

  explanation(): Bilingual {
    const { title, provision, expression, note } = this;
    return this.later(() => explain(title, shown(amountOf(expression), this.arithmetic()), provision, note));
  }
}

function shown(amountIdr: Rupiah, arithmetic: string): string {
  const digits = formatRupiah(amountIdr);
  return arithmetic === digits ? `Rp${digits}` : `Rp${digits} (${arithmetic})`;
}

function explain(title: Bilingual, amount: string, provision: Provision, note?: Bilingual): Bilingual {
  const basis = basisIn(provision);
  return {
    id: sentence(`${title.id}: ${amount}.`, note?.id, basis.id),
    en: sentence(`${title.en}: ${amount}.`, note?.en, basis.en),
  };
}

const sentence = (...parts: (string | undefined)[]) => parts.filter((part) => part !== undefined).join(' ');

function basisIn(provision: Provision): Bilingual {
  const { id, en } = cited(provision);
  return { id: `Dasar: ${id}.`, en: `Basis: ${en}.` };
}

function known(inputs: ComponentDraft['inputs']): BenefitComponent['inputs'] {
  if (isComplete(inputs)) return inputs;
  const result: Record<string, InputValue> = {};
  for (const name in inputs) {
    const value = inputs[name];
    if (value !== undefined) result[name] = value;
  }
  return result;
}

function isComplete(inputs: ComponentDraft['inputs']): inputs is BenefitComponent['inputs'] {
  for (const name in inputs) if (inputs[name] === undefined) return false;
  return true;
}

/** A component of zero rupiah that says what was decided, and why. */
export function refusalComponent(programme: string, refusal: BenefitRefusal): BenefitComponent {
  const { provision, words, facts = {} } = refusal;
  const figures = { code: `${programme}_${refusal.code}`, amountIdr: ZERO_RUPIAH, inputs: facts };
  return new WrittenOnReading(provision, figures, {
    basis: { provision },
    arithmetic: () => '0',
    explanation: () => {
      const basis = basisIn(provision);
      return { id: sentence(words.id, basis.id), en: sentence(words.en, basis.en) };
    },
  });
}
