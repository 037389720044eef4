import { formatRupiah, type LocalDate, type Rupiah, sumRupiah, ZERO_RUPIAH } from '#kernel';
import { amountOf, type Expression, result } from './expression.js';
import { ruleSetVersionOn } from './laws.js';
import type { Bilingual, Confidence, Provision } from './provision.js';
import { asOfNow, isUnderReform } from './reform.js';
import type { BenefitRefusal } from './refusal.js';

/** Who receives a component. */
export type Payee = 'PLKK' | 'RECEIPT_PAYER' | 'EMPLOYER' | 'PARTICIPANT' | 'HEIR' | 'CHILD';

export type InputValue = string | number | boolean;

/** A figure beside the total: one, or several by name. */
export type MemoValue = InputValue | Readonly<Record<string, InputValue>>;

/** Why an employer owes something itself. */
export type OwedGround =
  | 'NEVER_REGISTERED'
  | 'ARREARS_OVER_3M'
  | 'LATE_STAGE_ONE'
  | 'WAGE_SHORTFALL'
  | 'PROGRAMME_NOT_JOINED'
  | 'CONTRIBUTIONS_DUE';

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

/** One line of what the employer owes. Its code is that of the component that BPJS would pay or bill. */
export interface OwedComponent extends BenefitComponent {
  readonly ground: OwedGround;
  /** Whether BPJS pays it back to the employer, after what the ground asks for. */
  readonly reimbursable: boolean;
}

/** How a payment is taxed (PPh 21): information beside the benefit, which stays gross. */
export interface TaxMemo {
  readonly regime: 'FINAL_PP_68_2009' | 'PROGRESSIVE_ART_17';
  /** What of the payment is taxed at all, whole rupiah. */
  readonly taxableIdr: Rupiah;
  readonly taxIdr: Rupiah;
  /** The payment less the tax. */
  readonly netIdr: Rupiah;
  /** What the participant has to know before choosing. */
  readonly note?: Bilingual;
  readonly law: string;
  readonly article: string;
  readonly confidence: Confidence;
  readonly arithmetic: string;
}

/** The answer of a calculator. Amounts are whole rupiah. */
export interface Calculation {
  /** Names the law applied; store it with the decision. One that ends in `+reform` is no law: nothing may be decided by it. */
  readonly ruleSetVersion: string;
  readonly components: readonly BenefitComponent[];
  readonly totalIdr: Rupiah;
  /** Present when the result is a decision rather than a sum: `REJECTED_EXPIRED`, `PENDING_ARREARS`, `ACTIVE`. */
  readonly decision?: string;
  /** The name of the policy that refused. */
  readonly rule?: string;
  /** Figures that do not change the total. */
  readonly memo?: Readonly<Record<string, MemoValue>>;
  /** What the employer owes beside what BPJS pays; never part of `totalIdr`. There where an employer may owe something. */
  readonly owedByEmployer?: readonly OwedComponent[];
  readonly owedByEmployerTotalIdr?: Rupiah;
  /** Of a lump sum that is taxed. The total is gross. */
  readonly taxMemo?: TaxMemo;
  /** Component code to payee, where payees differ. */
  readonly payees?: Readonly<Record<string, Payee>>;
  /** Cost of care that is not for JKK to bear. */
  readonly nonJkkMedicalIdr?: Rupiah;
  /** Fields of the request that played no part. */
  readonly ignoredFields?: readonly string[];
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

/** Rounds the expression. Its texts follow from it alone, so they come out the same whenever they are read. */
export function component(
  { id, title }: { readonly id: string; readonly title: Bilingual },
  provision: Provision,
  { expression, inputs, code = id, payee, note, projected }: ComponentDraft,
): BenefitComponent {
  const amountIdr = amountOf(expression);
  const arithmetic = asOfNow(() => result(expression));
  const explanation = asOfNow(() => explain(title, shown(amountIdr, arithmetic()), provision, note));
  const figures = { code, amountIdr, inputs: known(inputs), payee, projected };
  const basis = { provision, title, expression };
  return new WrittenOnReading(provision, figures, { arithmetic, explanation, basis });
}

function shown(amountIdr: Rupiah, arithmetic: string): string {
  const digits = formatRupiah(amountIdr);
  return arithmetic === digits ? `Rp${digits}` : `Rp${digits} (${arithmetic})`;
}

function explain(title: Bilingual, amount: string, provision: Provision, note?: Bilingual): Bilingual {
  return {
    id: sentence(`${title.id}: ${amount}.`, note?.id, basedOn('Dasar', inIndonesian(cite(provision)))),
    en: sentence(`${title.en}: ${amount}.`, note?.en, basedOn('Basis', cite(provision))),
  };
}

const sentence = (...parts: (string | undefined)[]) => parts.filter((part) => part !== undefined).join(' ');
const basedOn = (word: string, citation: string) => `${word}: ${citation}.`;
const cite = ({ law, article }: Provision) => `${law}, ${article}`;

const INDONESIAN_CITATION: readonly (readonly [string, string])[] = [
  ['Art.', 'Pasal'],
  [' area', ' dan sekitarnya'],
  ['Annex', 'Lampiran'],
  ['row', 'baris'],
  [' over ', ' atas '],
  ['convention', 'konvensi'],
  ['from memory', 'dari ingatan'],
  ['article not seen', 'pasal belum dilihat'],
];

/** Citations come from the rules, so they are few. */
const CITATIONS = new Map<string, string>();

/** `Art. 34, Annex III` as it is cited in Indonesia. */
export function inIndonesian(citation: string): string {
  const known = CITATIONS.get(citation);
  if (known !== undefined) return known;
  const indonesian = INDONESIAN_CITATION.reduce(
    (text, [there, here]) => text.replaceAll(there, here),
    citation,
  );
  CITATIONS.set(citation, indonesian);
  return indonesian;
}

function known(inputs: ComponentDraft['inputs']): Record<string, InputValue> {
  const result: Record<string, InputValue> = {};
  for (const name in inputs) {
    const value = inputs[name];
    if (value !== undefined) result[name] = value;
  }
  return result;
}

/** Adds up components. An ordinary component of zero rupiah is not listed. */
export function calculation(
  eventDate: LocalDate,
  components: readonly BenefitComponent[],
  extra: Partial<Calculation> = NOTHING,
): Calculation {
  const listed = components.filter(({ amountIdr }) => amountIdr !== 0);
  const result: Calculation = {
    ruleSetVersion: ruleSetApplied(eventDate),
    components: listed,
    totalIdr: sumRupiah(listed.map(({ amountIdr }) => amountIdr)),
  };
  const payees = payeesWhereTheyDiffer(listed);
  return payees || extra !== NOTHING ? { ...result, ...(payees && { payees }), ...extra } : result;
}

const NOTHING: Partial<Calculation> = {};

const ruleSetApplied = (eventDate: LocalDate) =>
  isUnderReform() ? `${ruleSetVersionOn(eventDate)}+reform` : ruleSetVersionOn(eventDate);

function payeesWhereTheyDiffer(components: readonly BenefitComponent[]): Calculation['payees'] {
  const payees: Record<string, Payee> = {};
  let first: Payee | undefined;
  let differ = false;
  for (const { code, payee } of components) {
    if (!payee) continue;
    first ??= payee;
    differ ||= payee !== first;
    payees[code] = payee;
  }
  return differ ? payees : undefined;
}

/** A single component of zero rupiah that says what was decided, and why. */
export function decided(
  eventDate: LocalDate,
  programme: string,
  refusal: BenefitRefusal,
  extra: Partial<Calculation> = {},
): Calculation {
  return {
    ruleSetVersion: ruleSetApplied(eventDate),
    components: [refusalComponent(programme, refusal)],
    totalIdr: ZERO_RUPIAH,
    decision: refusal.code,
    ...(refusal.rule && { rule: refusal.rule }),
    ...extra,
  };
}

export function refusalComponent(programme: string, refusal: BenefitRefusal): BenefitComponent {
  const { provision, words, facts = {} } = refusal;
  const figures = { code: `${programme}_${refusal.code}`, amountIdr: ZERO_RUPIAH, inputs: facts };
  return new WrittenOnReading(provision, figures, {
    basis: { provision },
    arithmetic: () => '0',
    explanation: () => ({
      id: sentence(words.id, basedOn('Dasar', inIndonesian(cite(provision)))),
      en: sentence(words.en, basedOn('Basis', cite(provision))),
    }),
  });
}

/**
 * The answer, told which fields of the input played no part although they were given: nothing is dropped silently. What is
 * denied (`false`) is as good as not given.
 */
export function ignoring<Input extends object>(
  answer: Calculation,
  input: Input,
  names: readonly (keyof Input & string)[],
): Calculation {
  const given = names.filter((name) => input[name] !== undefined && input[name] !== false);
  if (given.length === 0) return answer;
  return { ...answer, ignoredFields: [...(answer.ignoredFields ?? []), ...given] };
}
