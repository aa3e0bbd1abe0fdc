import { createRequire } from 'node:module';

/** As package.json says; it stands two folders up from the source and from the built file alike. */
export function version(): string {
  const packageJson = createRequire(import.meta.url)('../../package.json') as { version: string };
  return packageJson.version;
}
