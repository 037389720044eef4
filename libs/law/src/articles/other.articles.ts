import { type Article, builtIn, coded, notRelevant, of, person } from './article.js';

const TAX = 'the finance officer withholds it; it is never part of a benefit';

/** Tax, traffic insurance, calendars and personal data. */
export const OTHER_LAWS: readonly Article[] = [
  ...of('UU 42/2009', coded('Art. 7', 'value added tax of 10 %, in contract values of construction')),
  ...of(
    'UU 7/2021',
    coded('Art. 17', 'progressive rates from 2022'),
    coded('Art. 7', 'value added tax of 11 %, in contract values of construction'),
  ),
  ...of(
    'PP 68/2009',
    coded('Art. 5', 'final income tax on JHT and JP paid at once: a memo beside the benefit'),
    coded(undefined, 'the final tariff holds for two calendar years from the first payment'),
  ),
  ...of('PMK 16/2010', person(undefined, 'how that tax is withheld', TAX)),
  ...of(
    'UU 36/2008',
    coded('Art. 17', 'progressive rates for what is paid in the third year or later'),
    coded('Art. 21', 'a fifth more without a tax number'),
  ),
  ...of('PMK 36/2008', coded(undefined, 'Jasa Raharja, first payer of care: until 2017-05-31')),
  ...of('PMK 15/2017', coded(undefined, 'Jasa Raharja: benefits of passengers')),
  ...of('PMK 16/2017', coded(undefined, 'Jasa Raharja: benefits of others in traffic')),
  ...of(
    'SKB 375/2022',
    builtIn(
      'and those of 2019 to 2026',
      'public holidays and collective leave',
      'libs/law/src/kernel/days-off.ts',
    ),
    person(
      'of regions, and from 2027 on',
      'public holidays and days off',
      'the office hands them in with a request; without them only weekends are free',
    ),
  ),
  ...of(
    'UU 8/1997',
    person(
      undefined,
      'company documents are kept for 10 years',
      'how long is kept is decided before a person is erased',
    ),
  ),
  ...of(
    'UU 27/2022',
    builtIn('Art. 4', 'which data are general and which specific', 'libs/key-ring'),
    builtIn(
      'Art. 16',
      'principles: limited, accurate, secure, deleted when due',
      'test/architecture/events-hold-no-person.spec.ts',
    ),
    notRelevant(
      'Art. 20',
      'the basis of processing',
      'a legal duty (UU 24/2011), so no consent is asked or kept',
    ),
    person('Art. 25', 'children: consent of the guardian', 'the officer takes the paper of the guardian'),
    person('Art. 26', 'persons with a disability: special handling', 'the officer arranges it'),
    builtIn('Art. 30', 'rectification within 3 × 24 hours', 'libs/contexts/participants'),
    builtIn('Art. 31', 'a record of processing', 'libs/event-store'),
    person(
      'Art. 32',
      'access of the person to its data within 3 × 24 hours',
      'an officer answers with what the record shows',
    ),
    person(
      'Art. 34',
      'an assessment of high risk',
      'written by the data protection officer; a person decides each claim',
    ),
    builtIn('Art. 35', 'security and confidentiality, with Art. 36 to 39', 'libs/key-ring'),
    builtIn('Art. 43', 'erasure', 'docs/how-to/erase-a-person.md'),
    builtIn('Art. 44', 'destruction after the time of keeping', 'docs/how-to/erase-a-person.md'),
    person(
      'Art. 46',
      'notice of a breach within 3 × 24 hours',
      'an officer writes to the persons and the agency',
    ),
    notRelevant('Art. 40', 'the number of Art. 46 in the draft', 'the enacted article is 46'),
    person(
      'Art. 51',
      'processors by contract',
      'contracts are made by people; sponsors and villages are shown no diagnosis',
    ),
    person('Art. 52', 'further processors', 'as Art. 51'),
    person('Art. 53', 'a data protection officer', 'named by the agency'),
    notRelevant('Art. 57', 'fines', 'imposed by the agency on the controller'),
    notRelevant('Art. 65', 'prison for unlawful use, with Art. 66 to 68', 'imposed by a court'),
  ),
];
