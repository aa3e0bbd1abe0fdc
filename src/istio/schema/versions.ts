/** The Istio versions that the schema tells apart, oldest first. */
export const TARGET_VERSIONS = [
  '1.24',
  '1.25',
  '1.26',
  '1.27',
  '1.28',
  '1.29',
  '1.30',
  '1.31',
  '1.32',
] as const;
export type TargetVersion = (typeof TARGET_VERSIONS)[number];

export const NEWEST_VERSION: TargetVersion = '1.32';

/** Whether something that came with `since` (absent: always there) is known to Istio `version`. */
export function knownIn(thing: { readonly since?: TargetVersion }, version: TargetVersion): boolean {
  return isSince(thing.since, version);
}

/** Whether `version` is `since` or later. */
export function isSince(since: TargetVersion | undefined, version: TargetVersion): boolean {
  return since === undefined || TARGET_VERSIONS.indexOf(since) <= TARGET_VERSIONS.indexOf(version);
}
