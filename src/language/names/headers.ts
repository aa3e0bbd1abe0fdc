import { asList, asMap, asTexts, member, specOf, type Resource } from '../../istio/index.ts';
import type { YamlValue } from '../../yaml/index.ts';
import { calledBy, ofType, type KnownName, type NamePlace } from './place.ts';

/** Parts of the request line, which Envoy lets rules ask for like headers. */
const PSEUDO: readonly KnownName[] = [
  { name: ':authority', from: 'the host that is asked for' },
  { name: ':method', from: 'part of the request line' },
  { name: ':path', from: 'part of the request line' },
  { name: ':scheme', from: 'part of the request line' },
];

const REQUEST: readonly KnownName[] = [
  { name: 'authorization', from: 'who asks: a token or password' },
  { name: 'cookie', from: 'what a browser was told to keep' },
  { name: 'user-agent', from: 'the program that asks' },
  { name: 'content-type', from: 'the form of the body' },
  { name: 'accept', from: 'forms of the answer that are welcome' },
  { name: 'accept-language', from: 'languages that are welcome' },
  { name: 'origin', from: 'the page that a browser asks for' },
  { name: 'referer', from: 'the page that led there' },
  { name: 'x-request-id', from: 'Envoy: one number a request' },
  { name: 'x-forwarded-for', from: 'Envoy: the addresses on the way' },
  { name: 'x-forwarded-proto', from: 'Envoy: http or https, as the client asked' },
  { name: 'x-forwarded-host', from: 'the host that the client asked for' },
  { name: 'x-forwarded-client-cert', from: 'Envoy: the certificate of the caller' },
  { name: 'x-envoy-retry-on', from: 'Envoy: when to try again' },
  { name: 'x-envoy-upstream-rq-timeout-ms', from: 'Envoy: how long to wait' },
  { name: 'traceparent', from: 'W3C: the trace that it belongs to' },
  { name: 'baggage', from: 'W3C: what goes along with a trace' },
  { name: 'x-b3-traceid', from: 'Zipkin: the trace that it belongs to' },
  { name: 'end-user', from: 'the samples of Istio: who is logged in' },
  { name: 'grpc-timeout', from: 'gRPC: how long the caller waits' },
  { name: 'grpc-encoding', from: 'gRPC: how messages are compressed' },
  { name: 'te', from: 'gRPC: trailers' },
  { name: 'x-grpc-web', from: 'gRPC-Web' },
];

const RESPONSE: readonly KnownName[] = [
  { name: 'cache-control', from: 'how long the answer may be kept' },
  { name: 'content-type', from: 'the form of the body' },
  { name: 'set-cookie', from: 'what a browser is to keep' },
  { name: 'strict-transport-security', from: 'browsers ask by https from now on' },
  { name: 'content-security-policy', from: 'what a page may load' },
  { name: 'x-content-type-options', from: 'browsers take the form as it is said' },
  { name: 'x-frame-options', from: 'who may show the page in a frame' },
  { name: 'location', from: 'where a redirect leads' },
  { name: 'retry-after', from: 'when to ask again' },
  { name: 'server', from: 'the program that answers' },
  { name: 'vary', from: 'what the answer depends on' },
  { name: 'x-envoy-upstream-service-time', from: 'Envoy: how long the service took' },
  { name: 'grpc-status', from: 'gRPC: how it ended' },
  { name: 'grpc-message', from: 'gRPC: how it ended, in words' },
];

/** Headers that may be meant: those that VirtualServices speak of already, then common ones of requests or of answers. */
export function* headers(place: NamePlace): Iterable<KnownName> {
  const { path } = place;
  const answers = path.includes('response') || path.includes('exposeHeaders');
  for (const resource of ofType(place, 'VirtualService'))
    for (const name of spokenOf(resource, answers ? 'response' : 'request'))
      if (!name.startsWith(':') && !name.startsWith('@')) yield { name, from: calledBy(resource) };
  yield* answers ? RESPONSE : REQUEST;
  if (path.includes('match')) yield* PSEUDO;
  else if (path.includes('request') && !path.includes('remove')) yield* PSEUDO.slice(0, 1);
}

function* spokenOf(resource: Resource, side: 'request' | 'response'): Iterable<string> {
  for (const rule of asList(member(specOf(resource), 'http'))) {
    if (side === 'request')
      for (const match of asList(member(rule, 'match')))
        yield* [...keysAt(match, 'headers'), ...keysAt(match, 'withoutHeaders')];
    for (const holder of [rule, ...asList(member(rule, 'route'))]) {
      const operations = member(member(holder, 'headers'), side);
      yield* [...keysAt(operations, 'set'), ...keysAt(operations, 'add')];
      yield* asTexts(member(operations, 'remove'));
    }
  }
}

const keysAt = (value: YamlValue | undefined, key: string): readonly string[] =>
  Object.keys(asMap(member(value, key)) ?? {});
