import { PROTOCOLS, protocolFields } from '../traffic/index.ts';
import type { Caller, Request } from '../index.ts';
import { UsageError } from './usage-error.ts';

/** The options of `route` that make up one request. */
export const REQUEST_OPTIONS = {
  url: { type: 'string' },
  method: { type: 'string', short: 'X' },
  header: { type: 'string', short: 'H', multiple: true },
  from: { type: 'string' },
  gateway: { type: 'string' },
  address: { type: 'string' },
  sni: { type: 'string' },
  protocol: { type: 'string' },
} as const;

interface Values {
  readonly url?: string | undefined;
  readonly method?: string | undefined;
  readonly header?: readonly string[] | undefined;
  readonly from?: string | undefined;
  readonly gateway?: string | undefined;
  readonly address?: string | undefined;
  readonly sni?: string | undefined;
  readonly protocol?: string | undefined;
}

/** The request that the options say. */
export function requestOf(values: Values): Request {
  const { url, method, address, sni } = values;
  if (url === undefined)
    throw new UsageError(
      'Say where the request goes, with --url URL, or give many with --requests FILE.jsonl.',
    );
  // A scheme that only says what is spoken, such as tcp://db.example:5432, says it where the option does not.
  const [, scheme, place = url] = /^(?:([a-z][\w+.-]*):\/\/)?(.*)$/is.exec(url) ?? [];
  const speaks = scheme !== undefined && /^(tcp|tls|grpc)$/i.test(scheme);
  const spoken = protocolOf(values.protocol ?? (speaks ? scheme.toLowerCase() : undefined));
  const headers = { ...spoken?.headers, ...headersOf(values.header ?? []) };
  const tls = spoken?.tls === 'tls' ? 'tls' : undefined;
  const chosen = method ?? spoken?.method;
  return {
    caller: callerOf(values),
    url: scheme === undefined || speaks ? `http://${place}` : url,
    ...(spoken && spoken.protocol !== 'http' && { protocol: spoken.protocol }),
    ...(tls && { tls }),
    ...(chosen !== undefined && { method: chosen }),
    ...(Object.keys(headers).length && { headers }),
    ...(address !== undefined && { address }),
    ...(sni !== undefined && { sni }),
  };
}

function protocolOf(word: string | undefined): ReturnType<typeof protocolFields> {
  if (word === undefined) return undefined;
  const fields = protocolFields(word);
  if (!fields) throw new UsageError(`--protocol can be ${PROTOCOLS.join(' or ')}, not "${word}".`);
  return fields;
}

/** `Name: value`; several of one name go together, as Envoy joins them. */
function headersOf(written: readonly string[]): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const header of written) {
    const [, name, value = ''] = /^\s*(:?[^:\s]+)\s*:\s*(.*)$/s.exec(header) ?? [];
    if (name === undefined) throw new UsageError(`--header takes 'Name: value', not "${header}".`);
    const known = Object.keys(headers).find((each) => each.toLowerCase() === name.toLowerCase());
    if (known === undefined) headers[name] = value;
    else headers[known] = `${headers[known]},${value}`;
  }
  return headers;
}

/** `--from NAMESPACE[/key=value,…]`, or `--gateway` with the labels of the gateway's pods; an app in `default` without either. */
export function callerOf({ from, gateway }: Pick<Values, 'from' | 'gateway'>): Caller {
  if (from !== undefined && gateway !== undefined)
    throw new UsageError('A request comes from an app, --from, or to a gateway, --gateway: not both.');
  const option = gateway === undefined ? '--from' : '--gateway';
  const [, namespace = '', labels] = /^([^/]*)(?:\/(.*))?$/s.exec(gateway ?? from ?? 'default') ?? [];
  if (!namespace) throw new UsageError(`${option} takes NAMESPACE or NAMESPACE/key=value,key=value.`);
  const pairs = (labels ? labels.split(',') : []).map((pair): [string, string] => {
    const equals = pair.indexOf('=');
    if (equals < 1) throw new UsageError(`${option}: "${pair}" is no label. Write key=value.`);
    return [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()];
  });
  return {
    kind: gateway === undefined ? 'sidecar' : 'gateway',
    namespace,
    ...(pairs.length && { labels: Object.fromEntries(pairs) }),
  };
}
