import { labelsText } from '../../istio/index.ts';
import type { HttpMatch, ProxyMatch, TextMatch } from '../../routing/index.ts';
import { listOf } from './sentence.ts';

/** `is /a`, `begins with /a`, `is of the form /a.*`, `is there`. */
function compared(match: TextMatch): string {
  switch (match.kind) {
    case 'exact':
      return `is ${match.text === '' ? 'empty' : match.text}`;
    case 'prefix':
      return `begins with ${match.text}`;
    case 'regex':
      return `is of the form ${match.text}`;
    case 'any':
      return 'is there';
  }
}

function lacking(name: string, match: TextMatch): string {
  return match.kind === 'any'
    ? `that have no header ${name}`
    : `whose header ${name} is not one that ${compared(match)}`;
}

/** Which requests a match takes, as what follows "Requests": ` whose path begins with /a`; empty for all. */
export function httpMatchWords(match: HttpMatch): string {
  const whose = [
    match.uri && `path ${compared(match.uri)}${match.ignoreUriCase ? ', in whatever case,' : ''}`,
    match.method && `method ${compared(match.method)}`,
    match.authority && `Host ${compared(match.authority)}`,
    match.scheme && `scheme ${compared(match.scheme)}`,
    ...[...match.headers].map(([name, text]) => `header ${name} ${compared(text)}`),
    ...[...match.queryParams].map(([name, text]) => `query parameter ${name} ${compared(text)}`),
  ].filter((part): part is string => Boolean(part));
  const without = [...match.withoutHeaders].map(([name, text]) => lacking(name, text));
  const all = [...(whose.length ? [`whose ${listOf(whose)}`] : []), ...without, ...proxyWords(match)];
  return all.length ? ` ${listOf(all)}` : '';
}

/** Whom a match is for. Where it names gateways, an http match does not ask where calls come from. */
export function proxyWords(match: ProxyMatch, all = false): readonly string[] {
  const at = match.gateways.map((gateway) =>
    gateway === 'mesh' ? 'from apps in the mesh' : `through the gateway ${gateway}`,
  );
  const asked = all || !match.gateways.length;
  const labels = labelsText(match.sourceLabels);
  return [
    ...(at.length ? [listOf(at, 'or')] : []),
    ...(match.port === null ? [] : [`to port ${match.port}`]),
    ...(asked && labels ? [`from workloads with ${labels}`] : []),
    ...(asked && match.sourceNamespace ? [`from the namespace ${match.sourceNamespace}`] : []),
  ];
}
