import {
  asList,
  asMap,
  asNumber,
  asText,
  member,
  namespaceOf,
  resolveHost,
  type MeshView,
  type Resource,
} from '../../istio/index.ts';
import type { YamlValue } from '../../yaml/index.ts';
import { faultOf } from '../actions/fault.ts';
import { headerOpsOf } from '../actions/headers.ts';
import { retriedOn, retriesOf, timeoutOf } from '../actions/resilience.ts';
import { listOf, type Sentence } from './sentence.ts';

/** Where a rule stands, and who wrote it. */
export interface RuleAt {
  readonly view: Pick<MeshView, 'settings'>;
  readonly writer: Resource;
  readonly path: Sentence['path'];
  readonly value: YamlValue;
  /** Hosts as the rule writes them, not by their full names. */
  readonly asWritten?: true;
}

/** `the subset v1 of a.example, port 80`. */
export function placeWords(destination: YamlValue | undefined, { view, writer, asWritten }: RuleAt): string {
  const written = asText(member(destination, 'host')) ?? '?';
  const host = asWritten
    ? written
    : resolveHost(written, namespaceOf(writer, view.settings), view.settings.clusterDomain);
  const subset = asText(member(destination, 'subset'));
  const port = asNumber(member(member(destination, 'port'), 'number'));
  return `${subset ? `the subset ${subset} of ` : ''}${host}${port ? `, port ${port}` : ''}`;
}

/** `go to a.example`, `are spread: 90 % to …`; what a rule of any section does with what it takes. */
export function routeWords(at: RuleAt): string {
  const routes = asList(member(at.value, 'route'));
  if (routes.length === 1) return `go to ${placeWords(member(routes[0], 'destination'), at)}`;
  const weighted = routes
    .map((route) => ({ route, weight: asNumber(member(route, 'weight')) ?? 0 }))
    .filter(({ weight }) => weight > 0);
  const whole = weighted.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const shares = weighted.map(
    ({ route, weight }) =>
      `${Math.round((weight / whole) * 1000) / 10} % to ${placeWords(member(route, 'destination'), at)}`,
  );
  return shares.length ? `are spread: ${listOf(shares)}` : 'go nowhere: the rule names no destination';
}

/** What an http rule does with what it takes, as it follows "Requests …". */
export function actionWords(at: RuleAt): string {
  const { value } = at;
  const redirect = member(value, 'redirect');
  if (redirect) {
    const to = [
      ['scheme', 'the scheme'],
      ['authority', 'the host'],
      ['port', 'port'],
      ['uri', 'the path'],
      ['prefixRewrite', 'the path beginning with'],
    ].flatMap(([name = '', words = '']) => {
      const part = member(redirect, name);
      return part === undefined || part === null
        ? []
        : [`${words} ${String(asText(part) ?? asNumber(part) ?? '?')}`];
    });
    return `are answered ${asNumber(member(redirect, 'redirectCode')) ?? 301}: the client is sent to ${listOf(to)}`;
  }
  const direct = member(value, 'directResponse');
  if (direct) return `are answered ${asNumber(member(direct, 'status')) ?? ''} by the proxy itself`;
  const delegate = asText(member(member(value, 'delegate'), 'name'));
  if (delegate) return `are handed on to the rules of ${delegate}`;
  return `${routeWords(at)}${rewriteWords(value)}`;
}

function rewriteWords(rule: YamlValue): string {
  const rewrite = member(rule, 'rewrite');
  const [uri, authority] = [asText(member(rewrite, 'uri')), asText(member(rewrite, 'authority'))];
  const regex = member(rewrite, 'uriRegexRewrite');
  const parts = [
    uri && (begins(rule) ? `the path beginning with ${uri} in place of what was matched` : `the path ${uri}`),
    regex &&
      `what fits ${asText(member(regex, 'match')) ?? ''} in the path replaced by ${asText(member(regex, 'rewrite')) ?? ''}`,
    authority && `the Host ${authority}`,
  ].filter((part): part is string => Boolean(part));
  return parts.length ? `, with ${listOf(parts)}` : '';
}

/** Whether some match of a rule leaves a rest of the path, which a rewrite keeps. */
const begins = (rule: YamlValue): boolean => {
  const matches = asList(member(rule, 'match'));
  const whole = (match: YamlValue): boolean => {
    const uri = member(match, 'uri');
    return member(uri, 'exact') !== undefined || member(uri, 'regex') !== undefined;
  };
  return !matches.length || !matches.every(whole);
};

/** Everything else that an http rule says: time, retries, copies, faults, headers. */
export function extras(at: RuleAt): readonly Sentence[] {
  const { view, value, path } = at;
  const found: Sentence[] = [];
  const say = (field: string, text: string, odd = false): void =>
    void found.push({ text, path: [...path, field], ...(odd && { odd }) });
  const timeout = timeoutOf(member(value, 'timeout'));
  if (timeout !== '0s') say('timeout', `After ${timeout}, retries included, the answer is 504.`);
  if (member(value, 'retries')) {
    const retries = retriesOf(member(value, 'retries'), view.settings);
    say(
      'retries',
      retries
        ? `What fails is tried ${retries.attempts} times more${retries.perTryTimeout ? `, ${retries.perTryTimeout} each` : ''}, on ${retriedOn(retries)}.`
        : 'What fails is not tried again.',
    );
  }
  for (const { field, destination, percent } of mirrorsOf(value))
    say(
      field,
      percent > 0
        ? `${percent} % of the requests are copied to ${placeWords(destination, at)}; what it answers is thrown away.`
        : `Nothing is copied to ${placeWords(destination, at)}: its share is 0 %.`,
      percent <= 0,
    );
  faults(value, say);
  if (member(value, 'corsPolicy'))
    say(
      'corsPolicy',
      'Browsers’ preflight requests from the origins it allows are answered by the proxy itself.',
    );
  const headers = headerOpsOf(member(value, 'headers'), undefined);
  for (const way of ['request', 'response'] as const) {
    const { set = {}, add = {}, remove = [] } = headers?.[way] ?? {};
    const changes = [
      ...Object.entries(set).map(([name, text]) => `${name} set to ${text}`),
      ...Object.entries(add).map(([name, text]) => `${text} added to ${name}`),
      ...remove.map((name) => `${name} taken away`),
    ];
    if (changes.length) say('headers', `Headers of the ${way}: ${listOf(changes)}.`);
  }
  return found;
}

function mirrorsOf(
  rule: YamlValue,
): readonly { readonly field: string; readonly destination: YamlValue; readonly percent: number }[] {
  const several = asList(member(rule, 'mirrors'));
  if (several.length)
    return several.map((mirror) => ({
      field: 'mirrors',
      destination: member(mirror, 'destination') ?? null,
      percent:
        asNumber(member(member(mirror, 'percentage'), 'value')) ?? (member(mirror, 'percentage') ? 0 : 100),
    }));
  const single = member(rule, 'mirror');
  if (!asMap(single)) return [];
  const percentage = member(rule, 'mirrorPercentage');
  const percent = percentage
    ? (asNumber(member(percentage, 'value')) ?? 0)
    : (asNumber(member(rule, 'mirrorPercent')) ?? 100);
  return [{ field: 'mirror', destination: single ?? null, percent }];
}

function faults(rule: YamlValue, say: (field: string, text: string, odd?: boolean) => void): void {
  const written = member(rule, 'fault');
  if (!written) return;
  const fault = faultOf(written);
  if (!fault) return say('fault', 'The fault happens to 0 % of the requests: it says no percentage.', true);
  if (fault.delay)
    say(
      'fault',
      `${fault.delay.percent} % of the requests wait ${fault.delay.fixedDelay} before they leave the proxy.`,
    );
  if (fault.abort)
    say(
      'fault',
      `${fault.abort.percent} % of the requests are answered ${fault.abort.httpStatus ?? fault.abort.grpcStatus} and go nowhere.`,
    );
}
