import { asText, member, resolveHost } from '../../../istio/index.ts';
import { all, type Spot } from '../../spot.ts';
import type { LinkedSubject } from '../../linked/linked-rule.ts';

/** A place of a VirtualService that names a host to send to, or to send copies to. */
export interface DestinationSpot extends Spot {
  readonly written: string;
  /** In full. */
  readonly host: string;
  readonly mirror: boolean;
}

/** Every destination of a VirtualService, routes before mirrors; those without a host are left out. */
export function destinationSpots({
  spec,
  namespace,
  view,
}: Pick<LinkedSubject, 'spec' | 'namespace' | 'view'>): readonly DestinationSpot[] {
  const read = (mirror: boolean, pattern: string): DestinationSpot[] =>
    all(spec, pattern).flatMap((spot) => {
      const written = asText(member(spot.value, 'host'));
      if (!written) return [];
      return [
        { ...spot, written, mirror, host: resolveHost(written, namespace, view.settings.clusterDomain) },
      ];
    });
  return [
    ...['http', 'tls', 'tcp'].flatMap((section) => read(false, `${section}[].route[].destination`)),
    ...read(true, 'http[].mirror'),
    ...read(true, 'http[].mirrors[].destination'),
  ];
}
