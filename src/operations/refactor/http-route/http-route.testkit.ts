import { asList, asText, member, valueAt } from '../../../istio/index.ts';
import type { YamlMap, YamlValue } from '../../../yaml/index.ts';

/** A request as an HTTPRoute sees it. */
export interface RouteRequest {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * What becomes of a request by the words of Gateway API alone, without anything of how routes are made here: the first
 * backend's name, where a redirect leads, or 404. The page of its reference is all that this follows.
 */
export function answered(route: YamlMap, request: RouteRequest): string {
  const all = asList(valueAt(route, ['spec', 'rules'])).flatMap((rule, index) => {
    const matches = asList(member(rule, 'matches'));
    return (matches.length > 0 ? matches : [{} as YamlValue]).map((match) => ({ rule, match, index }));
  });
  const taking = all.filter(({ match }) => takes(match, request));
  taking.sort(
    (a, b) =>
      weigh(b.match).reduce<number>((found, value, at) => found || value - (weigh(a.match)[at] ?? 0), 0) ||
      a.index - b.index,
  );
  const [best] = taking;
  if (!best) return '404';
  const filters = asList(member(best.rule, 'filters'));
  const redirect = filters.find((filter) => member(filter, 'type') === 'RequestRedirect');
  const [backend] = asList(member(best.rule, 'backendRefs'));
  const name = redirect ? 'redirect' : (asText(member(backend, 'name')) ?? '500');
  return `${name} ${rewritten(filters, best.match, request.path)}`;
}

const pathOf = (match: YamlValue) => ({
  type: asText(valueAt(match, ['path', 'type'])) ?? 'PathPrefix',
  value: asText(valueAt(match, ['path', 'value'])) ?? '/',
});

/** Greater counts first, one after the other. */
function weigh(match: YamlValue): readonly number[] {
  const { type, value } = pathOf(match);
  return [
    ['RegularExpression', 'PathPrefix', 'Exact'].indexOf(type),
    value.length,
    member(match, 'method') === undefined ? 0 : 1,
    asList(member(match, 'headers')).length,
    asList(member(match, 'queryParams')).length,
  ];
}

function takes(match: YamlValue, { path, method, headers }: RouteRequest): boolean {
  const { type, value } = pathOf(match);
  const bare = value.replace(/(?<=.)\/$/, '');
  const isPath =
    type === 'Exact'
      ? path === value
      : type === 'RegularExpression'
        ? whole(value, path)
        : bare === '/' || path === bare || path.startsWith(`${bare}/`);
  const asked = member(match, 'method');
  return (
    isPath &&
    (asked === undefined || asked === method) &&
    asList(member(match, 'headers')).every((header) => {
      const has = headers[asText(member(header, 'name')) ?? ''];
      const wants = asText(member(header, 'value')) ?? '';
      if (has === undefined) return false;
      return member(header, 'type') === 'RegularExpression' ? whole(wants, has) : has === wants;
    })
  );
}

const whole = (pattern: string, text: string): boolean => {
  const anyCase = pattern.startsWith('(?i)');
  return new RegExp(`^(?:${anyCase ? pattern.slice(4) : pattern})$`, anyCase ? 'i' : '').test(text);
};

function rewritten(filters: readonly YamlValue[], match: YamlValue, path: string): string {
  const rewrite = filters
    .map((filter) => valueAt(filter, ['urlRewrite', 'path']))
    .find((each) => each !== undefined);
  const full = asText(member(rewrite, 'replaceFullPath'));
  if (full !== undefined) return full;
  const prefix = asText(member(rewrite, 'replacePrefixMatch'));
  if (prefix === undefined) return path;
  const from = pathOf(match).value.replace(/\/$/, '');
  return `${prefix.replace(/\/$/, '')}${path.slice(from.length)}` || '/';
}
