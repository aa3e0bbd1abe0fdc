import type { Finding } from '../../finding.ts';
import { refuse, removing, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { at, entries, isPresent, text, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';

const DRY_RUN = 'istio.io/dry-run';

/** Annotations by which istiod turns a resource away whatever else it says. */
const reserved: ReadonlyMap<string, string> = new Map([
  ['internal.istio.io/webhook-always-reject', 'makes istiod refuse the resource; it is there for tests'],
  ['internal.istio.io/parents', "is istiod's own, for what it makes out of Gateway API resources"],
  ['internal.istio.io/parent-namespace', "is istiod's own, for what it makes out of Gateway API resources"],
]);

/** Annotations that istiod does not take, or not on this kind. */
export const annotations: SpecRule = ({ kind, root, spec }) => {
  const written = at(root, 'metadata', 'annotations');
  return entries(written).flatMap((annotation): readonly Finding[] => {
    const why = reserved.get(annotation.key);
    const mends = [removing(annotation.path, 'Remove the annotation')];
    if (why !== undefined)
      return [refuse('MW0301', annotation, `The annotation ${annotation.key} ${why}.`, { at: 'key', mends })];
    if (annotation.key !== DRY_RUN || !isPresent(annotation)) return [];
    return dryRun(kind, annotation, at(spec, 'action'));
  });
};

function dryRun(kind: string, annotation: Spot, action: Spot): readonly Finding[] {
  const mends = [removing(annotation.path, 'Remove the annotation')];
  const chosen = text(action) ?? 'ALLOW';
  if (kind !== 'AuthorizationPolicy' || !(chosen === 'ALLOW' || chosen === 'DENY')) {
    const what = `${DRY_RUN} means something on an AuthorizationPolicy that allows or denies, not here.`;
    return [refuse('MW0302', annotation, what, { at: 'key', mends })];
  }
  const value = text(annotation);
  if (value === undefined || goBoolean.test(value)) return [];
  const what = `${DRY_RUN} must be "true" or "false", not ${quote(value)}.`;
  return [refuse('MW0302', annotation, what, { mends: [setting(annotation.path, 'true'), ...mends] })];
}

/** What Go's `strconv.ParseBool` reads. */
const goBoolean = /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/;
