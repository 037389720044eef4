import 'reflect-metadata';

/** What is known of one setting beside its rules: enough to read it, to explain it and to print its documentation. */
export interface Setting {
  /** Name of the environment variable. */
  readonly variable: string;
  /** One line for people who run the process. */
  readonly description: string;
  /** What is allowed, in words: `a port, 0 to 65535`. */
  readonly allowed: string;
  /** Used when the variable is not set; without one the setting is required, unless `optional`. */
  readonly default?: string;
  readonly optional?: boolean;
  /** Secret values never appear in errors. */
  readonly secret?: boolean;
  readonly type: SettingType;
}

/** How the text of a variable becomes a value. `bytes` is base64; `list` is separated by commas. */
export type SettingType = 'text' | 'integer' | 'boolean' | 'bytes' | 'list';

/** A class whose properties are settings or groups of settings. */
export type ConfigClass<T extends object = object> = new () => T;

const settingsOf = new WeakMap<object, Map<string, Setting>>();
const groupsOf = new WeakMap<object, Map<string, ConfigClass>>();

/** Binds a property of a config class to an environment variable. Put class-validator rules beside it. */
export function FromEnvironment(
  variable: string,
  setting: Omit<Setting, 'variable' | 'type'> & { readonly type?: SettingType },
): PropertyDecorator {
  return (prototype, property) => {
    const settings = settingsOf.get(prototype) ?? new Map<string, Setting>();
    settings.set(String(property), { type: 'text', ...setting, variable });
    settingsOf.set(prototype, settings);
  };
}

/** Makes another config class part of this one. */
export function Group(): PropertyDecorator {
  return (prototype, property) => {
    const groups = groupsOf.get(prototype) ?? new Map<string, ConfigClass>();
    groups.set(String(property), Reflect.getMetadata('design:type', prototype, property) as ConfigClass);
    groupsOf.set(prototype, groups);
  };
}

/** The settings of a class itself, by property. Those of a parent class count too. */
export function settingsIn(type: ConfigClass): ReadonlyMap<string, Setting> {
  return new Map(prototypesOf(type).flatMap((prototype) => [...(settingsOf.get(prototype) ?? [])]));
}

/** The groups of a class itself, by property. Those of a parent class count too. */
export function groupsIn(type: ConfigClass): ReadonlyMap<string, ConfigClass> {
  return new Map(prototypesOf(type).flatMap((prototype) => [...(groupsOf.get(prototype) ?? [])]));
}

/** Every setting of a class and its groups. */
export function allSettingsIn(type: ConfigClass): Setting[] {
  return [
    ...settingsIn(type).values(),
    ...[...groupsIn(type).values()].flatMap((group) => allSettingsIn(group)),
  ];
}

function prototypesOf(type: ConfigClass): object[] {
  const chain: object[] = [];
  for (
    let prototype = type.prototype as object | null;
    prototype && prototype !== Object.prototype;
    prototype = Object.getPrototypeOf(prototype) as object | null
  )
    chain.unshift(prototype);
  return chain;
}
