import { formatRupiah } from '#kernel';
import { proveLaw, type LawProof } from '../proofs/index.js';
import type { Treatment } from './article.js';
import { type Covered, coverageOfArticles } from './citations.js';

/** `docs/benefits.md`: which articles are coded, which are left to a person, which play no part; what is proved of the rules. */
export function benefitsDocument(proof = proveLaw()): string {
  const { articles } = coverageOfArticles(proof.policies);
  return [
    '# Contributions and benefits: what of the law is coded',
    'Generated from the rule data by `npm run generate:law`; do not edit. The amounts, dates and sources of each rule stand in [the law](reference/law.md); how the code is laid out in [libs/law](../libs/law/README.md).',
    '## Articles',
    `Every article that the references of the law name: ${summary(articles)}. An article that a rule cites and that is not here fails a spec, as does one that is said to be coded and that nothing cites. The list is \`libs/law/src/articles\`.`,
    ...lawsOf(articles).flatMap((law) => [
      `### ${law}`,
      articleTable(articles.filter((one) => one.law === law)),
    ]),
    '## What is proved',
    `On each of the ${formatRupiah(proof.days)} days from ${proof.from} to ${proof.to} exactly one version of each rule applies, or what is open stands below with its reason. The data of each rule divide the whole of its inputs, and the engine divides them at the same places. Each list of policies decides every combination of facts once. \`npm run --silent lindung -- law prove\` proves it anew and prints each input.`,
    groupTable(proof),
    policyTable(proof),
    '## Open on purpose',
    openTable(proof),
  ].join('\n\n');
}

const TREATMENTS: { readonly [Name in keyof AllTreatments]: string } = {
  coded: 'coded',
  builtIn: 'built outside the law',
  person: 'left to a person',
  notRelevant: 'not relevant',
};

/** Every kind of treatment, so that none is forgotten in the words above. */
type AllTreatments = Record<
  Treatment extends infer One ? (One extends One ? keyof One : never) : never,
  string
>;

const kindOf = (treatment: Treatment) => Object.keys(treatment)[0] as keyof AllTreatments;

function summary(articles: readonly Covered[]): string {
  const counts = Object.entries(TREATMENTS).map(([kind, words]) => {
    const { length } = articles.filter(({ treatment }) => kindOf(treatment) === kind);
    return `${length} ${words}`;
  });
  return `${counts.join(', ')}; none is unclassified`;
}

const lawsOf = (articles: readonly Covered[]) => [...new Set(articles.map(({ law }) => law))];

const articleTable = (articles: readonly Covered[]) =>
  table(
    ['Article', 'What it says', 'What becomes of it'],
    articles.map(({ article = 'as a whole', says, treatment, citedBy }) => [
      article,
      says,
      becomes(treatment, citedBy),
    ]),
  );

/** More than these would make a cell nobody reads; the page of the law has them all. */
const MOST_NAMED = 12;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED).map((name) => `\`${name}\``);
  const more = names.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

function becomes(treatment: Treatment, citedBy: readonly string[]): string {
  const by = listed(citedBy);
  if ('coded' in treatment) return `coded: ${by}`;
  const also = by && `; cited by ${by}`;
  if ('builtIn' in treatment) return `built in [${treatment.builtIn}](../${treatment.builtIn})${also}`;
  if ('person' in treatment) return `left to a person: ${treatment.person}${also}`;
  return `not relevant: ${treatment.notRelevant}${also}`;
}

const groupTable = ({ groups }: LawProof) =>
  table(
    ['Rules', 'How many', 'Versions', 'Stretches of days', 'Inputs divided', 'Regions'],
    groups.map(({ title, rules, versions, stretches, inputs }) => [
      `${title.en} / ${title.id}`,
      String(rules),
      String(versions),
      String(stretches),
      String(inputs.length),
      String(inputs.reduce((sum, { regions }) => sum + regions, 0)),
    ]),
  );

const policyTable = ({ policies }: LawProof) =>
  table(
    ['List of policies', 'What it decides', 'Policies', 'Combinations'],
    policies.map(({ list, what, policies: named, combinations }) => [
      `\`${list}\``,
      `${what.en} / ${what.id}`,
      String(named.length),
      formatRupiah(combinations),
    ]),
  );

const openTable = ({ groups }: LawProof) =>
  table(
    ['From', 'To', 'Rules', 'Why'],
    groups.flatMap(({ open }) =>
      open.map(({ from, to, rules, reason }) => [
        from,
        to,
        rules.map((rule) => `\`${rule}\``).join(', '),
        reason ? `${reason.en} / ${reason.id}` : '',
      ]),
    ),
  );

const table = (headings: readonly string[], rows: readonly (readonly string[])[]) =>
  [headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
