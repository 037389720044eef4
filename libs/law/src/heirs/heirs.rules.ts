import { PERMENAKER_1_2025_FROM } from '../kernel/conventions.js';
import { PP_44, PP_44_FROM } from '../kernel/laws.js';
import type { Bilingual } from '../kernel/provision.js';
import type { Rule } from '../kernel/rule.js';

/** Who inherits, in this order; one class excludes the next. */
export interface HeirClass {
  readonly order: number;
  readonly relations: readonly string[];
  readonly title: Bilingual;
}

const heirArticle = { law: PP_44, article: 'Art. 37(5)', sources: ['S14', 'S40'], confidence: 'V' } as const;

/** Ahli waris, section 4.3; within the second class in the inner order of the JHT page. */
export const HEIR_ORDER: Rule<readonly HeirClass[]> = {
  id: 'HEIR_ORDER',
  title: { id: 'Urutan ahli waris', en: 'Order of heirs' },
  unit: 'class',
  versions: [
    {
      from: PP_44_FROM,
      ...heirArticle,
      value: [
        {
          order: 1,
          relations: ['SPOUSE', 'CHILD'],
          title: { id: 'janda, duda, atau anak', en: 'widow, widower or child' },
        },
        { order: 2, relations: ['PARENT'], title: { id: 'orang tua', en: 'parents' } },
        { order: 3, relations: ['GRANDCHILD'], title: { id: 'cucu', en: 'grandchildren' } },
        { order: 4, relations: ['GRANDPARENT'], title: { id: 'kakek atau nenek', en: 'grandparents' } },
        { order: 5, relations: ['SIBLING'], title: { id: 'saudara kandung', en: 'siblings' } },
        { order: 6, relations: ['PARENT_IN_LAW'], title: { id: 'mertua', en: 'parents-in-law' } },
        {
          order: 7,
          relations: ['NAMED_IN_WILL'],
          title: { id: 'pihak yang ditunjuk dalam wasiat', en: 'person named in the will' },
        },
      ],
    },
  ],
};

/** From when a will has to be a notarial deed. */
export const WILL_IS_NOTARIAL: Rule<boolean> = {
  id: 'WILL_IS_NOTARIAL',
  title: { id: 'Wasiat harus berupa akta notaris', en: 'The will must be a notarial deed' },
  unit: '',
  versions: [
    { from: PP_44_FROM, ...heirArticle, value: false },
    {
      from: PERMENAKER_1_2025_FROM.value,
      law: 'Permenaker 1/2025',
      article: 'Art. 79',
      sources: ['S15'],
      confidence: 'V',
      value: true,
    },
  ],
};
