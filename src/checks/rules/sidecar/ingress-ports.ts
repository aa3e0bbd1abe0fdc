import { removing } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, texts } from '../../spot.ts';
import { address } from '../gateway/bind.ts';
import { noTargetPort, portName, portProtocol } from '../names/port-names.ts';
import { numbersTwice } from '../service-entry/ports.ts';

/** The ports of a Sidecar's ingress. Of numbers out of range the schema speaks. */
export const ingressPorts: SpecRule = ({ spec }) => {
  const listeners = all(spec, 'ingress[]');
  const ports = listeners.map((listener) => at(listener, 'port'));
  const twice = numbersTwice(ports).map((found) => ({
    ...found,
    // Not the port alone goes, which the listener needs.
    mends: [removing(found.path.slice(0, -2), 'Remove the second listener')],
  }));
  return [
    ...ports.flatMap((port) => [
      ...noTargetPort(port),
      ...portName(port, false),
      ...portProtocol(port, false),
    ]),
    ...listeners.flatMap((listener) =>
      texts([at(listener, 'bind')])
        .filter(isFilled)
        .flatMap(address),
    ),
    ...twice,
  ];
};
