import { member, type ModelledKind } from '../../../istio/index.ts';
import { refuse, removing } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all } from '../../spot.ts';
import { asMap } from '../../visit.ts';
import { ofDestinations } from '../virtual-service/route-places.ts';

const places: Partial<Record<ModelledKind, readonly string[]>> = {
  VirtualService: ofDestinations('port'),
  Sidecar: ['outboundTrafficPolicy.egressProxy.port'],
};

/** A destination's port without its number. Of numbers out of range the schema speaks. */
export const destinationPorts: SpecRule = ({ kind, spec }) =>
  all(spec, places[kind] ?? [])
    .filter((port) => asMap(port.value) && (member(port.value, 'number') ?? null) === null)
    .map((port) => {
      const what = 'The port of the destination has no number. Give it one, or leave the port out.';
      return refuse('MW0331', port, what, { at: 'key', mends: [removing(port.path)] });
    });
