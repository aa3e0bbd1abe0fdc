import { asMap, asText, asTexts, member } from '../../istio/index.ts';
import type { YamlValue } from '../../yaml/index.ts';
import type { HeaderOps } from '../outcome.ts';

/** What a rule, and its only destination, do to headers; of several destinations each has its own besides. */
export function headerOpsOf(
  rule: YamlValue | undefined,
  only: YamlValue | undefined,
): { readonly request: HeaderOps; readonly response: HeaderOps } | undefined {
  const [request, response] = (['request', 'response'] as const).map((way) =>
    joined(member(rule, way), member(only, way)),
  );
  if (!request || !response) return undefined;
  return Object.keys(request).length || Object.keys(response).length ? { request, response } : undefined;
}

/** One level in Envoy: what the destination sets is set later, so it stays. */
function joined(route: YamlValue | undefined, destination: YamlValue | undefined): HeaderOps {
  const of = (by: YamlValue | undefined, name: 'set' | 'add'): Readonly<Record<string, string>> =>
    texts(member(by, name));
  const set = { ...of(route, 'set'), ...of(destination, 'set') };
  const add = appended(of(route, 'add'), of(destination, 'add'));
  const remove = [...asTexts(member(route, 'remove')), ...asTexts(member(destination, 'remove'))];
  return {
    ...(Object.keys(set).length && { set }),
    ...(Object.keys(add).length && { add }),
    ...(remove.length && { remove }),
  };
}

/** What both add stands there twice. */
const appended = (
  first: Readonly<Record<string, string>>,
  then: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => ({
  ...first,
  ...Object.fromEntries(
    Object.entries(then).map(([name, value]) => [
      name,
      first[name] === undefined ? value : `${first[name]},${value}`,
    ]),
  ),
});

const isHost = (name: string): boolean => ['host', ':authority'].includes(name.toLowerCase());

const texts = (value: YamlValue | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(asMap(value) ?? {}).flatMap(([name, text]) =>
      isHost(name) ? [] : [[name, asText(text) ?? JSON.stringify(text)]],
    ),
  );

/** The Host that header operations put in place of the client's: `set` before `add`. */
export function hostFromHeaders(headers: YamlValue | undefined): string | undefined {
  for (const name of ['set', 'add']) {
    const found = Object.entries(asMap(member(member(headers, 'request'), name)) ?? {}).find(([key]) =>
      isHost(key),
    );
    if (found) return asText(found[1]);
  }
  return undefined;
}
