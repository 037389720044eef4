import type { Words } from '#kernel';

export type Language = keyof Words;

/**
 * The language that the sender would rather read (RFC 9110 section 12.5.4): Indonesian or English, English when neither
 * is asked for.
 */
export function languageOf(acceptLanguage: string | undefined): Language {
  let [chosen, best]: [Language, number] = ['en', 0];
  for (const range of (acceptLanguage ?? '').split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const language = tag.split('-')[0];
    const weight = weightIn(parameters);
    if ((language === 'id' || language === 'en') && weight > best) [chosen, best] = [language, weight];
  }
  return chosen;
}

function weightIn(parameters: readonly string[]): number {
  const given = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
  return given === undefined ? 1 : Number(given);
}
