import type { ModelledKind } from '../../../istio/index.ts';
import type { Finding } from '../../finding.ts';
import { refuse, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, texts, type Spot } from '../../spot.ts';
import { isDnsLabel } from '../../values/host-name.ts';
import { quote } from '../../words.ts';
import { ofDestinations } from '../virtual-service/route-places.ts';

/** Where a subset is named. An empty name in a destination means no subset. */
const places: Partial<Record<ModelledKind, readonly string[]>> = {
  DestinationRule: ['subsets[].name'],
  VirtualService: ofDestinations('subset'),
  Sidecar: ['outboundTrafficPolicy.egressProxy.subset'],
};

/** Names that no subset can have. */
export const subsetNames: SpecRule = ({ kind, spec }) =>
  texts(all(spec, places[kind] ?? []))
    .filter(({ value }) => !isDnsLabel(value) && (value !== '' || kind === 'DestinationRule'))
    .map(badName);

function badName(spot: Spot<string>): Finding {
  const what =
    spot.value === ''
      ? 'A subset needs a name.'
      : `${quote(spot.value)} cannot be the name of a subset: use letters, digits and inner hyphens, at most 63.`;
  const meant = spot.value
    .trim()
    .replaceAll(/[^-A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 63);
  return refuse('MW0328', spot, what, { mends: isDnsLabel(meant) ? [setting(spot.path, meant)] : [] });
}
