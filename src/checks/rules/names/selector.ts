import type { ModelledKind } from '../../../istio/index.ts';
import type { Finding } from '../../finding.ts';
import { removing, say } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { at, isFilled, isPresent, type Spot } from '../../spot.ts';

/** Where each kind has its selector, and the labels in it. */
const places: Partial<Record<ModelledKind, readonly [selector: string, labels: string]>> = {
  ServiceEntry: ['workloadSelector', 'labels'],
  Sidecar: ['workloadSelector', 'labels'],
  DestinationRule: ['workloadSelector', 'matchLabels'],
  PeerAuthentication: ['selector', 'matchLabels'],
  AuthorizationPolicy: ['selector', 'matchLabels'],
  RequestAuthentication: ['selector', 'matchLabels'],
};

/** A selector that selects nothing in particular. Of keys and values that no label has, `rules/key-form.ts` speaks. */
export const selector: SpecRule = ({ kind, spec }) => {
  const [name, labels] = places[kind] ?? [];
  if (name === undefined || labels === undefined) return [];
  const spot = at(spec, name);
  if (!isPresent(spot)) return [];
  const pairs = at(spot, labels);
  return isFilled(pairs) ? [] : [without(kind, spot)];
};

function without(kind: ModelledKind, spot: Spot): Finding {
  const all =
    kind === 'ServiceEntry'
      ? 'every workload of the namespace becomes an endpoint'
      : 'it counts for every workload of the namespace';
  const message = `The selector names no labels, so ${all}. Name some, or remove it to say so plainly.`;
  return say('MW0314', spot, message, { at: 'key', mends: [removing(spot.path)] });
}
