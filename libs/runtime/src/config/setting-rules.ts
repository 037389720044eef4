import { type Scalar, matching } from '#kernel';

/** What a setting may hold. Most are scalars; these here are what only an environment has. */
export type SettingRule = Pick<Scalar, 'words' | 'fits' | 'fromText'>;

/** Bytes in base64, of so many. */
export function bytes(min: number, max: number): SettingRule {
  const many = (to: string) => (min === max ? `${min}` : `${min} ${to} ${max}`);
  return {
    words: { en: `${many('to')} bytes in base64`, id: `${many('sampai')} byte dalam base64` },
    fromText: (text) => (/^[A-Za-z0-9+/]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : text),
    fits: (value): value is unknown => Buffer.isBuffer(value) && value.length >= min && value.length <= max,
  };
}

/** Several, separated by commas. */
export function separatedByCommas({ words, fits }: SettingRule): SettingRule {
  return {
    words: { en: `${words.en}, separated by commas`, id: `${words.id}, dipisahkan koma` },
    fromText: (text) => text.split(',').map((item) => item.trim()),
    fits: (value): value is unknown => Array.isArray(value) && value.length > 0 && value.every(fits),
  };
}

/** A text that another system compares or takes as it is. */
export const exactText = (what: SettingRule['words'], max: number): SettingRule =>
  matching({
    name: 'exactText',
    words: { en: `${what.en}, up to ${max} characters`, id: `${what.id}, paling banyak ${max} karakter` },
    pattern: new RegExp(`^.{1,${max}}$`, 'su'),
  });

export const TEXT = { en: 'text', id: 'teks' };

export const PATH = exactText({ en: 'a path', id: 'path' }, 1000);

export const MILLISECONDS = { en: 'milliseconds', id: 'milidetik' };

/** Where something is served. */
export const WEB_ADDRESS: SettingRule = {
  words: { en: 'an http or https URL', id: 'URL http atau https' },
  fromText: (text) => text,
  fits: (value): value is unknown =>
    typeof value === 'string' && /^https?:\/\/\S+$/.test(value) && URL.canParse(value),
};

/**
 * Where PostgreSQL is. A password that is written there as it is would move the end of the host: such an address leads
 * somewhere else or nowhere, so it is refused before anybody connects.
 */
export const DATABASE_ADDRESS: SettingRule = {
  words: {
    en: 'postgres://user@host:port/database; a password stands in DATABASE_PASSWORD, or here with / @ % # ? : and blanks as %2F %40 …',
    id: 'postgres://pengguna@host:port/basisdata; kata sandi di DATABASE_PASSWORD, atau di sini dengan / @ % # ? : dan spasi sebagai %2F %40 …',
  },
  fromText: (text) => text,
  fits(value): value is unknown {
    if (typeof value !== 'string' || !/^postgres(ql)?:\/\/[^\s#]+$/.test(value)) return false;
    // A socket has no host, which is an address for PostgreSQL alone.
    const address = value.replace('@/', '@socket/');
    if (/%(?![0-9a-f]{2})/i.test(value) || !URL.canParse(address)) return false;
    const { pathname, search } = new URL(address);
    return !`${pathname}${search}`.includes('@');
  },
};

/** What an installation may be for. Another word would be taken for none of them, and a slip for development. */
export const MODES = ['development', 'test', 'production'] as const;

/** The value of `NODE_ENV` under which nothing is taken that is for development. */
export const PRODUCTION = 'production';

/** What the tokens of the development issuer say of themselves. */
export const DEVELOPMENT_ISSUER = 'lindung-development-issuer';

/** What a value must be as well in production. */
type ProductionRule = Pick<SettingRule, 'words' | 'fits'>;

/** Fewer different bytes than this are not random: of 32 random ones there are always more. */
const LEAST_DIFFERENT_BYTES = 12;

/** A secret that somebody made, and not the placeholder of an example. */
export const MADE_BY_CHANCE: ProductionRule = {
  words: { en: 'bytes of `openssl rand -base64 32`', id: 'byte dari `openssl rand -base64 32`' },
  fits: (value): value is unknown => Buffer.isBuffer(value) && new Set(value).size >= LEAST_DIFFERENT_BYTES,
};

/** An identity provider, and neither ours for development nor that of an example. */
export const ISSUER_OF_ITS_OWN: ProductionRule = {
  words: { en: 'your identity provider', id: 'penyedia identitas Anda' },
  fits: (value): value is unknown => value !== DEVELOPMENT_ISSUER && !isOfAnExample(value),
};

/** Names of examples lead nowhere, or to whoever registers them. */
function isOfAnExample(value: unknown): boolean {
  return URL.canParse(String(value)) && /(^|\.)example(\.|$)/.test(new URL(String(value)).hostname);
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Where nobody on the way can put other keys in place of the right ones. */
export const ENCRYPTED_OR_LOOPBACK: ProductionRule = {
  words: {
    en: 'an https URL of your identity provider, or http on this machine',
    id: 'URL https penyedia identitas Anda, atau http di mesin ini',
  },
  fits(value): value is unknown {
    const { protocol, hostname } = new URL(String(value));
    return (protocol === 'https:' && !isOfAnExample(value)) || LOOPBACK.test(hostname);
  },
};

/** Anything but this one value. */
export const notIn = (forDevelopment: unknown, words: SettingRule['words']): ProductionRule => ({
  words,
  fits: (value): value is unknown => value !== forDevelopment,
});

/** Passwords that stand in `.env.example`, and in what EventStoreDB comes with. */
const PUBLISHED_PASSWORD = /(^|[:=])(change-me|changeit)([@&]|$)/;

/** A password, or an address, without one that everybody knows. */
export const PASSWORD_OF_ITS_OWN: ProductionRule = {
  words: { en: 'a password of its own', id: 'kata sandi sendiri' },
  fits: (value): value is unknown => !PUBLISHED_PASSWORD.test(String(value)),
};
