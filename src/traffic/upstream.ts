import { endpointsPlace } from './at.ts';
import type { Destination, Outcome } from './outcome.ts';
import type { Walk } from './walk.ts';

/** The last step of what arrives: what the destination gets, as it sees it. */
export function tellUpstream({ scope, recorder, request }: Walk, outcome: Outcome): void {
  const { kind, destinations = [], upstream, noEndpoints } = outcome;
  const there = destinations.filter(({ exists }) => exists);
  const [first] = there;
  if (!first || noEndpoints || (kind !== 'forward' && kind !== 'tls' && kind !== 'tcp')) return;
  const elsewhere = recorder.steps.some(({ code }) => code === 'DIALLED_ADDRESS');
  const who = elsewhere
    ? `Whoever is at the address of ${request.dial}`
    : [...new Set(there.map(({ host }) => host))].join(' or ');
  const gets = upstream
    ? `${request.method} ${upstream.path} with the Host ${upstream.authority}, ${wire(first)}, at port ${upstream.port}`
    : bytes(first, kind);
  recorder.taken(
    'upstream',
    'UPSTREAM',
    `${who} gets ${gets}.`,
    endpointsPlace(scope.services.get(first.host)),
  );
}

const wire = ({ tls }: Destination): string =>
  tls.mode === 'none'
    ? 'in plain text'
    : tls.mode === 'tls'
      ? 'by TLS'
      : tls.mode === 'mtls'
        ? 'by mutual TLS'
        : 'by mutual TLS where it has a sidecar';

const bytes = ({ tls, doubleTls }: Destination, kind: 'forward' | 'tls' | 'tcp'): string =>
  doubleTls
    ? 'TLS inside TLS, and finds no HTTP in it'
    : kind === 'tls'
      ? tls.mode === 'none'
        ? 'the app’s own TLS, as the app sends it'
        : 'the app’s own TLS, inside the mesh’s'
      : tls.mode === 'none'
        ? 'the bytes as the app sends them'
        : 'the bytes inside TLS';
