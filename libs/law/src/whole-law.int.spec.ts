import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ARTICLES, articlesIn, coverageOfArticles, nameOf } from './articles/citations.js';
import { benefitsDocument } from './articles/document.js';
import { RULES } from './catalogue.js';
import { proveLaw } from './proofs/prove.js';

const ROOT = join(import.meta.dirname, '../../..');

/** It takes seconds: whatever is asked of the whole law is asked of this one. */
const proof = proveLaw();
const { articles, faults } = coverageOfArticles(proof.policies);

/** The names of the lists of policies that the chapters export. */
const exported = await Promise.all(
  readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.policies.ts'))
    .map(async (path) => Object.entries((await import(`./${path}`)) as object)),
);

describe('the proof of the law', () => {
  it('holds', () => {
    expect(proof.faults).toEqual([]);
  });

  it('is about every day of 2004 to 2045 and every rule of the catalogue', () => {
    expect({ from: proof.from, to: proof.to, days: proof.days }).toEqual({
      from: '2004-01-01',
      to: '2045-12-31',
      days: 15_341,
    });
    expect(proof.groups.reduce((sum, group) => sum + group.rules, 0)).toBe(RULES.length);
  });

  it('gives a reason in both languages for whatever is open', () => {
    const open = proof.groups.flatMap((group) => group.open);
    expect(open.length).toBeGreaterThan(0);
    expect(open.filter(({ reason }) => !reason?.id || !reason.en)).toEqual([]);
  });
});

describe('each list of policies', () => {
  it.each(proof.policies.map((one) => [one.list, one] as const))(
    '%s decides every combination of facts once, and no policy stands in it in vain',
    (_name, { faults, combinations }) => {
      expect(faults).toEqual([]);
      expect(combinations).toBeGreaterThan(0);
    },
  );

  it('of the chapters is proved', () => {
    const lists = exported.flat().filter(([, value]) => Array.isArray(value) && value.every(isPolicy));
    expect(lists.map(([name]) => name).sort()).toEqual(proof.policies.map(({ list }) => list).sort());
  });
});

const isPolicy = (value: unknown) => typeof value === 'object' && value !== null && 'check' in value;

describe('the list of articles', () => {
  it('knows whatever a rule or a policy cites, and says of an article that it is coded when something cites it', () => {
    expect(faults).toEqual([]);
  });

  it('gives a reason for what is left to a person or plays no part', () => {
    const silent = ARTICLES.filter(({ treatment }) =>
      Object.values(treatment).some((why) => typeof why === 'string' && why.length < 10),
    );
    expect(silent.map(nameOf)).toEqual([]);
  });

  it('names files that are there, where an article is built outside the law', () => {
    const missing = ARTICLES.filter(
      ({ treatment }) => 'builtIn' in treatment && !existsSync(join(ROOT, treatment.builtIn)),
    );
    expect(missing.map(nameOf)).toEqual([]);
  });

  it('tells which rules and policies rest on an article', () => {
    const citedBy = Object.fromEntries(articles.map((article) => [nameOf(article), article.citedBy]));
    expect(citedBy['PP 44/2015, Art. 26']).toEqual(['JKK_EXPIRY', 'claim-is-in-time']);
    expect(citedBy['PP 49/2023, Art. 25A']).toEqual(['JKK_SUSPECTED_DAYS', 'event-is-work-accident']);
  });
});

describe('an article as it is cited', () => {
  it.each([
    ['Art. 22(4)-(6)', ['Art. 22']],
    ['Art. 103(3a)', ['Art. 103']],
    ['Art. 16, Annex I', ['Art. 16', 'Annex I']],
    ['Art. 27-30 area; convention E-2', ['Art. 27', 'Art. 28', 'Art. 29', 'Art. 30']],
    ['Art. 17-22 (from memory)', ['Art. 17', 'Art. 18', 'Art. 19', 'Art. 20', 'Art. 21', 'Art. 22']],
    ['Annex III.A', ['Annex III']],
    ['Annex III, row 15-16', ['Annex III']],
    ['Annex (from memory)', ['Annex']],
    ['Art. 39A', ['Art. 39A']],
    ['article not seen', []],
    ['convention Q-2', []],
  ])('%s is %j', (text, names) => {
    expect(articlesIn(text)).toEqual(names);
  });
});

describe('the page on what is coded', () => {
  it('has every article with what becomes of it, what is proved and what is open', () => {
    const page = benefitsDocument(proof);
    expect(
      ARTICLES.filter(({ law, says }) => !page.includes(`### ${law}`) || !page.includes(`| ${says} |`)),
    ).toEqual([]);
    expect(page).toContain('none is unclassified');
    expect(page).toContain('| 2019-12-02 | 2045-12-31 | `SCHOLARSHIP` |');
  });
});
