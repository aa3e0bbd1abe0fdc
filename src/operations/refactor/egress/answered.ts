import type { Labels, Mesh } from '../../../istio/index.ts';
import { RefusedError } from '../../../yaml/index.ts';
import { chosenOf, textOf } from '../answers.ts';
import { labelsIn } from '../labels-answer.ts';
import type { Answers } from '../types.ts';
import { egressGateway, type EgressGateway } from './gateway-service.ts';
import { EGRESS_WAYS, type EgressWay } from './ways.ts';

/** Everything that was chosen, read. */
export interface Egress {
  readonly host: string;
  readonly way: EgressWay;
  readonly gateway: EgressGateway;
  readonly labels: Labels;
  readonly gatewayPort: number;
  /** The port that apps call, and the one of the host that the gateway sends to. */
  readonly port: number;
  readonly hostPort: number;
}

/** Reads the answers. Throws where one is none. */
export function readEgress(mesh: Mesh, answers: Answers): Egress {
  const way = EGRESS_WAYS.find(({ value }) => value === chosenOf(answers, 'way', EGRESS_WAYS));
  const gateway = egressGateway(mesh, textOf(answers, 'gateway'));
  const labels = labelsIn(textOf(answers, 'labels'));
  if (!way || !gateway || typeof labels === 'string')
    throw new RefusedError('unsafe', 'Say which gateway the requests are to go by.');
  const [http, tls] = [Number(textOf(answers, 'port')), Number(textOf(answers, 'tlsPort'))];
  return {
    host: textOf(answers, 'host'),
    way,
    gateway,
    labels,
    gatewayPort: Number(textOf(answers, 'gatewayPort')),
    port: way.section === 'tls' ? tls : http,
    hostPort: way.value === 'http' ? http : tls,
  };
}
