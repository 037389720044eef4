import { describe, expect, it } from '@jest/globals';
import { CONVENTIONS, RULES } from './catalogue.js';
import { JKK_RISK_RATES, RISK_CLASSES } from './contributions/contribution.rules.js';
import { rulesDocument } from './document.js';
import { DOCUMENTS, documentsOf, numbersIn } from './kernel/documents.js';
import { LAWS } from './kernel/laws.js';
import { FIRST_LAW, type Rule, versionOn } from './kernel/rule.js';
import { SOURCES } from './kernel/sources.js';

const named = RULES.map((rule) => [rule.id, rule] as const);

describe('the rules', () => {
  it('have an id each', () => {
    const ids = RULES.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('name each risk class by its number', () => {
    const ids = RISK_CLASSES.map((riskClass) => JKK_RISK_RATES[riskClass].id);
    expect(ids).toEqual([1, 2, 3, 4, 5].map((riskClass) => `CONTRIB_JKK_CLASS_${riskClass}`));
  });

  it('name only sources that are listed', () => {
    const cited = [...RULES.flatMap(({ versions }) => versions), ...LAWS].flatMap(({ sources }) => sources);
    expect(cited.filter((id) => !Object.hasOwn(SOURCES, id))).toEqual([]);
  });

  it.each(named)(
    '%s has its versions in order, none before the first law',
    (_id, { versions }: Rule<unknown>) => {
      const dates = versions.map(({ from }) => from);
      expect(dates).toEqual([...new Set(dates)].sort());
      expect(dates[0]! >= FIRST_LAW).toBe(true);
    },
  );

  it.each(named)('%s was seen on a page where it says so', (_id, { versions }: Rule<unknown>) => {
    const unproved = versions.filter(({ confidence, sources }) => confidence === 'V' && sources.length === 0);
    expect(unproved).toEqual([]);
  });

  it.each(named)('%s names in each version the number of a document', (_id, { versions }: Rule<unknown>) => {
    for (const version of versions) {
      const documents = documentsOf(version);
      expect(documents.map(({ number }) => number)).toEqual(numbersIn(version.law));
      for (const { number, name } of documents) {
        const [, digits, year] = /^[A-Z][A-Za-z]+ (\d+)\/(\d{4})$/.exec(number) ?? [];
        expect(name).toContain(` Nomor ${digits} Tahun ${year}`);
      }
    }
  });

  it.each(named)('%s applies on the first and the last day of each version', (_id, rule: Rule<unknown>) => {
    for (const { from, until = from, value } of rule.versions) {
      expect(versionOn(rule, from)?.value).toBe(value);
      expect(versionOn(rule, until)).toBeDefined();
    }
  });
});

describe('the conventions', () => {
  it('answer R-1 to R-9 and Q-1 to Q-14, each under an id of its own', () => {
    const ids = CONVENTIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const asked = [
      ...Array.from({ length: 9 }, (_, index) => `R-${index + 1}`),
      ...Array.from({ length: 14 }, (_, index) => `Q-${index + 1}`),
    ];
    expect(asked.filter((id) => !ids.some((known) => known.replace(/[abc]$/, '') === id))).toEqual([]);
  });
});

describe('the documents', () => {
  it('are each cited by a rule or listed among the laws', () => {
    const cited = new Set(
      [
        ...RULES.flatMap(({ versions }) => versions.map(({ law }) => law)),
        ...LAWS.map(({ name }) => name),
      ].flatMap(numbersIn),
    );
    expect(DOCUMENTS.filter(({ number }) => !cited.has(number))).toEqual([]);
  });

  it('are read at an address over https', () => {
    const addresses = DOCUMENTS.flatMap(({ address, parts = {} }) => [
      ...(address ? [address] : []),
      ...Object.values(parts),
    ]);
    expect(addresses.filter((address) => !/^https:\/\/[^ ]+$/.test(address))).toEqual([]);
  });
});

describe('the page for lawyers', () => {
  it('has every rule, every document and every convention', () => {
    const page = rulesDocument();
    expect(RULES.filter(({ id }) => !page.includes(`| \`${id}\` |`))).toEqual([]);
    expect(CONVENTIONS.filter(({ id }) => !page.includes(`| ${id} |`))).toEqual([]);
    expect(
      DOCUMENTS.filter(({ number, name }) => !page.includes(number) || !page.includes(`| ${name} |`)),
    ).toEqual([]);
  });

  it('links each rule to the documents that have an address, and each link has one', () => {
    const page = rulesDocument();
    const defined = [...page.matchAll(/^\[([^\]]+)\]: https/gm)].map(([, label]) => label!);
    const used = [...page.matchAll(/\[((?:PP|UU|Permenaker|Perpres|PMK|Kepmen) [^\]]+)\](?!:)/g)].map(
      ([, label]) => label!,
    );
    expect(new Set(used)).toEqual(new Set(defined));
    const unlinked = RULES.flatMap(({ versions }) => versions)
      .flatMap(documentsOf)
      .filter(({ number, address }) => address !== undefined && !used.includes(number));
    expect(unlinked).toEqual([]);
  });
});
