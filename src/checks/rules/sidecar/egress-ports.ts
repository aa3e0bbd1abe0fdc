import type { Finding } from '../../finding.ts';
import { refuse, removing, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, isPresent, number, text, texts, type Spot } from '../../spot.ts';
import { faultOfUnixAddress, isUnixAddress } from '../../values/address.ts';
import { asMap } from '../../visit.ts';
import { address, badSocket } from '../gateway/bind.ts';
import { noTargetPort, portName, portProtocol } from '../names/port-names.ts';
import { numbersTwice } from '../service-entry/ports.ts';

/** Egress listeners with a port: at a number, or without one at a socket. */
export const egressPorts: SpecRule = ({ spec }) => {
  const listeners = all(spec, 'egress[]').filter((listener) => asMap(at(listener, 'port').value));
  return [
    ...listeners.flatMap((listener) => {
      const port = at(listener, 'port');
      const own = [...noTargetPort(port), ...portName(port, false), ...portProtocol(port, false)];
      return [
        ...own,
        ...(atSocket(port)
          ? socket(listener, port)
          : texts([at(listener, 'bind')])
              .filter(isFilled)
              .flatMap(address)),
      ];
    }),
    ...numbersTwice(listeners.map((listener) => at(listener, 'port'))).map((found) => ({
      ...found,
      mends: [removing(found.path.slice(0, -2), 'Remove the second listener')],
    })),
    ...socketsTwice(listeners),
  ];
};

const atSocket = (port: Spot): boolean =>
  (number(at(port, 'number')) ?? 0) === 0 && typeof at(port, 'number').value !== 'string';

function socket(listener: Spot, port: Spot): readonly Finding[] {
  const bind = at(listener, 'bind');
  const written = text(bind) ?? '';
  if (!isUnixAddress(written)) {
    const what =
      'A listener without a port number must be at a socket: set "bind" to unix:// and a path, or give the port a number.';
    const mends = [setting([...port.path, 'number'], 80, 'Set the port to 80')];
    return [refuse('MW0808', isPresent(bind) ? bind : port, what, { at: 'key', mends })];
  }
  const fault = faultOfUnixAddress(written);
  const mode = at(listener, 'captureMode');
  const found = fault ? texts([bind]).map((spot) => badSocket(spot, fault)) : [];
  if (text(mode) !== 'IPTABLES') return found;
  const what =
    'Nothing is redirected to a socket; applications open it themselves. Set "captureMode" to NONE.';
  return [
    ...found,
    refuse('MW0809', mode, what, { mends: [setting(mode.path, 'NONE'), removing(mode.path)] }),
  ];
}

function socketsTwice(listeners: readonly Spot[]): readonly Finding[] {
  const seen = new Set<string>();
  return listeners.flatMap((listener) => {
    const bind = at(listener, 'bind');
    const written = text(bind) ?? '';
    if (!atSocket(at(listener, 'port')) || !isUnixAddress(written)) return [];
    if (seen.has(written)) {
      const mends = [removing(listener.path, 'Remove the second listener')];
      return [refuse('MW0810', bind, 'Two egress listeners are at one socket.', { mends })];
    }
    seen.add(written);
    return [];
  });
}
