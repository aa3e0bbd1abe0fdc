import { retriedOn } from '../actions/resilience.ts';
import type { Destination, DestinationTls, HeaderOps, Mirror, Outcome, Retries } from '../outcome.ts';

/** One thing that counts for a request, as its destination sees it or as the proxy treats it. */
export interface Fact {
  readonly title: string;
  readonly value: string;
  /** It is worth a look: likely not what was meant. */
  readonly odd?: boolean;
}

const TLS_WORDS: Readonly<Record<DestinationTls['mode'], string>> = {
  none: 'none',
  tls: 'TLS, the server’s certificate is checked',
  mtls: 'mutual TLS',
  mixed: 'mutual TLS to endpoints with a sidecar, plaintext to others',
};

/** How the connection to a destination is secured. */
export function tlsFacts({ tls, doubleTls }: Destination): readonly Fact[] {
  const how = !tls.auto
    ? TLS_WORDS[tls.mode]
    : tls.mode === 'none'
      ? 'none that the files show; Istio adds mutual TLS where an endpoint has a sidecar'
      : `${TLS_WORDS[tls.mode]}, chosen by Istio`;
  return [
    {
      title: 'TLS',
      value: doubleTls ? `${how}, around the app’s own` : how,
      ...(doubleTls && { odd: true }),
    },
    ...(tls.mode === 'none' || tls.auto
      ? []
      : [{ title: 'SNI', value: tls.sni || 'none', ...(!tls.sni && { odd: true }) }]),
  ];
}

/** `v1 of orders.shop:80`. */
export const destinationName = ({ host, port, subset }: Destination | Mirror): string =>
  `${subset === undefined ? '' : `${subset} of `}${host}:${port}`;

function retriesText(retries: Retries | null): string {
  if (!retries || retries.attempts === 0) return 'none';
  const each = retries.perTryTimeout ? `, ${retries.perTryTimeout} each` : '';
  return `${retries.attempts} on ${retriedOn(retries)}${each}`;
}

function headerFacts(title: string, { set = {}, add = {}, remove = [] }: HeaderOps): readonly Fact[] {
  const changes = [
    ...Object.entries(set).map(([name, value]) => `${name}: ${value}`),
    ...Object.entries(add).map(([name, value]) => `${name}: ${value} (added)`),
    ...remove.map((name) => `${name} removed`),
  ];
  return changes.length ? [{ title, value: changes.join(' · ') }] : [];
}

function faultText({ delay, abort }: NonNullable<Outcome['fault']>): string {
  return [
    delay && `${delay.percent} % wait ${delay.fixedDelay}`,
    abort && `${abort.percent} % are answered ${abort.httpStatus ?? abort.grpcStatus ?? ''}`,
  ]
    .filter(Boolean)
    .join(', ');
}

const hashText = (hash: object): string =>
  Object.entries(hash)
    .map(([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(', ');

/** What the destination sees and the proxy does, fact by fact; a destination among several has its own name. */
export function factsOf(outcome: Outcome): readonly Fact[] {
  const { upstream, destinations = [], mirrors = [], headers, cors } = outcome;
  const several = destinations.length > 1;
  return [
    ...(upstream
      ? [
          { title: 'Scheme', value: upstream.scheme },
          { title: 'Authority', value: upstream.authority },
          { title: 'Path', value: upstream.path },
          { title: 'Port', value: String(upstream.port) },
        ]
      : []),
    ...destinations.flatMap((one): readonly Fact[] => [
      {
        title: several ? `${one.weight} parts to` : 'Destination',
        value: destinationName(one) + (one.exists ? '' : ', which does not exist'),
        ...(!one.exists && { odd: true }),
      },
      ...tlsFacts(one),
    ]),
    ...(outcome.timeout === undefined
      ? []
      : [{ title: 'Timeout', value: outcome.timeout === '0s' ? 'none' : outcome.timeout }]),
    ...(outcome.retries === undefined ? [] : [{ title: 'Retries', value: retriesText(outcome.retries) }]),
    ...(outcome.fault ? [{ title: 'Fault', value: faultText(outcome.fault) }] : []),
    ...(headers ? headerFacts('Request headers', headers.request) : []),
    ...(headers ? headerFacts('Response headers', headers.response) : []),
    ...(cors
      ? [
          {
            title: 'CORS',
            value: cors.originAllowed
              ? `allowed for ${cors.allowOrigin ?? 'this origin'}`
              : 'origin not allowed',
          },
        ]
      : []),
    ...mirrors.map((one) => ({
      title: 'Mirror',
      value: `${one.percent} % to ${destinationName(one)}${one.exists ? '' : ', which does not exist: nothing is sent'}`,
      ...(!one.exists && { odd: true }),
    })),
    ...(outcome.hash ? [{ title: 'Hash', value: hashText(outcome.hash) }] : []),
    ...(outcome.redirect ? [{ title: 'Location', value: outcome.redirect.location }] : []),
    ...(outcome.body ? [{ title: 'Body', value: outcome.body }] : []),
    ...(outcome.virtualHost ? [{ title: 'Virtual host', value: outcome.virtualHost }] : []),
    ...(outcome.listener ? [{ title: 'Listener', value: outcome.listener }] : []),
  ];
}
