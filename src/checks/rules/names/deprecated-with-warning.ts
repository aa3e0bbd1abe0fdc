import { valueAt } from '../../../istio/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import type { Mend } from '../../finding.ts';
import { say, unheard } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, has, isPresent, number, type Spot } from '../../spot.ts';
import { isOverlooked, policyParts } from '../destination-rule/policies.ts';

/** Deprecated fields at which istiod raises its voice, and how to write the same today. `rules/deprecated-field.ts` has the others. */
export const deprecatedWithWarning: SpecRule = ({ kind, spec }) => {
  if (kind === 'VirtualService')
    return has(spec, ...MIRRORED) ? all(spec, 'http[]').flatMap(mirrorPercent) : [];
  if (kind !== 'DestinationRule') return [];
  return [
    ...policyParts(spec, 'outlierDetection').flatMap(consecutiveErrors),
    ...policyParts(spec, 'loadBalancer').flatMap(minimumRingSize),
  ];
};

const MIRROR_PERCENT = ['mirrorPercent', 'mirror_percent'];
const MIRRORED = MIRROR_PERCENT.map((name) => `http[].${name}`);

const mirrorPercent = (rule: Spot) =>
  MIRROR_PERCENT.flatMap((name) => {
    const old = at(rule, name);
    return deprecated(old, 'mirrorPercentage', ['mirrorPercentage'], { value: number(old) ?? 100 }, rule);
  });

const consecutiveErrors = (outlier: Spot) => {
  const old = at(outlier, 'consecutiveErrors');
  return deprecated(old, 'consecutive5xxErrors', ['consecutive5xxErrors'], number(old) ?? 5, outlier);
};

const minimumRingSize = (balancer: Spot) => {
  const hash = at(balancer, 'consistentHash');
  const old = at(hash, 'minimumRingSize');
  // Beside `ringHash` or `maglev` it is refused, of which another rule speaks.
  if (isPresent(at(hash, 'ringHash')) || isPresent(at(hash, 'maglev'))) return [];
  const keys = ['ringHash', 'minimumRingSize'];
  return deprecated(old, 'ringHash.minimumRingSize', keys, number(old) ?? 1024, hash);
};

function deprecated(old: Spot, name: string, keys: Path, value: YamlValue, around: Spot) {
  if (!isPresent(old)) return [];
  const path = [...around.path, ...keys];
  const there = isPresent({ path, value: valueAt(around.value, keys) });
  const removal = { kind: 'remove-field', path: old.path } as const;
  const mend: Mend = there
    ? { title: `Remove ${String(old.path.at(-1))}`, steps: [removal] }
    : { title: `Write it as ${name}`, steps: [{ kind: 'set-field', path, value }, removal] };
  const message = `"${String(old.path.at(-1))}" is deprecated and istiod warns of it at each change. It still counts; write ${name} instead.`;
  const quiet = isOverlooked(old) || old.value === 0;
  return [say('MW0303', old, message, { at: 'key', mends: [mend], ...(quiet && unheard) })];
}
