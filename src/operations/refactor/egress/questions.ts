import type { OperationContext } from '../../types.ts';
import { chosenOf, isTicked, textOf } from '../answers.ts';
import { labelsIn } from '../labels-answer.ts';
import { externalHost, externalHosts } from '../tls/external-host.ts';
import { externalHostQuestion, portQuestion } from '../tls/questions.ts';
import type { Answers, Question, RefactorAt } from '../types.ts';
import { egressGateway, egressGateways, objectionToPort, podLabels } from './gateway-service.ts';
import { EGRESS_WAYS } from './ways.ts';

/** What has to be known to put a host behind an egress gateway. */
export function egressQuestions(
  { mesh }: OperationContext,
  at: RefactorAt,
  given: Answers,
): readonly Question[] {
  const offered = externalHosts(mesh, at);
  const host = textOf(given, 'host', offered[0]);
  const about = externalHost(mesh, host);
  const numberOf = (kind: 'http' | 'tls') => about.ports.find((port) => port.class === kind)?.number;
  // An app that has only a TLS port to call begins TLS itself.
  const usual = numberOf('http') === undefined && numberOf('tls') !== undefined ? 'passthrough' : undefined;
  const chosen = chosenOf(given, 'way', EGRESS_WAYS, usual);
  const way = EGRESS_WAYS.find(({ value }) => value === chosen) ?? EGRESS_WAYS[0];
  const services = egressGateways(mesh);
  const service = textOf(given, 'gateway', services[0]);
  const gateway = egressGateway(mesh, service);
  const labels = textOf(given, 'labels', gateway ? podLabels(gateway) : '');
  const read = labelsIn(labels);
  const port = textOf(given, 'gatewayPort', String(way?.port ?? 443));
  const http = textOf(given, 'port', String(numberOf('http') ?? 80));
  const https = textOf(given, 'tlsPort', String(numberOf('tls') ?? 443));
  const clash =
    gateway && typeof read !== 'string'
      ? objectionToPort(mesh, gateway, read, host, Number(port), way?.tls ?? true)
      : undefined;
  return [
    externalHostQuestion(mesh, about, offered),
    { kind: 'choice', key: 'way', title: 'How', value: chosen, options: EGRESS_WAYS },
    ...(way?.section === 'http' ? [portQuestion('port', 'Port that apps call by http://', http)] : []),
    ...(chosen === 'http'
      ? []
      : [
          portQuestion(
            'tlsPort',
            'Port at the host that speaks TLS',
            https,
            http === https && chosen === 'originate' ? 'Both cannot be one port.' : undefined,
          ),
        ]),
    {
      kind: 'text',
      key: 'gateway',
      title: 'Service of the egress gateway',
      value: service,
      suggestions: services.map((value) => ({ value })),
      objection: gateway
        ? undefined
        : 'A gateway in the cluster has a Service: write its full name, such as istio-egressgateway.istio-system.svc.cluster.local.',
    },
    {
      kind: 'text',
      key: 'labels',
      title: 'Labels of its pods',
      value: labels,
      objection: typeof read === 'string' ? read : undefined,
    },
    portQuestion('gatewayPort', 'Port at the gateway', port, clash),
    ...(gateway && !gateway.service
      ? [
          {
            kind: 'tick',
            key: 'assume',
            title: `Note that the cluster has the Service ${gateway.name}`,
            hint: 'No file defines it; the settings file of the workspace can say that it is there, and requests can be followed through it.',
            value: isTicked(given, 'assume', true) ? 'yes' : '',
          } as const,
        ]
      : []),
  ];
}
