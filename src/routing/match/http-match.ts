import {
  asLabels,
  asMap,
  asNumber,
  asText,
  asTexts,
  member,
  resolveGateway,
  type Labels,
} from '../../istio/index.ts';
import type { YamlValue } from '../../yaml/index.ts';

/** What a text must be: `any` asks only that it is there. */
export type TextMatch =
  { readonly kind: 'any' } | { readonly kind: 'exact' | 'prefix' | 'regex'; readonly text: string };

/** What a match asks of the proxy that gets it: istiod leaves it out where the proxy is another. */
export interface ProxyMatch {
  /** `mesh` or `namespace/name`; empty where it counts for all that the VirtualService is bound to. */
  readonly gateways: readonly string[];
  readonly port: number | null;
  readonly sourceLabels: Labels;
  readonly sourceNamespace: string | null;
}

/** A match of an http rule; what is null or empty is not asked for. Names of headers are in small letters. */
export interface HttpMatch extends ProxyMatch {
  readonly uri: TextMatch | null;
  /** Counts for `exact` and `prefix` of the path, not for `regex`. */
  readonly ignoreUriCase: boolean;
  readonly scheme: TextMatch | null;
  readonly method: TextMatch | null;
  readonly authority: TextMatch | null;
  readonly headers: ReadonlyMap<string, TextMatch>;
  readonly withoutHeaders: ReadonlyMap<string, TextMatch>;
  readonly queryParams: ReadonlyMap<string, TextMatch>;
}

/** A match that takes every request; with one condition in its place it asks for that alone. */
export const ASKS_NOTHING: HttpMatch = {
  uri: null,
  ignoreUriCase: false,
  scheme: null,
  method: null,
  authority: null,
  headers: new Map(),
  withoutHeaders: new Map(),
  queryParams: new Map(),
  gateways: [],
  port: null,
  sourceLabels: {},
  sourceNamespace: null,
};

/** A StringMatch as written. `regex: "*"` is no expression to RE2; istiod takes it for "is there". */
export function readTextMatch(value: YamlValue | undefined): TextMatch {
  const exact = asText(member(value, 'exact'));
  if (exact !== undefined) return { kind: 'exact', text: exact };
  const prefix = asText(member(value, 'prefix'));
  if (prefix !== undefined) return { kind: 'prefix', text: prefix };
  const regex = asText(member(value, 'regex'));
  return regex === undefined || regex === '*' ? { kind: 'any' } : { kind: 'regex', text: regex };
}

const optional = (value: YamlValue | undefined): TextMatch | null =>
  value === undefined || value === null ? null : readTextMatch(value);

const named = (
  value: YamlValue | undefined,
  nameOf = (name: string): string => name,
): ReadonlyMap<string, TextMatch> => {
  const map = asMap(value);
  return map
    ? new Map(Object.entries(map).map(([name, match]) => [nameOf(name), readTextMatch(match)]))
    : NOTHING;
};

const NOTHING: ReadonlyMap<string, TextMatch> = new Map();

/** The names of claims keep their case, and so does nothing else. */
const headerName = (name: string): string => (name.startsWith('@') ? name : name.toLowerCase());

/** What any match asks of the proxy, for a VirtualService of `namespace`. */
export function readProxyMatch(value: YamlValue | undefined, namespace: string): ProxyMatch {
  return {
    gateways: gatewaysIn(value, namespace),
    port: asNumber(member(value, 'port')) || null,
    sourceLabels: sourceIn(value),
    sourceNamespace: asText(member(value, 'sourceNamespace')) || null,
  };
}

// Nearly no match asks for a gateway or for the caller's labels.
const gatewaysIn = (value: YamlValue | undefined, namespace: string): readonly string[] => {
  const written = member(value, 'gateways');
  return written === undefined
    ? ASKS_NOTHING.gateways
    : asTexts(written).map((gateway) => resolveGateway(gateway, namespace));
};

const sourceIn = (value: YamlValue | undefined): Labels => {
  const written = member(value, 'sourceLabels');
  return written === undefined ? ASKS_NOTHING.sourceLabels : asLabels(written);
};

/** Reads an item of `http[].match` of a VirtualService of `namespace`; undefined reads as the match of a rule without any. */
export function readHttpMatch(value: YamlValue | undefined, namespace: string): HttpMatch {
  const { gateways, port, sourceLabels, sourceNamespace } = readProxyMatch(value, namespace);
  return {
    gateways,
    port,
    sourceLabels,
    sourceNamespace,
    uri: optional(member(value, 'uri')),
    ignoreUriCase: member(value, 'ignoreUriCase') === true,
    scheme: optional(member(value, 'scheme')),
    method: optional(member(value, 'method')),
    authority: optional(member(value, 'authority')),
    headers: named(member(value, 'headers'), headerName),
    withoutHeaders: named(member(value, 'withoutHeaders'), headerName),
    queryParams: named(member(value, 'queryParams')),
  };
}

/** Claims of a token, which gateways match as if they were headers. */
export const isClaim = (name: string): boolean => name.toLowerCase().startsWith('@request.auth.claims');
