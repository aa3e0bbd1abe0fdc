import { knownIn } from '../../istio/index.ts';
import type { FieldRule } from '../visit.ts';

/** A field that should no longer be written. */
export const deprecatedField: FieldRule = ({ field, value, path }) => {
  if (field.deprecated === undefined || value === null || withWarning.has(field.name)) return [];
  return [{ code: 'MW0218', message: `"${field.name}" is deprecated. ${field.deprecated}`, path, at: 'key' }];
};

/** Of these istiod or istioctl warn; `rules/names/deprecated-with-warning.ts` and `rules/effects/without-effect.ts` say so. */
const withWarning: ReadonlySet<string> = new Set([
  'mirrorPercent',
  'mirror_percent',
  'consecutiveErrors',
  'minimumRingSize',
  'egressProxy',
]);

/** A field that the chosen Istio version does not know yet. */
export const newerField: FieldRule = ({ field, value, path, parents, version }) => {
  if (value === null || field.since === undefined || knownIn(field, version)) return [];
  // What is inside a newer field is newer too; once is enough.
  if (parents.some((parent) => !knownIn(parent.field, version))) return [];
  return [
    {
      code: 'MW0219',
      message:
        `"${field.name}" came with Istio ${field.since}; Istio ${version} does not know it. ` +
        'kubectl refuses it or the cluster drops it. Remove it, or choose a newer target version.',
      path,
      at: 'key',
      mends: [{ title: `Remove ${field.name}`, steps: [{ kind: 'remove-field', path }] }],
    },
  ];
};
