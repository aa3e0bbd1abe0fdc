import { key, type Mesh } from '../../../istio/index.ts';
import { destinationRulesInForce, effectivePolicy, tlsMode } from '../../../routing/index.ts';
import type { OperationContext } from '../../types.ts';
import { chosenOf, isTicked, textOf } from '../answers.ts';
import type { Answers, Option, Question, RefactorAt } from '../types.ts';
import { externalHost, externalHosts, objectionToExternal, type ExternalHost } from './external-host.ts';

export const WAYS: readonly Option[] = [
  {
    value: 'target',
    title: 'The http port leads to the TLS port',
    words: 'By targetPort of the ServiceEntry. Calls that are in TLS already go on as they are.',
  },
  {
    value: 'route',
    title: 'A VirtualService leads to the TLS port',
    words:
      'For entries that others keep ports of. Calls that are in TLS already are wrapped once more, and fail.',
  },
];

/** What the proxy has to know to begin TLS to a host. */
export function tlsQuestions(
  { mesh }: OperationContext,
  at: RefactorAt,
  given: Answers,
): readonly Question[] {
  const offered = externalHosts(mesh, at);
  const host = textOf(given, 'host', offered[0]);
  const about = externalHost(mesh, host);
  const https = textOf(
    given,
    'tlsPort',
    String(about.ports.find((port) => port.class === 'tls')?.number ?? 443),
  );
  const plain = about.ports.find((port) => port.class === 'http')?.number;
  const http = textOf(given, 'port', String(plain ?? 80));
  const way = chosenOf(given, 'way', WAYS);
  const wrapped = destinationRulesInForce(mesh, host, about.home).some(({ rule }) =>
    ['SIMPLE', 'MUTUAL'].includes(tlsMode(effectivePolicy(rule, Number(https), null)) ?? ''),
  );
  return [
    externalHostQuestion(mesh, about, offered),
    { kind: 'choice', key: 'way', title: 'How', value: way, options: WAYS },
    portQuestion(
      'port',
      'Port that apps call by http://',
      http,
      http === https ? 'Both cannot be one port.' : undefined,
    ),
    portQuestion('tlsPort', 'Port at the host that speaks TLS', https),
    ...(wrapped && way === 'target'
      ? [
          {
            kind: 'tick',
            key: 'onlyPort',
            title: `Leave calls on port ${https} as they are`,
            hint: 'A DestinationRule wraps them in TLS now, though they are in TLS already, so they fail. That is switched off for this port.',
            value: isTicked(given, 'onlyPort', true) ? 'yes' : '',
          } as const,
        ]
      : []),
  ];
}

/** A field for the host outside; those that the files know are offered. */
export const externalHostQuestion = (
  mesh: Mesh,
  { host, entries }: ExternalHost,
  offered: readonly string[],
): Question => ({
  kind: 'text',
  key: 'host',
  title: 'External host',
  value: host,
  suggestions: offered.map((value) => ({ value })),
  hint:
    host !== '' && entries.length === 0 && mesh.find(key.host('Service', host)).length === 0
      ? 'No ServiceEntry defines it: one is made.'
      : undefined,
  objection: objectionToExternal(mesh, host),
});

/** A field for a port. */
export const portQuestion = (key: string, title: string, value: string, objection?: string): Question => ({
  kind: 'number',
  key,
  title,
  value,
  least: 1,
  most: 65_535,
  objection:
    /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535
      ? objection
      : 'A port is a number from 1 to 65535.',
});
