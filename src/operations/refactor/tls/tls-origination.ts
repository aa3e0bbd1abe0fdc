import { hostsOf, isWildcard, type Mesh, type Resource } from '../../../istio/index.ts';
import { RefusedError, type YamlMap } from '../../../yaml/index.ts';
import type { Draft } from '../../draft.ts';
import { chosenOf, isTicked, textOf } from '../answers.ts';
import { fileBeside } from '../beside.ts';
import type { GovernedHost } from '../each-rule.ts';
import type { Answers, RefactorAt, Refactored, Refactoring } from '../types.ts';
import { addEntry, ensurePort, ensureResolved, type WantedPort } from './entry-ports.ts';
import { appliesToExternal, externalHost } from './external-host.ts';
import { followPort, routeTo } from './follow-port.ts';
import { httpsCallers } from './https-callers.ts';
import { ensureTls, withoutTls } from './port-tls.ts';
import { tlsQuestions, WAYS } from './questions.ts';

/** Has the proxy begin TLS to a host outside, so that apps call it by http:// and rules see what they ask for. */
export const originateTls: Refactoring = {
  id: 'originate-tls',
  title: 'Begin TLS at the proxy',
  words:
    'Apps call an external host by http://, their sidecars go on in TLS. Only so can rules see paths and headers, and retry, rewrite or time them out.',
  appliesTo: appliesToExternal,
  questions: tlsQuestions,
  perform: (draft, at, answers) => perform(draft, at, answers),
};

function perform(draft: Draft, at: RefactorAt, answers: Answers): Refactored {
  const host = textOf(answers, 'host');
  const [http, https] = [Number(textOf(answers, 'port')), Number(textOf(answers, 'tlsPort'))];
  const rewrites = chosenOf(answers, 'way', WAYS) === 'route';
  const before = externalHost(draft.mesh, host);
  const near = at.resource === undefined ? undefined : draft.mesh.byId.get(at.resource);
  const place = {
    namespace: before.entries[0]?.namespace ?? near?.namespace ?? '',
    file: fileBeside(draft.mesh, [before.entries[0], near], 'tls.yaml'),
  };
  const ports: readonly WantedPort[] = [
    { number: http, protocol: 'HTTP', target: rewrites ? undefined : https },
    { number: https, protocol: 'HTTPS' },
  ];
  const entry = before.entries.find((one) => hostsOf(one, draft.mesh.settings).includes(host));
  const hosts = entry ? hostsOf(entry, draft.mesh.settings) : [host];
  const wild = hosts.find(isWildcard);
  if (wild !== undefined) {
    throw new RefusedError(
      'unsafe',
      `The ServiceEntry ${entry?.name ?? ''} is for ${wild} too, and what becomes of its port ${http} becomes of it for all its hosts; TLS needs one name to ask for. Give ${host} an entry of its own first.`,
    );
  }
  const warnings = [
    ...(entry ? putPorts(draft, entry, ports, rewrites) : addedEntry(draft, host, place, ports)),
  ];

  const port = rewrites ? https : http;
  for (const each of hosts) {
    const about = externalHost(draft.mesh, each);
    const governed: GovernedHost = { host: each, written: each, home: about.home, ...place };
    if (isTicked(answers, 'onlyPort', true) && !rewrites)
      warnings.push(...withoutTls(draft, governed, https).warnings);
    const tls: YamlMap = { mode: 'SIMPLE', sni: each, subjectAltNames: [each] };
    warnings.push(...ensureTls(draft, governed, port, tls).warnings);
    if (rewrites) routeTo(draft, about, http, https, place);
    else warnings.push(...followPort(draft, each, http, https));
  }
  if (hosts.length > 1)
    warnings.push(
      `The ServiceEntry ${entry?.name ?? ''} is for ${hosts.join(', ')}: what its port ${http} does, it does for all of them, so each has TLS with its own name now.`,
    );
  const defined = externalHost(draft.mesh, host).entries[0];
  return {
    label: `Begin TLS to ${host} at the proxy`,
    ...(defined ? { select: { resource: defined.id } } : {}),
    warnings: [...warnings, ...toldOfCallers(draft.mesh, host, http, https, rewrites)],
  };
}

function addedEntry(
  draft: Draft,
  host: string,
  place: { readonly namespace: string; readonly file: string },
  ports: readonly WantedPort[],
): readonly string[] {
  addEntry(draft, host, place, ports);
  return [];
}

function putPorts(
  draft: Draft,
  entry: Resource,
  ports: readonly WantedPort[],
  both: boolean,
): readonly string[] {
  for (const port of ports) if (both || port.protocol === 'HTTP') ensurePort(draft, entry, port);
  return ensureResolved(draft, entry);
}

/** What is left to the apps, and what becomes of those that begin TLS themselves. */
function toldOfCallers(
  mesh: Mesh,
  host: string,
  http: number,
  https: number,
  rewrites: boolean,
): readonly string[] {
  const url = `http://${host}${http === 80 ? '' : `:${http}`}`;
  const callers = httpsCallers(mesh, host);
  const shown = callers.length > 0 ? ` Some do, by the files: ${callers.join('; ')}.` : '';
  return [
    rewrites
      ? `Apps have to call ${url} from now on. One that goes on calling https://${host} on port ${https} gets TLS inside TLS, which the host does not understand.${shown}`
      : `Apps have to call ${url} from now on. Calls to https://${host} are passed on in the app’s own TLS, and no rule sees into them.${shown}`,
  ];
}
