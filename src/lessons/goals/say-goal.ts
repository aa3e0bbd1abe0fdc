import { codeInfo, isCode } from '../../checks/index.ts';
import { plainRequest, type Expected, type Request } from '../../traffic/index.ts';
import { formatFieldPath } from './field-path.ts';
import type { Goal, ProblemPattern, WantedShare } from './goal.ts';
import { sayPattern } from './pattern.ts';

/** A goal as one plain sentence: the author's own, or one that follows from it. */
export const sayGoal = (goal: Goal): string => goal.say ?? capital(`${sentence(goal)}.`);

function sentence(goal: Goal): string {
  switch (goal.kind) {
    case 'request':
      return `${sayRequest(goal.request)} ${sayExpected(goal.expect)}`;
    case 'split':
      return `of a thousand times ${sayRequest(goal.request)}, ${goal.shares.map(sayShare).join(', ')}`;
    case 'problem': {
      const where = goal.at ? ` at ${sayPattern(goal.at)}` : '';
      if ('severity' in goal.problem)
        return `there is ${goal.present ? sayProblem(goal.problem) : NO[goal.problem.severity]}${where}`;
      return `${sayProblem(goal.problem)} is ${goal.present ? 'reported' : 'no longer reported'}${where}`;
    }
    case 'resource':
      return goal.exists ? `there is ${sayPattern(goal.resource)}` : `${sayPattern(goal.resource)} is gone`;
    case 'field': {
      const field = `${formatFieldPath(goal.path)} of ${sayPattern(goal.resource)}`;
      if ('exists' in goal.test) return `${field} is ${goal.test.exists ? 'written' : 'not written'}`;
      if ('contains' in goal.test) return `${field} has ${sayValue(goal.test.contains)} in it`;
      return `${field} is ${sayValue(goal.test.equals)}`;
    }
    case 'expectation':
      return `the expectation “${goal.name}” holds`;
    case 'load':
      return `the load of ${goal.file} comes to all that it expects`;
  }
}

/** `http://pay.example/v1 from shop`. */
export function sayRequest(request: Request): string {
  const { method, host, port, path, protocol, tls } = plainRequest(request);
  const { caller } = request;
  const labels = Object.values(caller.labels ?? {});
  const scheme = tls === 'plaintext' ? (protocol === 'tcp' ? 'tcp' : 'http') : 'https';
  const url =
    request.url ?? `${scheme}://${host}${port === 80 || host.includes(':') ? '' : `:${port}`}${path}`;
  const who = labels.length ? `${labels.join(' ')} in ${caller.namespace}` : caller.namespace;
  const by = caller.kind === 'gateway' ? `at the gateway ${who}` : `from ${who}`;
  const headers = Object.entries(request.headers ?? {}).map(([name, value]) => `${name}: ${value}`);
  return `${method === 'GET' ? '' : `${method} `}${url} ${by}${headers.length ? ` with ${headers.join(', ')}` : ''}`;
}

const OUTCOMES: Readonly<Record<NonNullable<Expected['outcome']>, string>> = {
  forward: 'is forwarded',
  redirect: 'is redirected',
  direct: 'is answered by the proxy',
  abort: 'is answered by a fault',
  'not-found': 'finds no rule',
  'no-cluster': 'finds no such destination',
  blackhole: 'is not let out of the mesh',
  passthrough: 'passes through without any configuration',
  tls: 'goes on as the TLS that it is',
  tcp: 'goes on as bytes',
  closed: 'is refused',
};

function sayExpected(expect: Expected): string {
  const { outcome, status, host, subset, path, authority, scheme, port, tls, timeout, rule } = expect;
  const { destinations, mirrors, sni, location, virtualService, attempts, perTryTimeout, delay } = expect;
  const place = host === undefined && subset === undefined ? '' : ` to ${sayPlace(host ?? 'it', subset)}`;
  const many = destinations?.map(
    (one) => `${one.weight === undefined ? '' : `${one.weight} % `}${sayPlace(one.host, one.subset)}`,
  );
  const details = [
    status !== undefined && `status ${status}`,
    path !== undefined && `the path ${path}`,
    authority !== undefined && `the authority ${authority}`,
    scheme !== undefined && `the scheme ${scheme}`,
    port !== undefined && `port ${port}`,
    tls !== undefined && TLS[tls],
    sni !== undefined && `the SNI ${sni}`,
    timeout !== undefined && (timeout === '0s' ? 'no timeout' : `a timeout of ${timeout}`),
    attempts !== undefined && (attempts === 0 ? 'no further attempts' : `${attempts} further attempts`),
    perTryTimeout !== undefined && `${perTryTimeout} for each try`,
    delay !== undefined && `a delay of ${delay}`,
    rule !== undefined && `the rule ${rule}`,
    virtualService !== undefined && `the VirtualService ${virtualService}`,
    location !== undefined && `the location ${location}`,
    mirrors !== undefined &&
      (mirrors.length
        ? `copies to ${mirrors.map((one) => sayPlace(one.host, one.subset)).join(', ')}`
        : 'no copies'),
  ].filter((detail) => typeof detail === 'string');
  const verb = outcome === undefined ? (place || many ? 'goes' : 'is sent') : OUTCOMES[outcome];
  const ways = many ? ` to ${many.join(', ')}` : place;
  return `${verb}${ways}${details.length ? `, with ${details.join(', ')}` : ''}`;
}

const TLS = {
  none: 'no TLS',
  tls: 'TLS by the sidecar',
  mtls: 'mutual TLS',
  mixed: 'TLS to some endpoints',
} as const;

export const sayPlace = (host: string, subset: string | undefined): string =>
  subset === undefined ? host : `${subset} of ${host}`;

/** `about 10 % go to v2 of cart`. */
export function sayShare(share: WantedShare): string {
  const some = `about ${share.percent} %`;
  switch (share.kind) {
    case 'destination':
      return `${some} go to ${sayPlace(share.host, share.subset)}`;
    case 'mirror':
      return `${some} are copied to ${sayPlace(share.host, share.subset)}`;
    case 'status':
      return `${some} are answered ${share.status} by the proxy`;
    case 'delayed':
      return `${some} are held up`;
  }
}

/** `MW0410 (Title of it)`, `an error`. */
export function sayProblem(problem: ProblemPattern): string {
  if ('severity' in problem) return problem.severity === 'error' ? 'an error' : 'a warning or an error';
  const { code } = problem;
  return isCode(code) ? `${code} (${codeInfo(code).title})` : code;
}

const NO = { error: 'no error', warning: 'neither an error nor a warning' } as const;

/** A value as it stands in a sentence. */
export function sayValue(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

const capital = (text: string): string =>
  /^[a-z]+:\/\//.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
