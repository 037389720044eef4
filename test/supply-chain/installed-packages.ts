import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** A package of the lock file. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression; undefined where the package names none. */
  readonly license: string | undefined;
  /** Whether `npm ci --omit=dev` leaves it out. */
  readonly isForDevelopment: boolean;
  readonly integrity: string | undefined;
  readonly runsScripts: boolean;
}

interface LockedPackage {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

/** Every package that `npm ci` may install here or on another machine, the platforms of others included. */
export function installedPackages(): readonly InstalledPackage[] {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, LockedPackage>>;
  };
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, locked]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: locked.version,
      license: locked.license ?? oldLicenseOf(path),
      isForDevelopment: Boolean(locked.dev ?? locked.devOptional),
      integrity: locked.integrity,
      runsScripts: Boolean(locked.hasInstallScript),
    }));
}

/** As packages named it before SPDX; the lock file does not know this form. */
function oldLicenseOf(path: string): string | undefined {
  const file = join(ROOT, path, 'package.json');
  if (!existsSync(file)) return undefined;
  const { licenses } = JSON.parse(readFileSync(file, 'utf8')) as { licenses?: readonly { type: string }[] };
  return licenses?.map(({ type }) => type).join(' OR ');
}
