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

type Asked = Pick<LinkedSubject, 'spec' | 'namespace' | 'view'>;

/** Several rules ask for the destinations of a resource while it is looked at. */
const known = new WeakMap<Asked, readonly DestinationSpot[]>();

/** Every destination of a VirtualService, routes before mirrors; those without a host are left out. */
export function destinationSpots(subject: Asked): readonly DestinationSpot[] {
  let spots = known.get(subject);
  if (!spots) known.set(subject, (spots = spotsOf(subject)));
  return spots;
}

function spotsOf({ spec, namespace, view }: Asked): readonly DestinationSpot[] {
  const read = (mirror: boolean, pattern: string): DestinationSpot[] =>
    all(spec, pattern).flatMap((spot) => {
      const written = asText(member(spot.value, 'host'));
      if (!written) return [];
      const host = resolveHost(written, namespace, view.settings.clusterDomain);
      return [
        {
          value: spot.value,
          get path() {
            return spot.path;
          },
          written,
          mirror,
          host,
        },
      ];
    });
  return [
    ...['http', 'tls', 'tcp'].flatMap((section) => read(false, `${section}[].route[].destination`)),
    ...read(true, 'http[].mirror'),
    ...read(true, 'http[].mirrors[].destination'),
  ];
}
