import type { Language } from '../problem/language.js';
import { asked, shape } from '../fields/shape.js';
import { AfterQuery } from './page.js';

const LANGUAGES = ['id', 'en'] as const satisfies readonly Language[];

/** How a document is asked for. */
export class PrintQuery extends shape(
  {
    lang: asked.code(LANGUAGES, {
      optional: true,
      description: 'In which language it is printed; Indonesian unless told',
    }),
  },
  AfterQuery,
) {}
