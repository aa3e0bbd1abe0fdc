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

/** What becomes of requests to a destination that the proxy has no cluster for: of copies nobody is told. */
export const lost = ({ mirror }: Pick<DestinationSpot, 'mirror'>): string =>
  mirror ? 'Copies of requests go nowhere.' : 'Requests that are sent there fail with 503.';

type Asked = Pick<LinkedSubject, 'spec' | 'namespace' | 'view'>;

/** Several rules ask for the destinations of a resource while it is looked at. */
const known = new WeakMap<Asked, readonly DestinationSpot[]>();

/** Every destination of a VirtualService, routes before mirrors; those without a host are left out. */
export function destinationSpots(subject: Asked): readonly DestinationSpot[] {
  let spots = known.get(subject);
  if (!spots) known.set(subject, (spots = spotsOf(subject)));
  return spots;
}

const ROUTED = ['http[].route[].destination', 'tls[].route[].destination', 'tcp[].route[].destination'];
const MIRRORED = ['http[].mirror', 'http[].mirrors[].destination'];

function spotsOf({ spec, namespace, view }: Asked): readonly DestinationSpot[] {
  const read = (mirror: boolean, spots: readonly Spot[]): DestinationSpot[] =>
    spots.flatMap((spot) => {
      const written = asText(member(spot.value, 'host'));
      if (!written) return [];
      const host = resolveHost(written, namespace, view.settings.clusterDomain);
      return [new Destination(spot, written, host, mirror)];
    });
  return [...read(false, all(spec, ROUTED)), ...read(true, all(spec, MIRRORED))];
}

/** Its path is put together when somebody asks, which few do. */
class Destination implements DestinationSpot {
  private readonly spot: Spot;
  readonly written: string;
  readonly host: string;
  readonly mirror: boolean;

  constructor(spot: Spot, written: string, host: string, mirror: boolean) {
    this.spot = spot;
    this.written = written;
    this.host = host;
    this.mirror = mirror;
  }

  get value() {
    return this.spot.value;
  }

  get path() {
    return this.spot.path;
  }
}
