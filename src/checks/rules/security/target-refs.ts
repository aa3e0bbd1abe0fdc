import type { Finding } from '../../finding.ts';
import { refuse, removing, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, isPresent, text, type Spot } from '../../spot.ts';
import { closest, quote } from '../../words.ts';

/** What a policy may be for, and the API groups of these. */
const groups: ReadonlyMap<string, readonly string[]> = new Map([
  ['Service', ['', 'core']],
  ['ServiceEntry', ['networking.istio.io']],
  ['Gateway', ['gateway.networking.k8s.io']],
  ['GatewayClass', ['gateway.networking.k8s.io']],
]);

/** What a policy is attached to, by name. (A selector beside it: the schema.) */
export const targetRefs: SpecRule = ({ spec }) =>
  [...all(spec, 'targetRef'), ...all(spec, 'targetRefs[]')].flatMap((ref) => [
    ...target(ref),
    ...namespace(at(ref, 'namespace')),
  ]);

function target(ref: Spot): readonly Finding[] {
  const kind = text(at(ref, 'kind'));
  const group = at(ref, 'group');
  const written = isPresent(group) ? text(group) : '';
  // Of an empty kind the schema speaks.
  if (kind === undefined || kind === '' || written === undefined) return [];
  const allowed = groups.get(kind);
  if (allowed?.includes(written)) return [];
  if (allowed && !/^[-a-z0-9.]*$/.test(written)) return [];
  if (allowed) {
    const meant = allowed[0] ?? '';
    const what = `A ${kind} is in the API group ${quote(meant)}, not in ${quote(written)}.`;
    return [
      refuse('MW0910', isPresent(group) ? group : ref, what, {
        mends: [
          setting(group.path, meant, meant === '' ? 'Make the group empty' : `Set the group to ${meant}`),
        ],
      }),
    ];
  }
  const meant = closest(kind, groups.keys());
  const what = `A policy cannot be for a ${quote(kind)}${meant ? `; did you mean ${meant}?` : '.'} It can be for a Service, a ServiceEntry, a Gateway or a GatewayClass.`;
  const steps =
    meant === undefined
      ? []
      : [
          { kind: 'set-field' as const, path: [...ref.path, 'kind'], value: meant },
          { kind: 'set-field' as const, path: group.path, value: groups.get(meant)?.[0] ?? '' },
        ];
  return [
    refuse('MW0910', at(ref, 'kind'), what, {
      mends: meant === undefined ? [] : [{ title: `Change to ${meant}`, steps }],
    }),
  ];
}

function namespace(spot: Spot): readonly Finding[] {
  if (!isFilled(spot)) return [];
  const what = "A policy is for something in its own namespace, so the target's namespace must stay empty.";
  return [refuse('MW0911', spot, what, { at: 'key', mends: [removing(spot.path)] })];
}
