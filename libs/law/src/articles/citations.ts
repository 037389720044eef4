import { RULES } from '../catalogue.js';
import { numbersIn } from '../kernel/documents.js';
import type { Provision } from '../kernel/provision.js';
import type { PoliciesProof } from '../proofs/policies.js';
import type { Article } from './article.js';
import { OTHER_LAWS } from './other.articles.js';
import { SOCIAL_SECURITY } from './social-security.articles.js';

/** Every article that the references of the law name, and what becomes of it. */
export const ARTICLES: readonly Article[] = [...SOCIAL_SECURITY, ...OTHER_LAWS];

/** One article that a rule or a policy cites, with the documents that it may stand in. */
export interface Citation {
  /** The id of the rule, or the name of the policy. */
  readonly by: string;
  readonly laws: readonly string[];
  /** Nothing when the article was not seen. */
  readonly article?: string;
}

type Cited = Pick<Provision, 'law' | 'article'>;

/** `Art. 22(4)-(6)` is Art. 22, `Art. 27-30 area; convention E-2` are four, `Annex III.A, row 7` is Annex III. */
export function articlesIn(text: string): readonly string[] {
  return text.split(/[;,] /).flatMap((part) => {
    const annex = /^Annex( [IVX]+)?/.exec(part);
    if (annex) return [annex[0]];
    const [, first, last] = /^Art\. (\d+[A-Z]?)(?:\([^)]*\))*(?:-(\d+))?/.exec(part) ?? [];
    if (first === undefined) return [];
    if (last === undefined) return [`Art. ${first}`];
    const from = Number(first);
    return Array.from({ length: Number(last) - from + 1 }, (_, index) => `Art. ${from + index}`);
  });
}

function citationsOf(by: string, { law, article }: Cited): readonly Citation[] {
  const laws = numbersIn(law);
  const articles = articlesIn(article);
  return articles.length === 0 ? [{ by, laws }] : articles.map((name) => ({ by, laws, article: name }));
}

/** Whatever the law of the catalogue cites: rules by their versions, policies by their refusals. */
function allCitations(lists: readonly PoliciesProof[]): readonly Citation[] {
  const policies = lists.flatMap((list) => list.policies);
  return [
    ...RULES.flatMap(({ id, versions }) => versions.flatMap((version) => citationsOf(id, version))),
    ...policies.flatMap(({ name, cites }) => cites.flatMap((cited) => citationsOf(name, cited))),
  ];
}

const isOf = ({ law, article }: Article, { laws, article: cited }: Citation) =>
  laws.includes(law) && article === cited;

/** An article with those that cite it. */
export interface Covered extends Article {
  readonly citedBy: readonly string[];
}

export interface Coverage {
  readonly articles: readonly Covered[];
  /** What is wrong with the list, one line each. */
  readonly faults: readonly string[];
}

/**
 * Compares the list of articles with what the law cites.
 * @param lists the proofs of all lists of policies, which saw what each refusal cites
 */
export function coverageOfArticles(lists: readonly PoliciesProof[]): Coverage {
  const citations = allCitations(lists);
  const articles = ARTICLES.map((article) => ({
    ...article,
    citedBy: [...new Set(citations.filter((citation) => isOf(article, citation)).map(({ by }) => by))],
  }));
  return {
    articles,
    faults: [...unknown(citations), ...uncited(articles), ...citedThough(articles), ...twice()],
  };
}

function unknown(citations: readonly Citation[]): readonly string[] {
  return citations
    .filter((citation) => !ARTICLES.some((article) => isOf(article, citation)))
    .map(
      ({ by, laws, article }) =>
        `${by} cites ${laws.join(' jo. ')}, ${article ?? 'no article'}, which the list of articles does not know`,
    );
}

const uncited = (articles: readonly Covered[]) =>
  articles
    .filter(({ treatment, citedBy }) => 'coded' in treatment && citedBy.length === 0)
    .map((article) => `${nameOf(article)} is said to be coded, but nothing cites it`);

/** A rule of it exists by now, so it is no longer left out. */
const citedThough = (articles: readonly Covered[]) =>
  articles
    .filter(
      ({ treatment, citedBy }) => ('person' in treatment || 'notRelevant' in treatment) && citedBy.length > 0,
    )
    .map(
      (article) => `${nameOf(article)} is said not to be coded, but ${article.citedBy.join(', ')} cite it`,
    );

function twice(): readonly string[] {
  const names = ARTICLES.map(nameOf);
  return names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => `${name} stands in the list twice`);
}

export const nameOf = ({ law, article }: Article) => (article === undefined ? law : `${law}, ${article}`);
