import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ARTICLES, articlesIn, coverageOfArticles, nameOf } from './citations.js';
import { benefitsDocument } from './document.js';

const ROOT = join(import.meta.dirname, '../../../..');

const { articles, faults } = coverageOfArticles();

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
    const page = benefitsDocument();
    expect(
      ARTICLES.filter(({ law, says }) => !page.includes(`### ${law}`) || !page.includes(`| ${says} |`)),
    ).toEqual([]);
    expect(page).toContain('none is unclassified');
    expect(page).toContain('| 2019-12-02 | 2045-12-31 | `SCHOLARSHIP` |');
  });
});
